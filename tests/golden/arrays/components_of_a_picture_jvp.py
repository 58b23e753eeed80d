import numpy as np


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def diagonal_2(a):
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
    return u, s, vh, u_dot, diagonal_2(change), vh_dot


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


def singular_values(a):
    """The singular values of a matrix: s2sad.library.spectra.singular_values(a)."""
    u, s, vh = np.linalg.svd(a, False)
    return s


def singular_values_tangent(a, a_dot):
    z = singular_values(a)
    u, s, vh = singular_system(a)
    if u.shape[0] != a_dot.shape[0]:
        raise ValueError("u and a have different shapes")
    if a_dot.shape[1] != vh.shape[1]:
        raise ValueError("a and vh have different shapes")
    return z, diagonal_2(u.T @ a_dot @ vh.T)


def components_of_a_picture_jvp(
    picture, noise, softness, picture_dot, noise_dot, softness_dot
):
    """The value of components_of_a_picture, and its derivative in the direction
    picture_dot, noise_dot, softness_dot.
    """
    total_dot = np.zeros(picture.shape[1])
    total = np.zeros(picture.shape[1])
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1]):
            total_dot[j] += picture_dot[i, j]
            total[j] += picture[i, j]
    middle_dot = np.empty(picture.shape[1])
    middle = np.empty(picture.shape[1])
    for i in range(picture.shape[1]):
        middle_dot[i] = total_dot[i] / picture.shape[0]
        middle[i] = total[i] / picture.shape[0]
    a_dot = np.empty_like(picture)
    a = np.empty_like(picture)
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1]):
            a_dot[i, j] = picture_dot[i, j] - middle_dot[j]
            a[i, j] = picture[i, j] - middle[j]
    u, s, vt, u_dot, s_dot, vt_dot = singular_system_tangent(a, a_dot)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(s)):
        total_2_dot += 2.0 * s[i] * s_dot[i]
        total_2 += s[i] ** 2
    shrunk_dot = np.empty_like(s)
    shrunk = np.empty_like(s)
    rank_dot = 0.0
    rank = 0.0
    singular_values_result, singular_values_result_dot = singular_values_tangent(
        picture, picture_dot
    )
    nuclear_dot = 0.0
    nuclear = 0.0
    for i in range(len(singular_values_result)):
        nuclear_dot += singular_values_result_dot[i]
        nuclear += singular_values_result[i]
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(s)):
        share = s[i] ** 2 / total_2
        share_dot = (2.0 * s[i] * s_dot[i] - share * total_2_dot) / total_2
        shrunk_dot[i] = s_dot[i] - noise_dot if s[i] - noise >= 0.0 else 0.0
        shrunk[i] = np.maximum(s[i] - noise, 0.0)
        quotient = s[i] / (s[i] + softness)
        factor = s_dot[i] - quotient * (s_dot[i] + softness_dot)
        quotient_dot = factor / (s[i] + softness)
        rank_dot += quotient_dot
        rank += quotient
        log_share = np.log(share)
        total_4_dot += share_dot * log_share + share * share_dot / share
        total_4 += share * log_share
    arrays_1, arrays_1_dot = matrix_of_tangent(shrunk, shrunk_dot)
    if u.shape[1] != arrays_1.shape[0]:
        raise ValueError("product and factor have different shapes")
    product_2_dot = u_dot @ arrays_1 + u @ arrays_1_dot
    product_2 = u @ arrays_1
    if product_2.shape[1] != vt.shape[0]:
        raise ValueError("product and factor have different shapes")
    product_3_dot = product_2_dot @ vt + product_2 @ vt_dot
    product_3 = product_2 @ vt
    if product_3.shape[1] != picture.shape[1]:
        raise ValueError("product and middle have different shapes")
    clean_dot = np.empty_like(product_3)
    clean = np.empty_like(product_3)
    for i in range(u.shape[0]):
        for j in range(vt.shape[1]):
            clean_dot[i, j] = product_3_dot[i, j] + middle_dot[j]
            clean[i, j] = product_3[i, j] + middle[j]
    rows_dot = clean_dot.T
    rows = clean.T
    centred_dot = np.zeros_like(rows)
    centred = np.empty_like(rows)
    for i in range(picture.shape[1]):
        total_3_dot = 0.0
        total_3 = 0.0
        for j in range(u.shape[0]):
            total_3_dot += rows_dot[i, j]
            total_3 += rows[i, j]
        values = total_3 / rows.shape[1]
        values_dot = total_3_dot / rows.shape[1]
        for j in range(u.shape[0]):
            centred_dot[i, j] = rows_dot[i, j] - values_dot
            centred[i, j] = rows[i, j] - values
    number = rows.shape[1] - 1
    dot_result_dot = np.dot(centred_dot, centred.T) + np.dot(centred, centred_dot.T)
    dot_result = np.dot(centred, centred.T)
    spread_dot = np.empty_like(dot_result)
    spread = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            spread_dot[i, j] = dot_result_dot[i, j] / number
            spread[i, j] = dot_result[i, j] / number
    effective = np.exp(-total_4)
    effective_dot = -effective * total_4_dot
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(spread, spread_dot)
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(len(on_diagonal_result)):
        total_5_dot += on_diagonal_result_dot[i]
        total_5 += on_diagonal_result[i]
    value = total_5 / nuclear
    value_dot = (total_5_dot - value * nuclear_dot) / nuclear
    return clean, rank, effective, value, clean_dot, rank_dot, effective_dot, value_dot
