import numpy as np


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


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


def singular_values(a):
    """The singular values of a matrix: s2sad.library.spectra.singular_values(a)."""
    u, s, vh = np.linalg.svd(a, False)
    return s


def singular_values_adjoint(a, z_bar, a_bar):
    u, s, vh = singular_system(a)
    if u.shape[1] != len(z_bar):
        raise ValueError("u and values have different shapes")
    if len(z_bar) != vh.shape[0]:
        raise ValueError("values and vh have different shapes")
    term = np.empty_like(u)
    for i in range(u.shape[0]):
        for j in range(u.shape[1]):
            term[i, j] = u[i, j] * z_bar[j]
    product = term @ vh
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += product[i, j]


def components_of_a_picture_vjp(
    picture, noise, softness, result_0_bar, result_1_bar, result_2_bar, result_3_bar
):
    """The adjoints of picture, noise and softness of components_of_a_picture, for
    the adjoint of its result.
    """
    # forward sweep
    total = np.zeros(picture.shape[1])
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1]):
            total[j] += picture[i, j]
    middle = np.empty(picture.shape[1])
    for i in range(picture.shape[1]):
        middle[i] = total[i] / picture.shape[0]
    a = np.empty_like(picture)
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1]):
            a[i, j] = picture[i, j] - middle[j]
    u, s, vt = singular_system(a)
    total_2 = 0.0
    for i in range(len(s)):
        total_2 += s[i] ** 2
    shrunk = np.empty_like(s)
    singular_values_result = singular_values(picture)
    nuclear = 0.0
    for i in range(len(singular_values_result)):
        nuclear += singular_values_result[i]
    total_4 = 0.0
    for i in range(len(s)):
        share = s[i] ** 2 / total_2
        shrunk[i] = np.maximum(s[i] - noise, 0.0)
        total_4 += share * np.log(share)
    arrays_1 = matrix_of(shrunk)
    if u.shape[1] != arrays_1.shape[0]:
        raise ValueError("product and factor have different shapes")
    product_2 = u @ arrays_1
    if product_2.shape[1] != vt.shape[0]:
        raise ValueError("product and factor have different shapes")
    product_3 = product_2 @ vt
    if product_3.shape[1] != picture.shape[1]:
        raise ValueError("product and middle have different shapes")
    clean = np.empty_like(product_3)
    for i in range(u.shape[0]):
        for j in range(vt.shape[1]):
            clean[i, j] = product_3[i, j] + middle[j]
    rows = clean.T
    centred = np.empty_like(rows)
    for i in range(picture.shape[1]):
        total_3 = 0.0
        for j in range(u.shape[0]):
            total_3 += rows[i, j]
        values = total_3 / rows.shape[1]
        for j in range(u.shape[0]):
            centred[i, j] = rows[i, j] - values
    number = rows.shape[1] - 1
    dot_result = np.dot(centred, centred.T)
    spread = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            spread[i, j] = dot_result[i, j] / number
    effective = np.exp(-total_4)
    on_diagonal_result = on_diagonal(spread)
    total_5 = 0.0
    for i in range(len(on_diagonal_result)):
        total_5 += on_diagonal_result[i]

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    clean_bar = result_0_bar.copy()
    numerator_bar = result_3_bar / nuclear
    nuclear_bar = -total_5 * numerator_bar / nuclear
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = numerator_bar
    spread_bar = np.zeros_like(spread)
    on_diagonal_adjoint(on_diagonal_result_bar, spread_bar)
    total_4_bar = -effective * result_2_bar
    dot_result_bar = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            dot_result_bar[i, j] = spread_bar[i, j] / number
    centred_bar = np.dot(dot_result_bar, centred)
    centred_bar += np.dot(centred.T, dot_result_bar).T
    rows_bar = clean_bar.T
    for i in range(picture.shape[1]):
        values_bar = 0.0
        for j in range(u.shape[0]):
            rows_bar[i, j] += centred_bar[i, j]
            values_bar -= centred_bar[i, j]
        total_3_bar = values_bar / rows.shape[1]
        for j in range(u.shape[0]):
            rows_bar[i, j] += total_3_bar
    middle_bar = np.zeros_like(middle)
    product_3_bar = np.empty_like(product_3)
    for i in range(u.shape[0]):
        for j in range(vt.shape[1]):
            product_3_bar[i, j] = clean_bar[i, j]
            middle_bar[j] += clean_bar[i, j]
    product_2_bar = product_3_bar @ vt.T
    vt_bar = product_2.T @ product_3_bar
    u_bar = product_2_bar @ arrays_1.T
    arrays_1_bar = u.T @ product_2_bar
    shrunk_bar = np.zeros_like(shrunk)
    matrix_of_adjoint(arrays_1_bar, shrunk_bar)
    s_bar = np.empty_like(s)

    # forward and reverse in one sweep: the iterations are independent
    total_2_bar = 0.0
    softness_bar = 0.0
    noise_bar = 0.0
    for i in range(len(s)):
        share = s[i] ** 2 / total_2
        quotient = s[i] / (s[i] + softness)
        share_bar = np.log(share) * total_4_bar + share * total_4_bar / share
        numerator_bar = result_1_bar / (s[i] + softness)
        softness_bar -= quotient * numerator_bar
        difference_bar = shrunk_bar[i] if s[i] - noise >= 0.0 else 0.0
        s_bar[i] = (1.0 - quotient) * numerator_bar + difference_bar
        noise_bar -= difference_bar
        numerator_bar = share_bar / total_2
        s_bar[i] += 2.0 * s[i] * numerator_bar
        total_2_bar -= share * numerator_bar
    singular_values_result_bar = np.empty_like(singular_values_result)
    for i in range(len(singular_values_result)):
        singular_values_result_bar[i] = nuclear_bar
    singular_values_adjoint(picture, singular_values_result_bar, picture_bar)
    for i in range(len(s)):
        s_bar[i] += 2.0 * s[i] * total_2_bar
    a_bar = np.zeros_like(a)
    singular_system_adjoint(a, u_bar, s_bar, vt_bar, a_bar)
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1]):
            picture_bar[i, j] += a_bar[i, j]
            middle_bar[j] -= a_bar[i, j]
    total_bar = np.empty_like(total)
    for i in range(picture.shape[1]):
        total_bar[i] = middle_bar[i] / picture.shape[0]
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1]):
            picture_bar[i, j] += total_bar[j]
    return picture_bar, noise_bar, softness_bar
