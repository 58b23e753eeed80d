import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_tangent(x, x_dot):
    z = length_of(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x_dot[i]
    return z, total / (z if z != 0.0 else 1.0)


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            values[i, j], values_dot[i, j] = length_of_tangent(a_ij, a_ij_dot)
    return values, values_dot


def covariance_tangent(a, b, reach, sill, a_dot, b_dot, reach_dot, sill_dot):
    """covariance and its tangent."""
    if a[:, None, :].shape[2] != b[None, :, :].shape[2]:
        raise ValueError("a[:, None, :] and b[None, :, :] have different shapes")
    x_dot = np.empty((a.shape[0], b.shape[0], a.shape[1]))
    x = np.empty((a.shape[0], b.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            for k in range(a.shape[1]):
                x_dot[i, j, k] = a_dot[i, k] - b_dot[j, k]
                x[i, j, k] = a[i, k] - b[j, k]
    values, values_dot = along_axis_tangent(x, x_dot)
    out_dot = np.zeros_like(values)
    out = np.empty_like(values)
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            h = values[i, j] / reach
            h_dot = (values_dot[i, j] - h * reach_dot) / reach
            if h < 1.0:
                choice_dot = 1.5 * h**2 * h_dot - 1.5 * h_dot
                choice = 1.0 - 1.5 * h + 0.5 * h**3
            else:
                choice_dot = 0.0
                choice = 0.0
            out_dot[i, j] = sill_dot * choice + sill * choice_dot
            out[i, j] = sill * choice
    return out, out_dot


def lower_factor(a):
    """The lower triangle L with L @ L.T = a, from the lower triangle of a:
    s2sad.library.factorizations.lower_factor(a).
    """
    return np.linalg.cholesky(a)


def lower_part(a):
    """The lower triangle of a square matrix, the diagonal multiplied by a number."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j]
        part[i, i] = 0.5 * a[i, i]
    return part


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


def lower_factor_tangent(a, a_dot):
    z = lower_factor(a)
    return z, z @ lower_part(solutions(z, solutions(z, mirrored(a_dot)).T))


def lower_part_2(a):
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


def lower_solution_tangent(a, b, a_dot):
    z = lower_solution(a, b)
    product = lower_part_2(a_dot) @ z
    term = np.empty((product.shape[0], 1))
    for i in range(product.shape[0]):
        term[i, 0] = -product[i, 0]
    return z, lower_solution(a, term)


def lower_solution_tangent_2(a, b, a_dot, b_dot):
    z = lower_solution(a, b)
    product = lower_part_2(a_dot) @ z
    term = np.empty((b_dot.shape[0], 1))
    for i in range(b_dot.shape[0]):
        term[i, 0] = b_dot[i, 0] - product[i, 0]
    return z, lower_solution(a, term)


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


def lower_solution_tangent_3(a, b, a_dot, b_dot):
    z = lower_solution_2(a, b)
    product = lower_part_2(a_dot) @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, lower_solution_2(a, term)


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
    product = lower_part_2(a_dot.T).T @ z
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


def upper_solution_tangent_2(a, b, a_dot, b_dot):
    z = upper_solution_2(a, b)
    product = lower_part_2(a_dot.T).T @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, upper_solution_2(a, term)


def kriging_of_a_field_jvp(
    places,
    values,
    target,
    sill,
    reach,
    nugget,
    places_dot,
    values_dot,
    target_dot,
    sill_dot,
    reach_dot,
    nugget_dot,
):
    """The value of kriging_of_a_field, and its derivative in the direction
    places_dot, values_dot, target_dot, sill_dot, reach_dot, nugget_dot.
    """
    n = len(places)
    gap = np.eye(n)
    term_dot = np.empty_like(places)
    term = np.empty_like(places)
    for i in range(n):
        for j in range(places.shape[1]):
            term_dot[i, j] = places_dot[i, j]
            term[i, j] = places[i, j] + 1e-09
    covariance_result, covariance_result_dot = covariance_tangent(
        places, term, reach, sill, places_dot, term_dot, reach_dot, sill_dot
    )
    if gap.shape[0] != covariance_result.shape[0]:
        raise ValueError("gap and covariance_result have different shapes")
    k_dot = np.zeros_like(gap)
    k = np.empty_like(gap)
    for i in range(n):
        for j in range(gap.shape[1]):
            if gap[i, j] > 0.5:
                k_dot[i, j] = sill_dot + nugget_dot
                k[i, j] = sill + nugget
            else:
                k_dot[i, j] = covariance_result_dot[i, j]
                k[i, j] = covariance_result[i, j]
    factor_0, factor_0_dot = lower_factor_tangent(k, k_dot)
    ones = np.ones(n)
    b_2 = ones[:, None]
    wide, wide_dot = lower_solution_tangent(factor_0, b_2, factor_0_dot)
    b_3_dot = wide_dot[:, 0]
    b_3 = wide[:, 0]
    b_2_2_dot = b_3_dot[:, None]
    b_2_2 = b_3[:, None]
    wide_2, wide_2_dot = upper_solution_tangent(
        factor_0.T, b_2_2, factor_0_dot.T, b_2_2_dot
    )
    b_2_3_dot = values_dot[:, None]
    b_2_3 = values[:, None]
    wide_3, wide_3_dot = lower_solution_tangent_2(
        factor_0, b_2_3, factor_0_dot, b_2_3_dot
    )
    b_3_2_dot = wide_3_dot[:, 0]
    b_3_2 = wide_3[:, 0]
    b_2_2_2_dot = b_3_2_dot[:, None]
    b_2_2_2 = b_3_2[:, None]
    wide_2_2, wide_2_2_dot = upper_solution_tangent(
        factor_0.T, b_2_2_2, factor_0_dot.T, b_2_2_2_dot
    )
    by_ones_dot = wide_2_dot[:, 0]
    by_ones = wide_2[:, 0]
    by_values_dot = wide_2_2_dot[:, 0]
    by_values = wide_2_2[:, 0]
    if len(ones) != len(by_values):
        raise ValueError("ones and by_values have different shapes")
    product_3 = ones @ by_ones
    trend = ones @ by_values / product_3
    trend_dot = (ones @ by_values_dot - trend * (ones @ by_ones_dot)) / product_3
    across, across_dot = covariance_tangent(
        places, target, reach, sill, places_dot, target_dot, reach_dot, sill_dot
    )
    term_2_dot = np.zeros_like(by_values)
    term_2 = np.empty_like(by_values)
    for i in range(len(values)):
        term_3 = trend_dot * by_ones[i] + trend * by_ones_dot[i]
        term_2_dot[i] = by_values_dot[i] - term_3
        term_2[i] = by_values[i] - trend * by_ones[i]
    product_dot = across_dot.T @ term_2 + across.T @ term_2_dot
    product = across.T @ term_2
    guess_dot = np.zeros_like(product)
    guess = np.empty_like(product)
    b_2_4, b_2_4_dot = lower_solution_tangent_3(
        factor_0, across, factor_0_dot, across_dot
    )
    solved, solved_dot = upper_solution_tangent_2(
        factor_0.T, b_2_4, factor_0_dot.T, b_2_4_dot
    )
    product_2_dot = ones @ solved_dot
    product_2 = ones @ solved
    total_dot = np.zeros(target.shape[0])
    total = np.zeros(target.shape[0])
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(n):
        for j in range(target.shape[0]):
            term_4 = across[i, j] * solved_dot[i, j]
            total_dot[j] += across_dot[i, j] * solved[i, j] + term_4
            total[j] += across[i, j] * solved[i, j]
        total_2_dot += by_ones_dot[i]
        total_2 += by_ones[i]
    variance_dot = np.empty(target.shape[0])
    variance = np.empty(target.shape[0])
    for i in range(target.shape[0]):
        guess_dot[i] = trend_dot + product_dot[i]
        guess[i] = trend + product[i]
        rest_dot = -product_2_dot[i]
        rest = 1.0 - product_2[i]
        quotient = rest**2 / total_2
        quotient_dot = (2.0 * rest * rest_dot - quotient * total_2_dot) / total_2
        variance_dot[i] = sill_dot - total_dot[i] + quotient_dot
        variance[i] = sill - total[i] + quotient
    return guess, variance, guess_dot, variance_dot
