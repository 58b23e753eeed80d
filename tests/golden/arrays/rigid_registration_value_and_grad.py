import numpy as np


def determinant(a):
    """The determinant of a matrix: s2sad.library.inverses.determinant(a)."""
    return np.linalg.det(a)


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def singular_system(a):
    """The factors u, s, vh of a = u * s @ vh, as few columns as there are values:
    s2sad.library.spectra.singular_system(a).
    """
    u, s, vh = np.linalg.svd(a, False)
    return u, s, vh


def over(m, values):
    """The columns of m over values; 0 / 0 is 0."""
    quotient = np.zeros_like(m)
    for i in range(len(m)):
        for j in range(len(values)):
            if values[j] != 0.0:
                quotient[i, j] = m[i, j] / values[j]
            elif m[i, j] != 0.0:
                quotient[i, j] = np.nan
    return quotient


def turned(m, values, asked):
    """The entries m[i, j] over values[j] - values[i]; the diagonal is 0.

    Where values are equal but for rounding, their vectors have no derivative:
    nan, unless nothing is asked of them. An m of 0 may be two that cancel.
    """
    turn = np.zeros_like(m)
    abs_values = np.empty_like(values)
    for i in range(len(values)):
        abs_values[i] = np.abs(values[i])
    equal = 1e-14 * len(values) * np.max(abs_values)
    for i in range(len(values)):
        for j in range(len(values)):
            if abs(values[i] - values[j]) > equal:
                turn[i, j] = m[i, j] / (values[j] - values[i])
            elif i != j and (asked[i, j] != 0.0 or asked[j, i] != 0.0):
                turn[i, j] = np.nan
    return turn


def singular_system_backward(system_0, system_1, system_2, bars_0, bars_1, bars_2):
    left = system_0.T @ bars_0
    right = system_2 @ bars_2.T
    term = np.empty_like(left)
    for i in range(system_0.shape[1]):
        for j in range(bars_0.shape[1]):
            term[i, j] = left[i, j] - left[j, i]
    term_2 = np.empty_like(system_1)
    term_4 = np.empty_like(right)
    for i in range(system_2.shape[0]):
        for j in range(bars_2.shape[0]):
            term_4[i, j] = right[i, j] - right[j, i]
    term_5 = np.empty_like(system_1)
    for i in range(len(system_1)):
        term_2[i] = system_1[i] * system_1[i]
        term_5[i] = system_1[i] * system_1[i]
    turned_result = turned(term, term_2, left)
    change_bar = np.empty_like(turned_result)
    turned_result_2 = turned(term_4, term_5, right)
    term_3 = np.empty_like(turned_result_2)
    for i in range(system_2.shape[0]):
        for j in range(bars_2.shape[0]):
            term_3[i, j] = turned_result_2[i, j] * system_1[j]
    term_6 = term_3.T
    for i in range(system_0.shape[1]):
        for j in range(bars_0.shape[1]):
            change_bar[i, j] = turned_result[i, j] * system_1[j]
            change_bar[i, j] += term_6[i, j]
    for i in range(len(system_1)):
        change_bar[i, i] += bars_1[i]
    product = system_0 @ change_bar
    product_2 = system_0 @ left
    term_8 = np.empty_like(bars_0)
    for i in range(bars_0.shape[0]):
        for j in range(bars_0.shape[1]):
            term_8[i, j] = bars_0[i, j] - product_2[i, j]
    over_result = over(term_8, system_1)
    term_7 = np.empty_like(product)
    for i in range(system_0.shape[0]):
        for j in range(bars_0.shape[1]):
            term_7[i, j] = product[i, j] + over_result[i, j]
    a_bar = term_7 @ system_2
    product_3 = right.T @ system_2
    term_9 = np.empty_like(bars_2)
    for i in range(bars_2.shape[0]):
        for j in range(bars_2.shape[1]):
            term_9[i, j] = bars_2[i, j] - product_3[i, j]
    product_4 = system_0 @ over(term_9.T, system_1).T
    for i in range(system_0.shape[0]):
        for j in range(system_2.shape[1]):
            a_bar[i, j] += product_4[i, j]
    return a_bar


def singular_system_adjoint(a, z_bar_0, z_bar_1, z_bar_2, a_bar):
    u, s, vh = singular_system(a)
    singular_system_backward_0 = singular_system_backward(
        u, s, vh, z_bar_0, z_bar_1, z_bar_2
    )
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += singular_system_backward_0[i, j]


