import numpy as np


def basis_tangent(x, knots, degree, x_dot, knots_dot):
    """basis and its tangent."""
    a = np.empty((len(x), max(len(knots) - 1, 0)), dtype=np.bool_)
    for i in range(len(x)):
        for j in range(len(knots) - 1):
            a[i, j] = (x[i] >= knots[j]) & (x[i] < knots[j + 1])
    values_dot = np.zeros(a.shape)
    values = np.empty(a.shape)
    values_dot[:] = 0.0
    values[:] = a
    b_dot = values_dot
    b = values
    for k in range(1, degree + 1):
        if knots[k:-1].shape != knots[: -k - 1].shape:
            raise ValueError("knots[k:-1] and knots[: -k - 1] have different shapes")
        knots_part_dot = knots_dot[: -k - 1]
        knots_part = knots[: -k - 1]
        knots_part_2_dot = knots_dot[k:-1]
        knots_part_2 = knots[k:-1]
        knots_part_3_dot = knots_dot[: -k - 1]
        knots_part_3 = knots[: -k - 1]
        if knots[k + 1 :].shape != knots[1:-k].shape:
            raise ValueError("knots[k + 1 :] and knots[1:-k] have different shapes")
        knots_part_4_dot = knots_dot[k + 1 :]
        knots_part_4 = knots[k + 1 :]
        knots_part_5_dot = knots_dot[k + 1 :]
        knots_part_5 = knots[k + 1 :]
        knots_part_6_dot = knots_dot[1:-k]
        knots_part_6 = knots[1:-k]
        right_dot = np.zeros((len(x), len(knots_part_4)))
        right = np.empty((len(x), len(knots_part_4)))
        if len(x) != b.shape[0]:
            raise ValueError("left and b[:, :-1] have different shapes")
        if len(knots_part) != max(b.shape[1] - 1, 0):
            raise ValueError("left and b[:, :-1] have different shapes")
        if len(knots_part_4) != b[:, 1:].shape[1]:
            raise ValueError("right and b[:, 1:] have different shapes")
        b_new_dot = np.zeros((len(x), len(knots_part)))
        b_new = np.empty((len(x), len(knots_part)))
        for i in range(len(x)):
            for j in range(len(knots_part_4)):
                factor = knots_part_5[j] - knots_part_6[j]
                quotient = (knots_part_4[j] - x[i]) / factor
                factor_2 = (
                    knots_part_4_dot[j]
                    - x_dot[i]
                    - quotient * (knots_part_5_dot[j] - knots_part_6_dot[j])
                )
                quotient_dot = factor_2 / (knots_part_5[j] - knots_part_6[j])
                right_dot[i, j] = quotient_dot
                right[i, j] = quotient
            for j in range(len(knots_part)):
                left = (x[i] - knots_part[j]) / (knots_part_2[j] - knots_part_3[j])
                factor_3 = (
                    x_dot[i]
                    - knots_part_dot[j]
                    - left * (knots_part_2_dot[j] - knots_part_3_dot[j])
                )
                left_dot = factor_3 / (knots_part_2[j] - knots_part_3[j])
                b_new_dot[i, j] = (
                    left_dot * b[i, j]
                    + left * b_dot[i, j]
                    + (right_dot[i, j] * b[i, j + 1] + right[i, j] * b_dot[i, j + 1])
                )
                b_new[i, j] = left * b[i, j] + right[i, j] * b[i, j + 1]
        b_dot = b_new_dot
        b = b_new
    return b, b_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, solutions(a, term)


def b_spline_curve_jvp(
    x, y, smoothing, spacing, count, x_dot, y_dot, smoothing_dot, spacing_dot
):
    """The value of b_spline_curve, and its derivative in the direction x_dot, y_dot,
    smoothing_dot, spacing_dot.
    """
    knots_dot = np.empty(count + 4)
    knots = np.empty(count + 4)
    for i in range(count + 4):
        knots_dot[i] = spacing_dot * (i - 3.0)
        knots[i] = spacing * (i - 3.0)
    design, design_dot = basis_tangent(x, knots, 3, x_dot, knots_dot)
    a = np.eye(count)
    a_2 = np.empty((max(a.shape[0] - 1, 0), a.shape[1]))
    for i in range(a.shape[0] - 1):
        for j in range(a.shape[1]):
            a_2[i, j] = a[i + 1, j] - a[i, j]
    penalty = np.empty((max(a.shape[0] - 2, 0), a.shape[1]))
    for i in range(a.shape[0] - 2):
        for j in range(a.shape[1]):
            penalty[i, j] = a_2[i + 1, j] - a_2[i, j]
    if design.shape[1] != a.shape[1]:
        raise ValueError("design and penalty have different shapes")
    product_dot = design_dot.T @ design + design.T @ design_dot
    product = design.T @ design
    term_dot = np.empty((a.shape[1], max(a.shape[0] - 2, 0)))
    term = np.empty((a.shape[1], max(a.shape[0] - 2, 0)))
    for i in range(a.shape[1]):
        for j in range(a.shape[0] - 2):
            term_dot[i, j] = smoothing_dot * penalty[j, i]
            term[i, j] = smoothing * penalty[j, i]
    product_2_dot = term_dot @ penalty
    product_2 = term @ penalty
    normal_dot = np.empty_like(product)
    normal = np.empty_like(product)
    for i in range(a.shape[1]):
        for j in range(a.shape[1]):
            normal_dot[i, j] = product_dot[i, j] + product_2_dot[i, j]
            normal[i, j] = product[i, j] + product_2[i, j]
    if design.shape[0] != len(y):
        raise ValueError("design and y have different shapes")
    b_dot = design_dot.T @ y + design.T @ y_dot
    b = design.T @ y
    weights, weights_dot = solution_tangent(normal, b, normal_dot, b_dot)
    b_2_dot = design_dot.T @ design + design.T @ design_dot
    b_2 = design.T @ design
    a_3, a_3_dot = solutions_tangent(normal, b_2, normal_dot, b_2_dot)
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(a_3, a_3_dot)
    hat_dot = 0.0
    hat = 0.0
    for i in range(len(on_diagonal_result)):
        hat_dot += on_diagonal_result_dot[i]
        hat += on_diagonal_result[i]
    if design.shape[1] != len(weights):
        raise ValueError("design and weights have different shapes")
    product_3_dot = design_dot @ weights + design @ weights_dot
    product_3 = design @ weights
    total_dot = 0.0
    total = 0.0
    for i in range(design.shape[0]):
        residual = y[i] - product_3[i]
        total_dot += 2.0 * residual * (y_dot[i] - product_3_dot[i])
        total += residual**2
    quotient_dot = total_dot / design.shape[0]
    quotient_2 = hat / len(x)
    quotient_2_dot = hat_dot / len(x)
    value = total / design.shape[0] / (1.0 - quotient_2) ** 2
    factor = quotient_dot + 2.0 * value * (1.0 - quotient_2) * quotient_2_dot
    value_dot = factor / (1.0 - quotient_2) ** 2
    return value, value_dot
