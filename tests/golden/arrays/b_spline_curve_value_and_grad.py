import numpy as np


def basis(x, knots, degree):
    a = np.empty((len(x), max(len(knots) - 1, 0)), dtype=np.bool_)
    for i in range(len(x)):
        for j in range(len(knots) - 1):
            a[i, j] = (x[i] >= knots[j]) & (x[i] < knots[j + 1])
    values = np.empty(a.shape)
    values[:] = a
    b = values
    for k in range(1, degree + 1):
        if knots[k:-1].shape != knots[: -k - 1].shape:
            raise ValueError("knots[k:-1] and knots[: -k - 1] have different shapes")
        knots_part = knots[: -k - 1]
        knots_part_2 = knots[k:-1]
        knots_part_3 = knots[: -k - 1]
        if knots[k + 1 :].shape != knots[1:-k].shape:
            raise ValueError("knots[k + 1 :] and knots[1:-k] have different shapes")
        knots_part_4 = knots[k + 1 :]
        knots_part_5 = knots[k + 1 :]
        knots_part_6 = knots[1:-k]
        right = np.empty((len(x), len(knots_part_4)))
        if len(x) != b.shape[0]:
            raise ValueError("left and b[:, :-1] have different shapes")
        if len(knots_part) != max(b.shape[1] - 1, 0):
            raise ValueError("left and b[:, :-1] have different shapes")
        if len(knots_part_4) != b[:, 1:].shape[1]:
            raise ValueError("right and b[:, 1:] have different shapes")
        b_new = np.empty((len(x), len(knots_part)))
        for i in range(len(x)):
            for j in range(len(knots_part_4)):
                factor = knots_part_5[j] - knots_part_6[j]
                right[i, j] = (knots_part_4[j] - x[i]) / factor
            for j in range(len(knots_part)):
                left = (x[i] - knots_part[j]) / (knots_part_2[j] - knots_part_3[j])
                b_new[i, j] = left * b[i, j] + right[i, j] * b[i, j + 1]
        b = b_new
    return b