def rigid_registration_value_and_grad(source, target, weights):
    """The value of rigid_registration, and its gradient with respect to source,
    target and weights.
    """
    # forward sweep
    total = 0.0
    for i in range(len(weights)):
        total += weights[i]
    w = np.empty_like(weights)
    for i in range(len(weights)):
        w[i] = weights[i] / total
    if len(weights) != source.shape[0]:
        raise ValueError("w and source have different shapes")
    if len(weights) != target.shape[0]:
        raise ValueError("w and target have different shapes")
    source_mean = w @ source
    target_mean = w @ target
    a = np.empty_like(source)
    b = np.empty_like(target)
    term = np.empty_like(source)
    for i in range(len(weights)):
        for j in range(target.shape[1]):
            b[i, j] = target[i, j] - target_mean[j]
        for j in range(source.shape[1]):
            a[i, j] = source[i, j] - source_mean[j]
            term[i, j] = w[i] * a[i, j]
    a_2 = term.T @ b
    if a_2.shape[0] != a_2.shape[1]:
        raise NotImplementedError(
            "not differentiated: in numpy.linalg.svd: svd with full_matrices=True"
        )
    u, s, vt = singular_system(a_2)
    if vt.shape[0] != u.shape[1]:
        raise ValueError("vt and u have different shapes")
    a_3 = vt.T @ u.T
    sign = np.sign(determinant(a_3))
    v = np.array([1.0, 1.0, sign])
    matrix_of_result = matrix_of(v)
    if vt.shape[0] != matrix_of_result.shape[0]:
        raise ValueError("vt and matrix_of_result have different shapes")
    if matrix_of_result.shape[1] != u.shape[1]:
        raise ValueError("matrix_of_result and u have different shapes")
    product_2 = vt.T @ matrix_of_result
    rotation = product_2 @ u.T
    if source.shape[1] != rotation.shape[1]:
        raise ValueError("a and rotation have different shapes")
    if rotation.shape[0] != len(target_mean):
        raise ValueError("rotation and target_mean have different shapes")
    product = a @ rotation.T
    total_2 = 0.0
    for i in range(len(weights)):
        total_3 = 0.0
        for j in range(source.shape[1]):
            moved = product[i, j] + target_mean[j]
            total_3 += (moved - target[i, j]) ** 2
        total_2 += w[i] * total_3
    value = np.sqrt(total_2)

    # reverse sweep
    source_bar = np.empty_like(source)
    target_bar = np.empty_like(target)
    weights_bar = np.empty_like(weights)
    total_2_bar = 1.0 / (2.0 * value)
    w_bar = np.empty_like(w)
    target_mean_bar = np.zeros_like(target_mean)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(weights)):
        total_3 = 0.0
        for j in range(source.shape[1]):
            moved = product[i, j] + target_mean[j]
            total_3 += (moved - target[i, j]) ** 2
        w_bar[i] = total_3 * total_2_bar
        total_3_bar = w[i] * total_2_bar
        for j in range(source.shape[1]):
            moved = product[i, j] + target_mean[j]
            difference_bar = 2.0 * (moved - target[i, j]) * total_3_bar
            target_bar[i, j] = -difference_bar
            product_bar[i, j] = difference_bar
            target_mean_bar[j] += difference_bar
    a_bar = product_bar @ rotation
    rotation_bar = (a.T @ product_bar).T
    product_2_bar = rotation_bar @ u
    u_bar = (product_2.T @ rotation_bar).T
    vt_bar = (product_2_bar @ matrix_of_result.T).T
    a_2_bar = np.zeros_like(a_2)
    singular_system_adjoint(a_2, u_bar, np.zeros_like(s), vt_bar, a_2_bar)
    term_bar = (a_2_bar @ b.T).T
    b_bar = term @ a_2_bar
    source_mean_bar = np.zeros_like(source_mean)
    for i in range(len(weights)):
        w_i_bar = 0.0
        for j in range(source.shape[1]):
            w_i_bar += a[i, j] * term_bar[i, j]
            a_bar[i, j] += w[i] * term_bar[i, j]
            source_bar[i, j] = a_bar[i, j]
            source_mean_bar[j] -= a_bar[i, j]
        w_bar[i] += w_i_bar
        for j in range(target.shape[1]):
            target_bar[i, j] += b_bar[i, j]
            target_mean_bar[j] -= b_bar[i, j]
    w_bar += target @ target_mean_bar
    target_bar += np.outer(w, target_mean_bar)
    w_bar += source @ source_mean_bar
    source_bar += np.outer(w, source_mean_bar)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(weights)):
        numerator_bar = w_bar[i] / total
        weights_bar[i] = numerator_bar
        total_bar -= weights[i] * numerator_bar / total
    for i in range(len(weights)):
        weights_bar[i] += total_bar
    return value, source_bar, target_bar, weights_bar
