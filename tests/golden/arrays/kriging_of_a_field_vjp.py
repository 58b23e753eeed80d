import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = length_of(a_ij)
    return values


def covariance(a, b, reach, sill):
    if a[:, None, :].shape[2] != b[None, :, :].shape[2]:
        raise ValueError("a[:, None, :] and b[None, :, :] have different shapes")
    x = np.empty((a.shape[0], b.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            for k in range(a.shape[1]):
                x[i, j, k] = a[i, k] - b[j, k]
    values = along_axis(x)
    out = np.empty_like(values)
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            h = values[i, j] / reach
            out[i, j] = sill * (1.0 - 1.5 * h + 0.5 * h**3 if h < 1.0 else 0.0)
    return out


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            length_of_adjoint(a_ij, result_bar[i, j], a_ij_bar)


def covariance_adjoint(a, b, reach, sill, result_bar, a_bar, b_bar):
    """The adjoints of reach and sill in covariance; the adjoint of a and b is added
    to a_bar, b_bar.
    """
    # forward sweep
    if a[:, None, :].shape[2] != b[None, :, :].shape[2]:
        raise ValueError("a[:, None, :] and b[None, :, :] have different shapes")
    x = np.empty((a.shape[0], b.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            for k in range(a.shape[1]):
                x[i, j, k] = a[i, k] - b[j, k]
    values = along_axis(x)

    # reverse sweep
    values_bar = np.zeros_like(values)

    # forward and reverse in one sweep: the iterations are independent
    sill_bar = 0.0
    reach_bar = 0.0
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            h = values[i, j] / reach
            if h < 1.0:
                choice = 1.0 - 1.5 * h + 0.5 * h**3
            else:
                choice = 0.0
            sill_bar += choice * result_bar[i, j]
            choice_bar = sill * result_bar[i, j]
            if h < 1.0:
                numerator_bar = (1.5 * h**2 - 1.5) * choice_bar / reach
                values_bar[i, j] += numerator_bar
                reach_bar -= h * numerator_bar
    x_bar = np.zeros_like(x)
    along_axis_adjoint(x, values_bar, x_bar)
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            for k in range(a.shape[1]):
                a_bar[i, k] += x_bar[i, j, k]
                b_bar[j, k] -= x_bar[i, j, k]
    return reach_bar, sill_bar


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


def lower_factor_adjoint(a, z_bar, a_bar):
    z = lower_factor(a)
    w = solutions(z.T, mirrored(z.T @ z_bar))
    lower_part_result = lower_part(solutions(z.T, w.T))
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += lower_part_result[i, j]


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


def lower_part_2(a):
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


def lower_solution_adjoint(a, b, z_bar, a_bar):
    z = lower_solution(a, b)
    w = upper_solution(a.T, z_bar)
    lower_part_2_result = lower_part_2(w @ z.T)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= lower_part_2_result[i, j]


def lower_solution_adjoint_2(a, b, z_bar, a_bar, b_bar):
    z = lower_solution(a, b)
    w = upper_solution(a.T, z_bar)
    lower_part_2_result = lower_part_2(w @ z.T)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= lower_part_2_result[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += w[i, 0]


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


def lower_solution_adjoint_3(a, b, z_bar, a_bar, b_bar):
    z = lower_solution_2(a, b)
    w = upper_solution_2(a.T, z_bar)
    lower_part_2_result = lower_part_2(w @ z.T)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= lower_part_2_result[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def upper_solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = upper_solution(a, b)
    w = lower_solution(a.T, z_bar)
    term = lower_part_2(z @ w.T).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= term[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += w[i, 0]


def upper_solution_adjoint_2(a, b, z_bar, a_bar, b_bar):
    z = upper_solution_2(a, b)
    w = lower_solution_2(a.T, z_bar)
    term = lower_part_2(z @ w.T).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= term[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def kriging_of_a_field_vjp(
    places, values, target, sill, reach, nugget, result_0_bar, result_1_bar
):
    """The adjoints of places, values, target, sill, reach and nugget of
    kriging_of_a_field, for the adjoint of its result.
    """
    # forward sweep
    n = len(places)
    gap = np.eye(n)
    term = np.empty_like(places)
    for i in range(n):
        for j in range(places.shape[1]):
            term[i, j] = places[i, j] + 1e-09
    covariance_result = covariance(places, term, reach, sill)
    if gap.shape[0] != covariance_result.shape[0]:
        raise ValueError("gap and covariance_result have different shapes")
    k = np.empty_like(gap)
    for i in range(n):
        for j in range(gap.shape[1]):
            if gap[i, j] > 0.5:
                k[i, j] = sill + nugget
            else:
                k[i, j] = covariance_result[i, j]
    factor_0 = lower_factor(k)
    ones = np.ones(n)
    b_2 = ones[:, None]
    wide = lower_solution(factor_0, b_2)
    b_3 = wide[:, 0]
    b_2_2 = b_3[:, None]
    wide_2 = upper_solution(factor_0.T, b_2_2)
    b_2_3 = values[:, None]
    wide_3 = lower_solution(factor_0, b_2_3)
    b_3_2 = wide_3[:, 0]
    b_2_2_2 = b_3_2[:, None]
    wide_2_2 = upper_solution(factor_0.T, b_2_2_2)
    by_ones = wide_2[:, 0]
    by_values = wide_2_2[:, 0]
    if len(ones) != len(by_values):
        raise ValueError("ones and by_values have different shapes")
    product_3 = ones @ by_ones
    trend = ones @ by_values / product_3
    across = covariance(places, target, reach, sill)
    term_2 = np.empty_like(by_values)
    for i in range(len(values)):
        term_2[i] = by_values[i] - trend * by_ones[i]
    product = across.T @ term_2
    b_2_4 = lower_solution_2(factor_0, across)
    solved = upper_solution_2(factor_0.T, b_2_4)
    product_2 = ones @ solved
    total = np.zeros(target.shape[0])
    total_2 = 0.0
    for i in range(n):
        total_2 += by_ones[i]

    # reverse sweep
    places_bar = np.zeros_like(places)
    values_bar = np.zeros_like(values)
    target_bar = np.zeros_like(target)
    guess_bar = result_0_bar.copy()
    variance_bar = result_1_bar.copy()
    product_bar = np.empty_like(product)
    product_2_bar = np.empty_like(product_2)
    total_bar = np.empty_like(total)

    # forward and reverse in one sweep: the iterations are independent
    total_2_bar = 0.0
    trend_bar = 0.0
    sill_bar = 0.0
    for i in range(target.shape[0]):
        rest = 1.0 - product_2[i]
        sill_bar += variance_bar[i]
        total_bar[i] = -variance_bar[i]
        numerator_bar = variance_bar[i] / total_2
        total_2_bar -= rest**2 * numerator_bar / total_2
        product_2_bar[i] = -2.0 * rest * numerator_bar
        trend_bar += guess_bar[i]
        product_bar[i] = guess_bar[i]
    wide_2_bar = np.zeros_like(wide_2)
    by_ones_bar = wide_2_bar[:, 0]
    across_bar = np.empty_like(across)
    solved_bar = np.empty_like(solved)
    for i in range(n):
        by_ones_bar[i] += total_2_bar
        for j in range(target.shape[0]):
            across_bar[i, j] = solved[i, j] * total_bar[j]
            solved_bar[i, j] = across[i, j] * total_bar[j]
    solved_bar += np.outer(ones, product_2_bar)
    factor_0_bar = np.zeros_like(factor_0)
    b_2_4_bar = np.zeros_like(b_2_4)
    upper_solution_adjoint_2(factor_0.T, b_2_4, solved_bar, factor_0_bar.T, b_2_4_bar)
    lower_solution_adjoint_3(factor_0, across, b_2_4_bar, factor_0_bar, across_bar)
    across_bar += np.outer(product_bar, term_2).T
    term_2_bar = across @ product_bar
    wide_2_2_bar = np.zeros_like(wide_2_2)
    by_values_bar = wide_2_2_bar[:, 0]
    for i in range(len(values)):
        by_values_bar[i] += term_2_bar[i]
        trend_bar -= by_ones[i] * term_2_bar[i]
        by_ones_bar[i] -= trend * term_2_bar[i]
    reach_bar, sill_bar_part = covariance_adjoint(
        places, target, reach, sill, across_bar, places_bar, target_bar
    )
    sill_bar += sill_bar_part
    numerator_bar = trend_bar / product_3
    by_ones_bar -= ones * trend * numerator_bar
    by_values_bar += ones * numerator_bar
    wide_3_bar = np.zeros_like(wide_3)
    b_3_2_bar = wide_3_bar[:, 0]
    b_2_2_2_bar = b_3_2_bar[:, None]
    upper_solution_adjoint(
        factor_0.T, b_2_2_2, wide_2_2_bar, factor_0_bar.T, b_2_2_2_bar
    )
    b_2_3_bar = values_bar[:, None]
    lower_solution_adjoint_2(factor_0, b_2_3, wide_3_bar, factor_0_bar, b_2_3_bar)
    wide_bar = np.zeros_like(wide)
    b_3_bar = wide_bar[:, 0]
    b_2_2_bar = b_3_bar[:, None]
    upper_solution_adjoint(factor_0.T, b_2_2, wide_2_bar, factor_0_bar.T, b_2_2_bar)
    lower_solution_adjoint(factor_0, b_2, wide_bar, factor_0_bar)
    k_bar = np.zeros_like(k)
    lower_factor_adjoint(k, factor_0_bar, k_bar)
    covariance_result_bar = np.zeros_like(covariance_result)
    nugget_bar = 0.0
    for i in range(n):
        for j in range(gap.shape[1]):
            if gap[i, j] > 0.5:
                sill_bar += k_bar[i, j]
                nugget_bar += k_bar[i, j]
            else:
                covariance_result_bar[i, j] += k_bar[i, j]
    term_bar = np.zeros_like(term)
    reach_bar_part, sill_bar_part = covariance_adjoint(
        places, term, reach, sill, covariance_result_bar, places_bar, term_bar
    )
    reach_bar += reach_bar_part
    sill_bar += sill_bar_part
    for i in range(n):
        for j in range(places.shape[1]):
            places_bar[i, j] += term_bar[i, j]
    return places_bar, values_bar, target_bar, sill_bar, reach_bar, nugget_bar
