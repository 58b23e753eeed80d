import numpy as np


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty(left.shape[0])
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[i, j] + left[i, j] * right_dot[i, j]
            total += left[i, j] * right[i, j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def orthogonal_factors(a):
    """The factors Q and R of a matrix with as many rows as columns, or more:
    s2sad.library.factorizations.orthogonal_factors(a).
    """
    q, r = np.linalg.qr(a)
    return q.copy(), r


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def strictly_lower(a):
    """The lower triangle of a square matrix below its diagonal."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j]
    return part


def orthogonal_factors_tangent(a, a_dot):
    q, r = orthogonal_factors(a)
    change = solutions(r.T, a_dot.T).T
    inner = q.T @ change
    turn = strictly_lower(inner)
    values = np.empty((change.shape[1], q.shape[1]))
    for i in range(change.shape[1]):
        for j in range(q.shape[1]):
            values[i, j] = turn[j, i]
    term_2 = np.empty_like(inner)
    term = np.empty_like(change)
    term_3 = np.empty_like(inner)
    for i in range(q.shape[1]):
        for j in range(change.shape[1]):
            turn[i, j] -= values[i, j]
            term_2[i, j] = inner[i, j] - turn[i, j]
            term_3[i, j] = inner[i, j] - turn[i, j]
    product = q @ term_2
    for i in range(change.shape[0]):
        for j in range(change.shape[1]):
            term[i, j] = change[i, j] - product[i, j]
    return q, r, term, term_3 @ r


def qr_tangent(a, a_dot):
    """qr and its tangent."""
    rows = a.shape[0]
    columns = a.shape[1]
    q_dot = np.zeros_like(a[:, :rows])
    q = np.empty_like(a[:, :rows])
    r_dot = np.zeros_like(a[:columns])
    r = np.empty_like(a[:columns])
    if rows >= columns:
        thin_q, thin_r, thin_q_dot, thin_r_dot = orthogonal_factors_tangent(a, a_dot)
        if q.shape != thin_q.shape:
            raise ValueError("q and thin_q have different shapes")
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                q_dot[i, j] = thin_q_dot[i, j]
                q[i, j] = thin_q[i, j]
        if r.shape != thin_r.shape:
            raise ValueError("r and thin_r have different shapes")
        for i in range(r.shape[0]):
            for j in range(r.shape[1]):
                r_dot[i, j] = thin_r_dot[i, j]
                r[i, j] = thin_r[i, j]
    else:
        square_dot = a_dot[:, :rows].copy()
        square = a[:, :rows].copy()
        square_q, square_r, square_q_dot, square_r_dot = orthogonal_factors_tangent(
            square, square_dot
        )
        if q.shape != square_q.shape:
            raise ValueError("q and square_q have different shapes")
        for i in range(q.shape[0]):
            for j in range(q.shape[1]):
                q_dot[i, j] = square_q_dot[i, j]
                q[i, j] = square_q[i, j]
        if r[:, :rows].shape != square_r.shape:
            raise ValueError("r[:, :rows] and square_r have different shapes")
        r_dot[:, :rows] = square_r_dot
        r[:, :rows] = square_r
        for i in range(rows):
            for j in range(rows, columns):
                r_dot[i, j] = 0.0
                r[i, j] = 0.0
                for k in range(rows):
                    term = square_q[k, i] * a_dot[k, j]
                    r_dot[i, j] += square_q_dot[k, i] * a[k, j] + term
                    r[i, j] += square_q[k, i] * a[k, j]
    return q, r, q_dot, r_dot


def lower_part(a):
    """The lower triangle of a square matrix, the diagonal multiplied by a number."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j]
        part[i, i] = 1.0 * a[i, i]
    return part


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


def upper_solution_tangent(a, b, a_dot, b_dot):
    z = upper_solution(a, b)
    product = lower_part(a_dot.T).T @ z
    term = np.empty((b_dot.shape[0], 1))
    for i in range(b_dot.shape[0]):
        term[i, 0] = b_dot[i, 0] - product[i, 0]
    return z, upper_solution(a, term)


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


def upper_solution_tangent_2(a, b, a_dot):
    z = upper_solution_2(a, b)
    product = lower_part(a_dot.T).T @ z
    term = np.empty_like(product)
    for i in range(product.shape[0]):
        for j in range(product.shape[1]):
            term[i, j] = -product[i, j]
    return z, upper_solution_2(a, term)


def least_squares_by_rotations_jvp(
    design, measured, weights, design_dot, measured_dot, weights_dot
):
    """The value of least_squares_by_rotations, and its derivative in the direction
    design_dot, measured_dot, weights_dot.
    """
    root_dot = np.empty_like(weights)
    root = np.empty_like(weights)
    if design.shape[0] != root[:, None].shape[0]:
        raise ValueError("design and root[:, None] have different shapes")
    term_dot = np.zeros_like(design)
    term = np.empty_like(design)
    for i in range(len(weights)):
        sqrt_weights = np.sqrt(weights[i])
        root_dot[i] = weights_dot[i] / (2.0 * sqrt_weights)
        root[i] = sqrt_weights
        for j in range(design.shape[1]):
            term_dot[i, j] = design_dot[i, j] * root[i] + design[i, j] * root_dot[i]
            term[i, j] = design[i, j] * root[i]
    q, r, q_dot, r_dot = qr_tangent(term, term_dot)
    if len(weights) != len(measured):
        raise ValueError("root and measured have different shapes")
    right_dot = np.empty_like(weights)
    right = np.empty_like(weights)
    for i in range(len(weights)):
        right_dot[i] = root_dot[i] * measured[i] + root[i] * measured_dot[i]
        right[i] = root[i] * measured[i]
    if q.shape[0] != len(weights):
        raise ValueError("q and right have different shapes")
    b_dot = q_dot.T @ right + q.T @ right_dot
    b = q.T @ right
    b_2_dot = b_dot[:, None]
    b_2 = b[:, None]
    wide, wide_dot = upper_solution_tangent(r, b_2, r_dot, b_2_dot)
    estimate_dot = wide_dot[:, 0]
    estimate = wide[:, 0]
    product_dot = q_dot.T @ right + q.T @ right_dot
    product = q.T @ right
    product_dot = q_dot @ product + q @ product_dot
    product = q @ product
    residual_dot = np.empty_like(weights)
    residual = np.empty_like(weights)
    rows = design.shape[0]
    columns = design.shape[1]
    total_dot = 0.0
    total = 0.0
    for i in range(len(weights)):
        residual_dot[i] = right_dot[i] - product_dot[i]
        residual[i] = right[i] - product[i]
        total_dot += residual_dot[i] * residual[i] + residual[i] * residual_dot[i]
        total += residual[i] * residual[i]
    variance = total / (rows - columns)
    variance_dot = total_dot / (rows - columns)
    b_3 = np.eye(columns)
    inverse, inverse_dot = upper_solution_tangent_2(r, b_3, r_dot)
    errors_dot = np.empty(b_3.shape[0])
    errors = np.empty(b_3.shape[0])
    for i in range(b_3.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(b_3.shape[1]):
            total_dot += 2.0 * inverse[i, j] * inverse_dot[i, j]
            total += inverse[i, j] ** 2
        root_2 = np.sqrt(variance * total)
        root_2_dot = (variance_dot * total + variance * total_dot) / (2.0 * root_2)
        errors_dot[i] = root_2_dot
        errors[i] = root_2
    leverage, leverage_dot = einsum_tangent(q, q, q_dot, q_dot)
    if len(weights) != len(leverage):
        raise ValueError("residual and leverage have different shapes")
    cook_dot = np.empty_like(weights)
    cook = np.empty_like(weights)
    for i in range(len(weights)):
        quotient = (
            residual[i] ** 2
            * leverage[i]
            / (columns * variance * (1.0 - leverage[i]) ** 2)
        )
        factor = (
            2.0 * residual[i] * residual_dot[i] * leverage[i]
            + residual[i] ** 2 * leverage_dot[i]
            - quotient
            * (
                columns * variance_dot * (1.0 - leverage[i]) ** 2
                - 2.0 * columns * variance * (1.0 - leverage[i]) * leverage_dot[i]
            )
        )
        quotient_dot = factor / (columns * variance * (1.0 - leverage[i]) ** 2)
        cook_dot[i] = quotient_dot
        cook[i] = quotient
    value_dot = cook_dot[np.argmax(cook)]
    return estimate, errors, np.max(cook), estimate_dot, errors_dot, value_dot
