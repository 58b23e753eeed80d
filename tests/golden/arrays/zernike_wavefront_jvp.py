import numpy as np


def joined_tangent(
    arrays_0, arrays_1, arrays_2, arrays_3, arrays_1_dot, arrays_2_dot, arrays_3_dot
):
    """joined and its tangent."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_3.shape[0]:
        raise ValueError("operands have different shapes")
    length = (
        arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1] + arrays_3.shape[1]
    )
    whole_dot = np.zeros((arrays_0.shape[0], length))
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole_dot[:, :stop] = 0.0
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot[:, start:stop] = arrays_1_dot
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole_dot[:, start:stop] = arrays_2_dot
    whole[:, start:stop] = arrays_2
    start = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole_dot[:, start:] = arrays_3_dot
    whole[:, start:] = arrays_3
    return whole, whole_dot


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_tangent(a, b, rcond, a_dot, b_dot):
    z = least_squares(a, b, rcond)
    product = a_dot @ z
    product_2 = a @ z
    term_3 = np.empty((b.shape[0], z.shape[1]))
    for i in range(b.shape[0]):
        for j in range(z.shape[1]):
            term_3[i, j] = b[i, 0] - product_2[i, j]
    product_3 = pseudoinverse(a).T @ (a_dot.T @ term_3)
    term_2 = np.empty((b_dot.shape[0], z.shape[1]))
    for i in range(b_dot.shape[0]):
        for j in range(z.shape[1]):
            term_2[i, j] = b_dot[i, 0] - product[i, j] + product_3[i, j]
    product_4 = pseudoinverse(a) @ term_2
    product_5 = pseudoinverse(a) @ (a @ a_dot.T)
    term_4 = np.empty((a_dot.shape[1], a_dot.shape[0]))
    for i in range(a_dot.shape[1]):
        for j in range(a_dot.shape[0]):
            term_4[i, j] = a_dot[j, i] - product_5[i, j]
    product_6 = term_4 @ (pseudoinverse(a).T @ z)
    term = np.empty_like(product_4)
    for i in range(product_4.shape[0]):
        for j in range(product_4.shape[1]):
            term[i, j] = product_4[i, j] + product_6[i, j]
    return z, term


def rank_of(a, b, rcond):
    """The number of singular values of a that count:
    s2sad.library.least_squares.rank_of(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return rank


def rank_of_tangent(a, b, rcond, a_dot, b_dot):
    z = rank_of(a, b, rcond)
    return z


def diagonal(a):
    """The diagonal of a square matrix."""
    entries = np.empty(len(a), np.float64)
    for i in range(len(a)):
        entries[i] = a[i, i]
    return entries


def singular_system(a):
    """The factors u, s, vh of a = u * s @ vh, as few columns as there are values:
    s2sad.library.spectra.singular_system(a).
    """
    u, s, vh = np.linalg.svd(a, False)
    return u, s, vh


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
    return z, diagonal(u.T @ a_dot @ vh.T)


def lstsq_tangent(a, b, a_dot, b_dot):
    """lstsq and its tangent."""
    wide_dot = b_dot[:, None]
    wide = b[:, None]
    epsilon = 2.0**-52
    rcond = epsilon * max(a.shape[0], a.shape[1])
    x, x_dot = least_squares_tangent(a, wide, rcond, a_dot, wide_dot)
    rank = rank_of_tangent(a, wide, rcond, a_dot, wide_dot)
    if a.shape[1] != x.shape[0]:
        raise ValueError("a and x have different shapes")
    if wide.shape[0] != a.shape[0]:
        raise ValueError("wide and a have different shapes")
    product_dot = a_dot @ x + a @ x_dot
    product = a @ x
    missed_dot = np.zeros(x.shape[1])
    missed = np.zeros(x.shape[1])
    for i in range(len(b)):
        for j in range(x.shape[1]):
            missed_dot[j] += (
                2.0
                * (wide[i, 0] - product[i, j])
                * (wide_dot[i, 0] - product_dot[i, j])
            )
            missed[j] += (wide[i, 0] - product[i, j]) ** 2
    if rank < a.shape[1] or a.shape[0] <= a.shape[1]:
        missed_dot = missed_dot[:0]
        missed = missed[:0]
    result_0_dot = x_dot[:, 0]
    result_0 = x[:, 0]
    result_3, result_3_dot = singular_values_tangent(a, a_dot)
    return result_0, missed, rank, result_3, result_0_dot, missed_dot, result_3_dot


def zernike_wavefront_jvp(rho, theta, phase, rho_dot, theta_dot, phase_dot):
    """The value of zernike_wavefront, and its derivative in the direction rho_dot,
    theta_dot, phase_dot.
    """
    if len(rho) != len(theta):
        raise ValueError("rho and theta have different shapes")
    tup_0 = np.ones_like(rho)
    tup_1_dot = np.empty_like(rho)
    tup_1 = np.empty_like(rho)
    tup_2_dot = np.empty_like(rho)
    tup_2 = np.empty_like(rho)
    tup_3_dot = np.empty_like(rho)
    tup_3 = np.empty_like(rho)
    for i in range(len(rho)):
        cos_theta = np.cos(theta[i])
        tup_1_dot[i] = rho_dot[i] * cos_theta - rho[i] * np.sin(theta[i]) * theta_dot[i]
        tup_1[i] = rho[i] * cos_theta
        tup_2_dot[i] = 4.0 * rho[i] * rho_dot[i]
        tup_2[i] = 2.0 * rho[i] ** 2 - 1.0
        sine_dot = 2.0 * np.cos(2.0 * theta[i]) * theta_dot[i]
        sine = np.sin(2.0 * theta[i])
        tup_3_dot[i] = 2.0 * rho[i] * rho_dot[i] * sine + rho[i] ** 2 * sine_dot
        tup_3[i] = rho[i] ** 2 * sine
    terms, terms_dot = joined_tangent(
        tup_0[:, None],
        tup_1[:, None],
        tup_2[:, None],
        tup_3[:, None],
        tup_1_dot[:, None],
        tup_2_dot[:, None],
        tup_3_dot[:, None],
    )
    coefficients, __0, __1, __2, coefficients_dot, __0_dot, __2_dot = lstsq_tangent(
        terms, phase, terms_dot, phase_dot
    )
    if terms.shape[1] != len(coefficients):
        raise ValueError("terms and coefficients have different shapes")
    if len(phase) != terms.shape[0]:
        raise ValueError("phase and terms have different shapes")
    product_dot = terms_dot @ coefficients + terms @ coefficients_dot
    product = terms @ coefficients
    total_dot = 0.0
    total = 0.0
    for i in range(terms.shape[0]):
        rest = phase[i] - product[i]
        total_dot += 2.0 * rest * (phase_dot[i] - product_dot[i])
        total += rest**2
    rms = np.sqrt(total / terms.shape[0])
    rms_dot = total_dot / terms.shape[0] / (2.0 * rms)
    value = np.exp(-((2.0 * np.pi * rms) ** 2))
    value_dot = -8.0 * value * np.pi * rms * np.pi * rms_dot
    return coefficients, value, coefficients_dot, value_dot
