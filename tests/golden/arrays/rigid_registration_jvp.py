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


def diagonal(a):
    """The diagonal of a square matrix."""
    entries = np.empty(len(a), np.float64)
    for i in range(len(a)):
        entries[i] = a[i, i]
    return entries


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


def singular_system(a):
    """The factors u, s, vh of a = u * s @ vh, as few columns as there are values:
    s2sad.library.spectra.singular_system(a).
    """
    u, s, vh = np.linalg.svd(a, False)
    return u, s, vh


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


def singular_system_jvp(primals_0, tangents_0):
    u, s, vh = singular_system(primals_0)
    left = u.T @ tangents_0
    right = tangents_0 @ vh.T
    change = left @ vh.T
    scaled = np.empty_like(change)
    for i in range(u.shape[1]):
        for j in range(vh.shape[0]):
            scaled[i, j] = change[i, j] * s[j]
    term = np.empty_like(change)
    term_2 = np.empty_like(s)
    product = u @ change
    term_3 = np.empty_like(right)
    for i in range(tangents_0.shape[0]):
        for j in range(vh.shape[0]):
            term_3[i, j] = right[i, j] - product[i, j]
    over_result = over(term_3, s)
    scaled_2 = np.empty((vh.shape[0], u.shape[1]))
    for i in range(vh.shape[0]):
        for j in range(u.shape[1]):
            scaled_2[i, j] = change[j, i] * s[j]
    term_4 = np.empty((vh.shape[0], u.shape[1]))
    for i in range(vh.shape[0]):
        for j in range(u.shape[1]):
            term_4[i, j] = scaled_2[i, j] + scaled_2[j, i]
    term_5 = np.empty_like(s)
    for i in range(len(s)):
        term_2[i] = s[i] * s[i]
        term_5[i] = s[i] * s[i]
    vh_dot = turned(term_4, term_5, scaled_2).T @ vh
    product_2 = change @ vh
    term_6 = np.empty_like(left)
    for i in range(u.shape[1]):
        for j in range(vh.shape[0]):
            term[i, j] = scaled[i, j] + scaled[j, i]
        for j in range(tangents_0.shape[1]):
            term_6[i, j] = left[i, j] - product_2[i, j]
    u_dot = u @ turned(term, term_2, scaled)
    for i in range(u_dot.shape[0]):
        for j in range(u_dot.shape[1]):
            u_dot[i, j] += over_result[i, j]
    term_7 = over(term_6.T, s).T
    for i in range(vh_dot.shape[0]):
        for j in range(vh_dot.shape[1]):
            vh_dot[i, j] += term_7[i, j]
    return u, s, vh, u_dot, diagonal(change), vh_dot


def singular_system_tangent(a, a_dot):
    (
        singular_system_jvp_0,
        singular_system_jvp_1,
        singular_system_jvp_2,
        singular_system_jvp_3,
        singular_system_jvp_4,
        singular_system_jvp_5,
    ) = singular_system_jvp(a, a_dot)
    return (
        singular_system_jvp_0,
        singular_system_jvp_1,
        singular_system_jvp_2,
        singular_system_jvp_3,
        singular_system_jvp_4,
        singular_system_jvp_5,
    )


def rigid_registration_jvp(
    source, target, weights, source_dot, target_dot, weights_dot
):
    """The value of rigid_registration, and its derivative in the direction
    source_dot, target_dot, weights_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(weights)):
        total_dot += weights_dot[i]
        total += weights[i]
    w_dot = np.empty_like(weights)
    w = np.empty_like(weights)
    for i in range(len(weights)):
        quotient = weights[i] / total
        w_dot[i] = (weights_dot[i] - quotient * total_dot) / total
        w[i] = quotient
    if len(weights) != source.shape[0]:
        raise ValueError("w and source have different shapes")
    if len(weights) != target.shape[0]:
        raise ValueError("w and target have different shapes")
    source_mean_dot = w_dot @ source + w @ source_dot
    source_mean = w @ source
    target_mean_dot = w_dot @ target + w @ target_dot
    target_mean = w @ target
    a_dot = np.empty_like(source)
    a = np.empty_like(source)
    b_dot = np.empty_like(target)
    b = np.empty_like(target)
    term_dot = np.empty_like(source)
    term = np.empty_like(source)
    for i in range(len(weights)):
        for j in range(target.shape[1]):
            b_dot[i, j] = target_dot[i, j] - target_mean_dot[j]
            b[i, j] = target[i, j] - target_mean[j]
        for j in range(source.shape[1]):
            a_dot[i, j] = source_dot[i, j] - source_mean_dot[j]
            a[i, j] = source[i, j] - source_mean[j]
            term_dot[i, j] = w_dot[i] * a[i, j] + w[i] * a_dot[i, j]
            term[i, j] = w[i] * a[i, j]
    a_2_dot = term_dot.T @ b + term.T @ b_dot
    a_2 = term.T @ b
    if a_2.shape[0] != a_2.shape[1]:
        raise NotImplementedError(
            "not differentiated: in numpy.linalg.svd: svd with full_matrices=True"
        )
    u, s, vt, u_dot, s_dot, vt_dot = singular_system_tangent(a_2, a_2_dot)
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
    product_dot = vt_dot.T @ matrix_of_result
    product = vt.T @ matrix_of_result
    rotation_dot = product_dot @ u.T + product @ u_dot.T
    rotation = product @ u.T
    if source.shape[1] != rotation.shape[1]:
        raise ValueError("a and rotation have different shapes")
    if rotation.shape[0] != len(target_mean):
        raise ValueError("rotation and target_mean have different shapes")
    product_dot = a_dot @ rotation.T + a @ rotation_dot.T
    product = a @ rotation.T
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(weights)):
        total_dot = 0.0
        total = 0.0
        for j in range(source.shape[1]):
            moved_dot = product_dot[i, j] + target_mean_dot[j]
            moved = product[i, j] + target_mean[j]
            total_dot += 2.0 * (moved - target[i, j]) * (moved_dot - target_dot[i, j])
            total += (moved - target[i, j]) ** 2
        total_2_dot += w_dot[i] * total + w[i] * total_dot
        total_2 += w[i] * total
    value = np.sqrt(total_2)
    return value, total_2_dot / (2.0 * value)
