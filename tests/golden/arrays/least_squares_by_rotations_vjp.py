import numpy as np


def einsum(left, right):
    """The sums of left[i, j] * right[i, j] over j."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total = 0.0
        for j in range(left.shape[1]):
            total += left[i, j] * right[i, j]
        result[i] = total
    return result


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            left_bar[i, j] += right[i, j] * total_bar
            right_bar[i, j] += left[i, j] * total_bar


def orthogonal_factors(a):
    """The factors Q and R of a matrix with as many rows as columns, or more:
    s2sad.library.factorizations.orthogonal_factors(a).
    """
    q, r = np.linalg.qr(a)
    return q.copy(), r


def qr(a):
    """The factors Q, with orthogonal columns, and R, a triangle, of a matrix."""
    rows = a.shape[0]
    columns = a.shape[1]
    q = np.empty_like(a[:, :rows])
    r = np.empty_like(a[:columns])
    if rows >= columns:
        thin_q, thin_r = orthogonal_factors(a)
        if q.shape != thin_q.shape:
            raise ValueError("q and thin_q have different shapes")
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                q[i, j] = thin_q[i, j]
        if r.shape != thin_r.shape:
            raise ValueError("r and thin_r have different shapes")
        for i in range(r.shape[0]):
            for j in range(r.shape[1]):
                r[i, j] = thin_r[i, j]
    else:
        square = a[:, :rows].copy()
        square_q, square_r = orthogonal_factors(square)
        if q.shape != square_q.shape:
            raise ValueError("q and square_q have different shapes")
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                q[i, j] = square_q[i, j]
        if r[:, :rows].shape != square_r.shape:
            raise ValueError("r[:, :rows] and square_r have different shapes")
        r[:, :rows] = square_r
        for i in range(rows):
            for j in range(rows, columns):
                r[i, j] = 0.0
                for k in range(rows):
                    r[i, j] += square_q[k, i] * a[k, j]
    return q, r


def mirrored(a):
    """The symmetric matrix whose lower triangle is that of a."""
    whole = np.empty_like(a)
    for i in range(len(a)):
        for j in range(i + 1):
            whole[i, j] = a[i, j]
            whole[j, i] = a[i, j]
    return whole


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def orthogonal_factors_adjoint(a, z_bar_0, z_bar_1, a_bar):
    q, r = orthogonal_factors(a)
    product = r @ z_bar_1.T
    product_2 = z_bar_0.T @ q
    term = np.empty_like(product)
    for i in range(r.shape[0]):
        for j in range(z_bar_1.shape[0]):
            term[i, j] = product[i, j] - product_2[i, j]
    inner_bar = mirrored(term)
    product_3 = q @ inner_bar
    term_2 = np.empty_like(z_bar_0)
    for i in range(z_bar_0.shape[0]):
        for j in range(z_bar_0.shape[1]):
            term_2[i, j] = z_bar_0[i, j] + product_3[i, j]
    term_3 = solutions(r, term_2.T).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += term_3[i, j]


def qr_adjoint(a, result_0_bar, result_1_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    rows = a.shape[0]
    columns = a.shape[1]
    q = np.empty_like(a[:, :rows])
    r = np.empty_like(a[:columns])
    if rows >= columns:
        thin_q, thin_r = orthogonal_factors(a)
        if q.shape != thin_q.shape:
            raise ValueError("q and thin_q have different shapes")
        if r.shape != thin_r.shape:
            raise ValueError("r and thin_r have different shapes")
    else:
        square = a[:, :rows].copy()
        square_q, square_r = orthogonal_factors(square)
        if q.shape != square_q.shape:
            raise ValueError("q and square_q have different shapes")
        if r[:, :rows].shape != square_r.shape:
            raise ValueError("r[:, :rows] and square_r have different shapes")

    # reverse sweep
    r_bar = result_1_bar.copy()
    if rows >= columns:
        thin_r_bar = np.zeros_like(thin_r)
        for i in range(r.shape[0]):
            for j in range(r.shape[1]):
                thin_r_bar[i, j] += r_bar[i, j]
        thin_q_bar = np.zeros_like(thin_q)
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                thin_q_bar[i, j] += result_0_bar[i, j]
        orthogonal_factors_adjoint(a, thin_q_bar, thin_r_bar, a_bar)
    else:
        square_q_bar = np.zeros_like(square_q)
        for i in range(rows):
            for j in range(columns - 1, rows - 1, -1):
                for k in range(rows):
                    square_q_bar[k, i] += a[k, j] * r_bar[i, j]
                    a_bar[k, j] += square_q[k, i] * r_bar[i, j]
                r_bar[i, j] = 0.0
        square_r_bar = r_bar[:, :rows].copy()
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                square_q_bar[i, j] += result_0_bar[i, j]
        square_bar = np.zeros_like(square)
        orthogonal_factors_adjoint(square, square_q_bar, square_r_bar, square_bar)
        a_bar[:, :rows] += square_bar


def upper_solution(a, b):
    """The matrix x with U @ x = b, U being the upper triangle of a:
    s2sad.library.factorizations.upper_solution(a, b).
    """
    x = b.copy()
    for i in range(len(a) - 1, -1, -1):
        for j in range(i + 1, len(a)):
            for k in range(b.shape[1]):
                x[i, k] -= a[i, j] * x[j, k]
        for k in range(b.shape[1]):
            x[i, k] /= a[i, i]
    return x


def upper_solution_2(a, b):
    """The matrix x with U @ x = b, U being the upper triangle of a:
    s2sad.library.factorizations.upper_solution(a, b).
    """
    x = b.copy()
    for i in range(len(a) - 1, -1, -1):
        for j in range(i + 1, len(a)):
            for k in range(b.shape[1]):
                x[i, k] -= a[i, j] * x[j, k]
        for k in range(b.shape[1]):
            x[i, k] /= a[i, i]
    return x


def lower_part(a):
    """The lower triangle of a square matrix, the diagonal multiplied by a number."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j]
        part[i, i] = 1.0 * a[i, i]
    return part


