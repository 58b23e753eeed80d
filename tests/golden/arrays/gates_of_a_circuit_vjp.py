import numpy as np


def matmul(left, right):
    """The sums of left[i, j] * right[j] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty(left.shape[0], dtype=np.complex128)
    for i in range(left.shape[0]):
        total = 0j
        for j in range(left.shape[1]):
            total += left[i, j] * right[j]
        result[i] = total
    return result


def matmul_adjoint(left, result_bar, right_bar):
    """The adjoint of right is added to right_bar."""
    # forward sweep
    if right_bar.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            right_bar[j] += left[i, j] * total_bar


def matmul_adjoint_2(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            left_bar[i, j] += np.real(right[j] * total_bar)
            right_bar[j] += left[i, j] * total_bar


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty((count, a.shape[2], a.shape[3]), dtype=np.complex128)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_2(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count, dtype=np.complex128)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_2_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def turned(angle, matrix):
    if 2 != matrix.shape[0]:
        raise ValueError("an array of 2 and matrix have different shapes")
    if 2 != matrix.shape[1]:
        raise ValueError("an array of 2 and matrix have different shapes")
    cosine = np.cos(0.5 * angle)
    term = np.empty((2, 2))
    for i in range(2):
        for j in range(2):
            term[i, j] = cosine * (1.0 if i == j else 0.0)
    return term - 1j * np.sin(0.5 * angle) * matrix


def turned_adjoint(angle, matrix, result_bar):
    """The adjoint of angle in turned."""
    # forward sweep
    if 2 != matrix.shape[0]:
        raise ValueError("an array of 2 and matrix have different shapes")
    if 2 != matrix.shape[1]:
        raise ValueError("an array of 2 and matrix have different shapes")
    cosine = np.cos(0.5 * angle)

    # reverse sweep
    term_bar = np.real(result_bar).copy()
    angle_bar = 0.5 * cosine * np.real(-1j * np.sum(matrix * result_bar))
    cosine_bar = 0.0
    for i in range(2):
        for j in range(2):
            cosine_bar += (1.0 if i == j else 0.0) * term_bar[i, j]
    return angle_bar - 0.5 * np.sin(0.5 * angle) * cosine_bar


def gates_of_a_circuit_vjp(angles, couplings, X, Z, CNOT, result_0_bar, result_1_bar):
    """The adjoints of angles and couplings of gates_of_a_circuit, for the adjoint of
    its result.
    """
    # forward sweep: saves state, a_2, turned_result_4 and turned_result_3
    state = np.zeros(4, dtype=np.complex128)
    state[0] = 1.0
    row = np.reshape(np.ascontiguousarray(angles), (-1, 2))
    state_saved = []
    a_2_saved = []
    turned_result_4_saved = []
    turned_result_3_saved = []
    for k in range(len(row)):
        row_3 = row[k]
        second = row_3[1]
        turned_result_3 = turned(second, Z)
        turned_result_3_saved.append(turned_result_3)
        turned_result_4 = turned(second, X)
        turned_result_4_saved.append(turned_result_4)
        if turned_result_3.shape[1] != turned_result_4.shape[0]:
            raise ValueError("operands have different shapes")
        a_2 = turned(row_3[0], X)
        a_2_saved.append(a_2)
        b_2 = turned_result_3 @ turned_result_4
        blocks_2 = a_2[:, None, :, None] * b_2[None, :, None, :]
        rows_2 = a_2.shape[0] * b_2.shape[0]
        layer = np.reshape(
            np.ascontiguousarray(blocks_2), (rows_2, a_2.shape[1] * b_2.shape[1])
        )
        if layer.shape[1] != len(state):
            raise ValueError("layer and state have different shapes")
        product = layer @ state
        state_saved.append(state)
        state = matmul(CNOT, product)
    blocks_3 = np.empty((Z.shape[0], Z.shape[0], Z.shape[1], Z.shape[1]))
    for i in range(Z.shape[0]):
        for j in range(Z.shape[0]):
            for k in range(Z.shape[1]):
                for m in range(Z.shape[1]):
                    blocks_3[i, j, k, m] = Z[i, k] * Z[j, m]
    rows_3 = Z.shape[0] * Z.shape[0]
    b_3 = np.eye(2)
    blocks_4 = np.empty((X.shape[0], b_3.shape[0], X.shape[1], b_3.shape[1]))
    for i in range(X.shape[0]):
        for j in range(b_3.shape[0]):
            for k in range(X.shape[1]):
                for m in range(b_3.shape[1]):
                    blocks_4[i, j, k, m] = X[i, k] * b_3[j, m]
    rows_4 = X.shape[0] * b_3.shape[0]
    a_3 = np.eye(2)
    blocks_5 = np.empty((a_3.shape[0], X.shape[0], a_3.shape[1], X.shape[1]))
    for i in range(a_3.shape[0]):
        for j in range(X.shape[0]):
            for k in range(a_3.shape[1]):
                for m in range(X.shape[1]):
                    blocks_5[i, j, k, m] = a_3[i, k] * X[j, m]
    rows_5 = a_3.shape[0] * X.shape[0]
    if rows_4 != rows_5:
        raise ValueError("operands have different shapes")
    operand = np.reshape(
        np.ascontiguousarray(blocks_4), (rows_4, X.shape[1] * b_3.shape[1])
    )
    operand_2 = np.reshape(
        np.ascontiguousarray(blocks_5), (rows_5, a_3.shape[1] * X.shape[1])
    )
    if operand.shape[1] != operand_2.shape[1]:
        raise ValueError("operands have different shapes")
    if rows_3 != operand_2.shape[0]:
        raise ValueError("an array of rows and operand have different shapes")
    couplings_0 = couplings[0]
    reshape_result = np.reshape(
        np.ascontiguousarray(blocks_3), (rows_3, Z.shape[1] * Z.shape[1])
    )
    if reshape_result.shape[1] != operand_2.shape[1]:
        raise ValueError("operands have different shapes")
    couplings_1 = couplings[1]
    ising = np.empty_like(reshape_result)
    for i in range(reshape_result.shape[0]):
        for j in range(reshape_result.shape[1]):
            operand_3 = couplings_0 * reshape_result[i, j]
            ising[i, j] = operand_3 + couplings_1 * (operand[i, j] + operand_2[i, j])
    left = np.conj(state)
    right = matmul(ising, state)
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    array = np.outer(state, np.conj(state))
    rho = np.reshape(np.ascontiguousarray(array), (2, 2, 2, 2))
    a_2_2 = np.swapaxes(rho, 0, 1)
    a_2_2_2 = np.swapaxes(a_2_2, 1, 3)
    planes = np.swapaxes(a_2_2_2, 2, 3)
    a_3_2 = on_diagonal(planes)
    a_2_3 = np.swapaxes(a_3_2, 0, 1)
    swapaxes_result = np.swapaxes(a_2_3, 1, 2)
    reduced = np.sum(swapaxes_result, -1)
    if reduced.shape[1] != reduced.shape[0]:
        raise ValueError("operands have different shapes")
    a_4 = reduced @ reduced
    on_diagonal_2_a = on_diagonal_2(a_4)

    # reverse sweep
    angles_bar = np.zeros_like(angles)
    couplings_bar = np.zeros_like(couplings)
    on_diagonal_2_a_bar = np.full_like(on_diagonal_2_a, -result_1_bar)
    a_4_bar = np.zeros_like(a_4)
    on_diagonal_2_adjoint(on_diagonal_2_a_bar, a_4_bar)
    reduced_bar = a_4_bar @ reduced.T + reduced.T @ a_4_bar
    a_3_2_bar = np.zeros_like(a_3_2)
    a_2_3_bar = np.swapaxes(a_3_2_bar, 0, 1)
    swapaxes_result_bar = np.swapaxes(a_2_3_bar, 1, 2)
    swapaxes_result_bar += np.expand_dims(reduced_bar, -1)
    rho_bar = np.zeros_like(rho)
    a_2_2_bar = np.swapaxes(rho_bar, 0, 1)
    a_2_2_2_bar = np.swapaxes(a_2_2_bar, 1, 3)
    planes_bar = np.swapaxes(a_2_2_2_bar, 2, 3)
    on_diagonal_adjoint(a_3_2_bar, planes_bar)
    array_bar = np.reshape(np.ascontiguousarray(rho_bar), array.shape).copy()
    state_bar = np.dot(array_bar, np.conj(state))
    state_bar += np.conj(np.dot(state, array_bar))
    left_bar = right * result_0_bar
    right_bar = left * result_0_bar
    ising_bar = np.zeros_like(ising)
    matmul_adjoint_2(ising, state, right_bar, ising_bar, state_bar)
    state_bar += np.conj(left_bar)
    couplings_0_bar = 0.0
    couplings_1_bar = 0.0
    for i in range(reshape_result.shape[0]):
        for j in range(reshape_result.shape[1]):
            couplings_0_bar += reshape_result[i, j] * ising_bar[i, j]
            couplings_1_bar += (operand[i, j] + operand_2[i, j]) * ising_bar[i, j]
    couplings_bar[1] += couplings_1_bar
    couplings_bar[0] += couplings_0_bar
    row_bar = np.zeros_like(row)
    for k in range(len(row) - 1, -1, -1):
        state = state_saved.pop()
        a_2 = a_2_saved.pop()
        turned_result_4 = turned_result_4_saved.pop()
        turned_result_3 = turned_result_3_saved.pop()
        b_2 = turned_result_3 @ turned_result_4
        blocks_2 = a_2[:, None, :, None] * b_2[None, :, None, :]
        rows_2 = a_2.shape[0] * b_2.shape[0]
        layer = np.reshape(
            np.ascontiguousarray(blocks_2), (rows_2, a_2.shape[1] * b_2.shape[1])
        )
        product = layer @ state
        product_bar = np.zeros_like(product)
        matmul_adjoint(CNOT, state_bar, product_bar)
        layer_bar = np.outer(product_bar, state)
        state_bar = layer.T @ product_bar
        blocks_2_bar = np.zeros_like(blocks_2)
        blocks_2_bar += np.reshape(np.ascontiguousarray(layer_bar), blocks_2.shape)
        a_2_bar = np.zeros_like(a_2)
        b_2_bar = np.zeros_like(b_2)
        a_2_bar[:, None, :, None] += np.expand_dims(
            np.sum(
                np.expand_dims(np.sum(b_2[None, :, None, :] * blocks_2_bar, axis=3), 3),
                axis=1,
            ),
            1,
        )
        b_2_bar[None, :, None, :] += np.expand_dims(
            np.sum(
                np.expand_dims(np.sum(a_2[:, None, :, None] * blocks_2_bar, axis=2), 2),
                axis=0,
            ),
            0,
        )
        turned_result_3_bar = b_2_bar @ turned_result_4.T
        turned_result_4_bar = turned_result_3.T @ b_2_bar
        row_3 = row[k]
        second = row_3[1]
        second_bar = turned_adjoint(second, X, turned_result_4_bar)
        second_bar += turned_adjoint(second, Z, turned_result_3_bar)
        row_3_bar = row_bar[k]
        row_3_bar[1] += second_bar
        row_3_bar[0] += turned_adjoint(row_3[0], X, a_2_bar)
    angles_bar += np.reshape(np.ascontiguousarray(row_bar), angles.shape)
    return angles_bar, couplings_bar