def basis_adjoint(x, knots, degree, result_bar, x_bar, knots_bar):
    """The adjoint of x and knots is added to x_bar, knots_bar."""
    # forward sweep: saves b and right
    a = np.empty((len(x), max(len(knots) - 1, 0)), dtype=np.bool_)
    for i in range(len(x)):
        for j in range(len(knots) - 1):
            a[i, j] = (x[i] >= knots[j]) & (x[i] < knots[j + 1])
    values = np.empty(a.shape)
    values[:] = a
    b = values
    b_saved = []
    right_saved = []
    for k in range(1, degree + 1):
        if knots[k:-1].shape != knots[: -k - 1].shape:
            raise ValueError("knots[k:-1] and knots[: -k - 1] have different shapes")
        knots_part = knots[: -k - 1]
        knots_part_2 = knots[k:-1]
        knots_part_3 = knots[: -k - 1]
        if knots[k + 1 :].shape != knots[1:-k].shape:
            raise ValueError("knots[k + 1 :] and knots[1:-k] have different shapes")
        knots_part_4 = knots[k + 1 :]
        knots_part_5 = knots[k + 1 :]
        knots_part_6 = knots[1:-k]
        right = np.empty((len(x), len(knots_part_4)))
        right_saved.append(right)
        if len(x) != b.shape[0]:
            raise ValueError("left and b[:, :-1] have different shapes")
        if len(knots_part) != max(b.shape[1] - 1, 0):
            raise ValueError("left and b[:, :-1] have different shapes")
        if len(knots_part_4) != b[:, 1:].shape[1]:
            raise ValueError("right and b[:, 1:] have different shapes")
        b_new = np.empty((len(x), len(knots_part)))
        for i in range(len(x)):
            for j in range(len(knots_part_4)):
                factor = knots_part_5[j] - knots_part_6[j]
                quotient = (knots_part_4[j] - x[i]) / factor
                right[i, j] = quotient
            for j in range(len(knots_part)):
                left = (x[i] - knots_part[j]) / (knots_part_2[j] - knots_part_3[j])
                b_new[i, j] = left * b[i, j] + right[i, j] * b[i, j + 1]
        b_saved.append(b)
        b = b_new

    # reverse sweep
    b_bar = result_bar.copy()
    for k in range(degree, 0, -1):
        b = b_saved.pop()
        b_new_bar = b_bar
        b_bar = np.zeros_like(b)
        right = right_saved.pop()
        knots_part = knots[: -k - 1]
        knots_part_2 = knots[k:-1]
        knots_part_3 = knots[: -k - 1]
        knots_part_4 = knots[k + 1 :]
        knots_part_5 = knots[k + 1 :]
        knots_part_6 = knots[1:-k]
        knots_part_bar = knots_bar[: -k - 1]
        knots_part_2_bar = knots_bar[k:-1]
        knots_part_3_bar = knots_bar[: -k - 1]
        knots_part_4_bar = knots_bar[k + 1 :]
        knots_part_5_bar = knots_bar[k + 1 :]
        knots_part_6_bar = knots_bar[1:-k]
        right_bar = np.zeros_like(right)
        for i in range(len(x) - 1, -1, -1):
            x_i_bar = 0.0
            for j in range(len(knots_part)):
                left = (x[i] - knots_part[j]) / (knots_part_2[j] - knots_part_3[j])
                left_bar = b[i, j] * b_new_bar[i, j]
                b_bar[i, j] += left * b_new_bar[i, j]
                right_bar[i, j] += b[i, j + 1] * b_new_bar[i, j]
                b_bar[i, j + 1] += right[i, j] * b_new_bar[i, j]
                numerator_bar = left_bar / (knots_part_2[j] - knots_part_3[j])
                x_i_bar += numerator_bar
                knots_part_bar[j] -= numerator_bar
                knots_part_2_bar[j] -= left * numerator_bar
                knots_part_3_bar[j] += left * numerator_bar
            x_bar[i] += x_i_bar
            x_i_2_bar = 0.0
            for j in range(len(knots_part_4) - 1, -1, -1):
                quotient_bar = right_bar[i, j]
                factor_2 = knots_part_5[j] - knots_part_6[j]
                quotient = (knots_part_4[j] - x[i]) / factor_2
                numerator_bar = quotient_bar / (knots_part_5[j] - knots_part_6[j])
                knots_part_4_bar[j] += numerator_bar
                x_i_2_bar -= numerator_bar
                knots_part_5_bar[j] -= quotient * numerator_bar
                knots_part_6_bar[j] += quotient * numerator_bar
            x_bar[i] += x_i_2_bar


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def b_spline_curve_value_and_grad(x, y, smoothing, spacing, count):
    """The value of b_spline_curve, and its gradient with respect to x, y, smoothing
    and spacing.
    """
    # forward sweep
    knots = np.empty(count + 4)
    for i in range(count + 4):
        knots[i] = spacing * (i - 3.0)
    design = basis(x, knots, 3)
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
    product = design.T @ design
    term = np.empty((a.shape[1], max(a.shape[0] - 2, 0)))
    for i in range(a.shape[1]):
        for j in range(a.shape[0] - 2):
            term[i, j] = smoothing * penalty[j, i]
    product_2 = term @ penalty
    normal = np.empty_like(product)
    for i in range(a.shape[1]):
        for j in range(a.shape[1]):
            normal[i, j] = product[i, j] + product_2[i, j]
    if design.shape[0] != len(y):
        raise ValueError("design and y have different shapes")
    b = design.T @ y
    weights = solution(normal, b)
    b_2 = design.T @ design
    a_3 = solutions(normal, b_2)
    on_diagonal_result = on_diagonal(a_3)
    hat = 0.0
    for i in range(len(on_diagonal_result)):
        hat += on_diagonal_result[i]
    if design.shape[1] != len(weights):
        raise ValueError("design and weights have different shapes")
    product_3 = design @ weights
    total = 0.0

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.empty_like(y)
    numerator_bar = 1.0 / (1.0 - hat / len(x)) ** 2
    total_bar = numerator_bar / design.shape[0]
    product_3_bar = np.empty_like(product_3)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(design.shape[0]):
        residual = y[i] - product_3[i]
        total += residual**2
        residual_bar = 2.0 * residual * total_bar
        y_bar[i] = residual_bar
        product_3_bar[i] = -residual_bar
    value = total / design.shape[0] / (1.0 - hat / len(x)) ** 2
    hat_bar = 2.0 * (1.0 - hat / len(x)) * value * numerator_bar / len(x)
    design_bar = np.outer(product_3_bar, weights)
    weights_bar = design.T @ product_3_bar
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = hat_bar
    a_3_bar = np.zeros_like(a_3)
    on_diagonal_adjoint(on_diagonal_result_bar, a_3_bar)
    normal_bar = np.zeros_like(normal)
    b_2_bar = np.zeros_like(b_2)
    solutions_adjoint(normal, b_2, a_3_bar, normal_bar, b_2_bar)
    design_bar += (b_2_bar @ design.T).T + design @ b_2_bar
    b_bar = np.zeros_like(b)
    solution_adjoint(normal, b, weights_bar, normal_bar, b_bar)
    design_bar += np.outer(b_bar, y).T
    y_bar += design @ b_bar
    product_bar = np.empty_like(product)
    product_2_bar = np.empty_like(product_2)
    for i in range(a.shape[1]):
        for j in range(a.shape[1]):
            product_bar[i, j] = normal_bar[i, j]
            product_2_bar[i, j] = normal_bar[i, j]
    term_bar = product_2_bar @ penalty.T
    smoothing_bar = 0.0
    for i in range(a.shape[1]):
        for j in range(a.shape[0] - 2):
            smoothing_bar += penalty[j, i] * term_bar[i, j]
    design_bar += (product_bar @ design.T).T + design @ product_bar
    knots_bar = np.zeros_like(knots)
    basis_adjoint(x, knots, 3, design_bar, x_bar, knots_bar)
    spacing_bar = 0.0
    for i in range(count + 4):
        spacing_bar += (i - 3.0) * knots_bar[i]
    return value, x_bar, y_bar, smoothing_bar, spacing_bar
