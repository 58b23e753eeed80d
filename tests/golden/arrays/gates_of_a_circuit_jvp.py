import numpy as np


def matmul_tangent(left, right, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty(left.shape[0], dtype=np.complex128)
    result = np.empty(left.shape[0], dtype=np.complex128)
    for i in range(left.shape[0]):
        total_dot = 0j
        total = 0j
        for j in range(left.shape[1]):
            total_dot += left[i, j] * right_dot[j]
            total += left[i, j] * right[j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def matmul_tangent_2(left, right, left_dot, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty(left.shape[0], dtype=np.complex128)
    result = np.empty(left.shape[0], dtype=np.complex128)
    for i in range(left.shape[0]):
        total_dot = 0j
        total = 0j
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[j] + left[i, j] * right_dot[j]
            total += left[i, j] * right[j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def on_diagonal_2_tangent(a, a_dot):
    """on_diagonal_2 and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count, dtype=np.complex128)
    found = np.empty(count, dtype=np.complex128)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.zeros((count, a.shape[2], a.shape[3]), dtype=np.complex128)
    found = np.empty((count, a.shape[2], a.shape[3]), dtype=np.complex128)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def turned_tangent(angle, matrix, angle_dot):
    """turned and its tangent."""
    if 2 != matrix.shape[0]:
        raise ValueError("an array of 2 and matrix have different shapes")
    if 2 != matrix.shape[1]:
        raise ValueError("an array of 2 and matrix have different shapes")
    sine = np.sin(0.5 * angle)
    cosine_dot = -0.5 * sine * angle_dot
    cosine = np.cos(0.5 * angle)
    term_dot = np.empty((2, 2))
    term = np.empty((2, 2))
    for i in range(2):
        for j in range(2):
            term_dot[i, j] = cosine_dot * (1.0 if i == j else 0.0)
            term[i, j] = cosine * (1.0 if i == j else 0.0)
    value_dot = term_dot - 0.5 * 1j * cosine * angle_dot * matrix
    return term - 1j * sine * matrix, value_dot


def gates_of_a_circuit_jvp(angles, couplings, X, Z, CNOT, angles_dot, couplings_dot):
    """The value of gates_of_a_circuit, and its derivative in the direction
    angles_dot, couplings_dot.
    """
    state_dot = np.zeros(4, dtype=np.complex128)
    state = np.zeros(4, dtype=np.complex128)
    state_dot[0] = 0j
    state[0] = 1.0
    row_dot = np.reshape(np.ascontiguousarray(angles_dot), (-1, 2))
    row = np.reshape(np.ascontiguousarray(angles), (-1, 2))
    for k in range(len(row)):
        row_3_dot = row_dot[k]
        row_3 = row[k]
        second_dot = row_3_dot[1]
        second = row_3[1]
        turned_result_3, turned_result_3_dot = turned_tangent(second, Z, second_dot)
        turned_result_4, turned_result_4_dot = turned_tangent(second, X, second_dot)
        if turned_result_3.shape[1] != turned_result_4.shape[0]:
            raise ValueError("operands have different shapes")
        a_2, a_2_dot = turned_tangent(row_3[0], X, row_3_dot[0])
        term = turned_result_3 @ turned_result_4_dot
        b_2_dot = turned_result_3_dot @ turned_result_4 + term
        b_2 = turned_result_3 @ turned_result_4
        term_2 = a_2[:, None, :, None] * b_2_dot[None, :, None, :]
        blocks_2_dot = a_2_dot[:, None, :, None] * b_2[None, :, None, :] + term_2
        blocks_2 = a_2[:, None, :, None] * b_2[None, :, None, :]
        rows_2 = a_2.shape[0] * b_2.shape[0]
        layer_dot = np.reshape(
            np.ascontiguousarray(blocks_2_dot), (rows_2, a_2.shape[1] * b_2.shape[1])
        )
        layer = np.reshape(
            np.ascontiguousarray(blocks_2), (rows_2, a_2.shape[1] * b_2.shape[1])
        )
        if layer.shape[1] != len(state):
            raise ValueError("layer and state have different shapes")
        product_dot = layer_dot @ state + layer @ state_dot
        product = layer @ state
        state, state_dot = matmul_tangent(CNOT, product, product_dot)
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
    couplings_0_dot = couplings_dot[0]
    couplings_0 = couplings[0]
    reshape_result = np.reshape(
        np.ascontiguousarray(blocks_3), (rows_3, Z.shape[1] * Z.shape[1])
    )
    if reshape_result.shape[1] != operand_2.shape[1]:
        raise ValueError("operands have different shapes")
    couplings_1_dot = couplings_dot[1]
    couplings_1 = couplings[1]
    ising_dot = np.empty_like(reshape_result)
    ising = np.empty_like(reshape_result)
    for i in range(reshape_result.shape[0]):
        for j in range(reshape_result.shape[1]):
            operand_3_dot = couplings_0_dot * reshape_result[i, j]
            operand_3 = couplings_0 * reshape_result[i, j]
            term_3 = couplings_1_dot * (operand[i, j] + operand_2[i, j])
            ising_dot[i, j] = operand_3_dot + term_3
            ising[i, j] = operand_3 + couplings_1 * (operand[i, j] + operand_2[i, j])
    left_dot = np.conj(state_dot)
    left = np.conj(state)
    right, right_dot = matmul_tangent_2(ising, state, ising_dot, state_dot)
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    energy_dot = np.real(left_dot @ right + left @ right_dot)
    energy = np.real(left @ right)
    term_4 = np.outer(state, np.conj(state_dot))
    array_dot = np.outer(state_dot, np.conj(state)) + term_4
    array = np.outer(state, np.conj(state))
    rho_dot = np.reshape(np.ascontiguousarray(array_dot), (2, 2, 2, 2))
    rho = np.reshape(np.ascontiguousarray(array), (2, 2, 2, 2))
    a_2_2_dot = np.swapaxes(rho_dot, 0, 1)
    a_2_2 = np.swapaxes(rho, 0, 1)
    a_2_2_2_dot = np.swapaxes(a_2_2_dot, 1, 3)
    a_2_2_2 = np.swapaxes(a_2_2, 1, 3)
    planes_dot = np.swapaxes(a_2_2_2_dot, 2, 3)
    planes = np.swapaxes(a_2_2_2, 2, 3)
    a_3_2, a_3_2_dot = on_diagonal_tangent(planes, planes_dot)
    a_2_3_dot = np.swapaxes(a_3_2_dot, 0, 1)
    a_2_3 = np.swapaxes(a_3_2, 0, 1)
    swapaxes_result_dot = np.swapaxes(a_2_3_dot, 1, 2)
    swapaxes_result = np.swapaxes(a_2_3, 1, 2)
    reduced_dot = np.sum(swapaxes_result_dot, -1)
    reduced = np.sum(swapaxes_result, -1)
    if reduced.shape[1] != reduced.shape[0]:
        raise ValueError("operands have different shapes")
    a_4_dot = reduced_dot @ reduced + reduced @ reduced_dot
    a_4 = reduced @ reduced
    on_diagonal_2_a, on_diagonal_2_a_dot = on_diagonal_2_tangent(a_4, a_4_dot)
    purity = np.real(np.sum(on_diagonal_2_a))
    value = 1.0 - purity
    return energy, value, energy_dot, -np.real(np.sum(on_diagonal_2_a_dot))