def lower_solution(a, b):
    """The matrix x with L @ x = b, L being the lower triangle of a:
    s2sad.library.factorizations.lower_solution(a, b).
    """
    x = b.copy()
    for i in range(len(a)):
        for j in range(i):
            for k in range(b.shape[1]):
                x[i, k] -= a[i, j] * x[j, k]
        for k in range(b.shape[1]):
            x[i, k] /= a[i, i]
    return x


def upper_solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = upper_solution(a, b)
    w = lower_solution(a.T, z_bar)
    term = lower_part(z @ w.T).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= term[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += w[i, 0]


def lower_solution_2(a, b):
    """The matrix x with L @ x = b, L being the lower triangle of a:
    s2sad.library.factorizations.lower_solution(a, b).
    """
    x = b.copy()
    for i in range(len(a)):
        for j in range(i):
            for k in range(b.shape[1]):
                x[i, k] -= a[i, j] * x[j, k]
        for k in range(b.shape[1]):
            x[i, k] /= a[i, i]
    return x


def upper_solution_adjoint_2(a, b, z_bar, a_bar):
    z = upper_solution_2(a, b)
    w = lower_solution_2(a.T, z_bar)
    term = lower_part(z @ w.T).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= term[i, j]


def least_squares_by_rotations_vjp(
    design, measured, weights, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of design, measured and weights of least_squares_by_rotations,
    for the adjoint of its result.
    """
    # forward sweep
    root = np.empty_like(weights)
    if design.shape[0] != root[:, None].shape[0]:
        raise ValueError("design and root[:, None] have different shapes")
    term = np.empty_like(design)
    for i in range(len(weights)):
        root[i] = np.sqrt(weights[i])
        for j in range(design.shape[1]):
            term[i, j] = design[i, j] * root[i]
    q, r = qr(term)
    if len(weights) != len(measured):
        raise ValueError("root and measured have different shapes")
    right = np.empty_like(weights)
    for i in range(len(weights)):
        right[i] = root[i] * measured[i]
    if q.shape[0] != len(weights):
        raise ValueError("q and right have different shapes")
    b = q.T @ right
    b_2 = b[:, None]
    wide = upper_solution(r, b_2)
    product_2 = q.T @ right
    product = q @ product_2
    residual = np.empty_like(weights)
    rows = design.shape[0]
    columns = design.shape[1]
    total = 0.0
    for i in range(len(weights)):
        residual[i] = right[i] - product[i]
        total += residual[i] * residual[i]
    variance = total / (rows - columns)
    b_3 = np.eye(columns)
    inverse = upper_solution_2(r, b_3)
    leverage = einsum(q, q)
    if len(weights) != len(leverage):
        raise ValueError("residual and leverage have different shapes")
    cook = np.empty_like(weights)
    for i in range(len(weights)):
        quotient = (
            residual[i] ** 2
            * leverage[i]
            / (columns * variance * (1.0 - leverage[i]) ** 2)
        )
        cook[i] = quotient

    # reverse sweep
    design_bar = np.zeros_like(design)
    measured_bar = np.empty_like(measured)
    weights_bar = np.empty_like(weights)
    wide_bar = np.zeros_like(wide)
    estimate_bar = wide_bar[:, 0]
    estimate_bar += result_0_bar
    errors_bar = result_1_bar.copy()
    cook_bar = np.zeros_like(cook)
    cook_bar[np.argmax(cook)] += result_2_bar
    residual_bar = np.empty_like(residual)
    leverage_bar = np.empty_like(leverage)

    # forward and reverse in one sweep: the iterations are independent
    variance_bar = 0.0
    for i in range(len(weights)):
        quotient = (
            residual[i] ** 2
            * leverage[i]
            / (columns * variance * (1.0 - leverage[i]) ** 2)
        )
        quotient_bar = cook_bar[i]
        numerator_bar = quotient_bar / (columns * variance * (1.0 - leverage[i]) ** 2)
        residual_bar[i] = 2.0 * residual[i] * leverage[i] * numerator_bar
        leverage_bar[i] = residual[i] ** 2 * numerator_bar
        variance_bar -= columns * (1.0 - leverage[i]) ** 2 * quotient * numerator_bar
        leverage_bar[i] += (
            2.0 * (1.0 - leverage[i]) * columns * variance * quotient * numerator_bar
        )
    q_bar = np.zeros_like(q)
    einsum_adjoint(q, q, leverage_bar, q_bar, q_bar)
    inverse_bar = np.empty_like(inverse)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(b_3.shape[0]):
        total = 0.0
        for j in range(b_3.shape[1]):
            total += inverse[i, j] ** 2
        product_bar_2 = errors_bar[i] / (2.0 * np.sqrt(variance * total))
        variance_bar += total * product_bar_2
        total_bar = variance * product_bar_2
        for j in range(b_3.shape[1]):
            inverse_bar[i, j] = 2.0 * inverse[i, j] * total_bar
    r_bar = np.zeros_like(r)
    upper_solution_adjoint_2(r, b_3, inverse_bar, r_bar)
    total_bar = variance_bar / (rows - columns)
    right_bar = np.empty_like(right)
    product_bar = np.empty_like(product)
    for i in range(len(weights)):
        residual_bar[i] += 2.0 * residual[i] * total_bar
        right_bar[i] = residual_bar[i]
        product_bar[i] = -residual_bar[i]
    q_bar += np.outer(product_bar, product_2)
    product_2_bar = q.T @ product_bar
    q_bar += np.outer(product_2_bar, right).T
    right_bar += q @ product_2_bar
    b_bar = np.zeros_like(b)
    b_2_bar = b_bar[:, None]
    upper_solution_adjoint(r, b_2, wide_bar, r_bar, b_2_bar)
    q_bar += np.outer(b_bar, right).T
    right_bar += q @ b_bar
    root_bar = np.empty_like(root)
    for i in range(len(weights)):
        root_bar[i] = measured[i] * right_bar[i]
        measured_bar[i] = root[i] * right_bar[i]
    term_bar = np.zeros_like(term)
    qr_adjoint(term, q_bar, r_bar, term_bar)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(weights)):
        root_i_bar = 0.0
        for j in range(design.shape[1]):
            design_bar[i, j] += root[i] * term_bar[i, j]
            root_i_bar += design[i, j] * term_bar[i, j]
        root_bar[i] += root_i_bar
        weights_bar[i] = root_bar[i] / (2.0 * root[i])
    return design_bar, measured_bar, weights_bar
