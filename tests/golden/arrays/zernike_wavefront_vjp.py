import numpy as np


def joined(arrays_0, arrays_1, arrays_2, arrays_3):
    """Arrays one after the other, along an axis that is not negative."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_3.shape[0]:
        raise ValueError("operands have different shapes")
    length = (
        arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1] + arrays_3.shape[1]
    )
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole[:, start:stop] = arrays_2
    start = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole[:, start:] = arrays_3
    return whole


def joined_adjoint(arrays_0, result_bar, arrays_1_bar, arrays_2_bar, arrays_3_bar):
    """The adjoint of arrays_1, arrays_2 and arrays_3 is added to arrays_1_bar,
    arrays_2_bar, arrays_3_bar.
    """
    # forward sweep
    if arrays_0.shape[0] != arrays_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2_bar.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_3_bar.shape[0]:
        raise ValueError("operands have different shapes")
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1_bar.shape[1]
    start_2 = arrays_0.shape[1] + arrays_1_bar.shape[1]
    stop_2 = arrays_0.shape[1] + arrays_1_bar.shape[1] + arrays_2_bar.shape[1]
    start_3 = arrays_0.shape[1] + arrays_1_bar.shape[1] + arrays_2_bar.shape[1]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_3_bar += np.expand_dims(np.sum(whole_bar[:, start_3:], axis=1), 1)
    whole_bar[:, start_3:] = 0.0
    arrays_2_bar += np.expand_dims(np.sum(whole_bar[:, start_2:stop_2], axis=1), 1)
    whole_bar[:, start_2:stop_2] = 0.0
    arrays_1_bar += np.expand_dims(np.sum(whole_bar[:, start:stop], axis=1), 1)


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def rank_of(a, b, rcond):
    """The number of singular values of a that count:
    s2sad.library.least_squares.rank_of(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return rank


def singular_values(a):
    """The singular values of a matrix: s2sad.library.spectra.singular_values(a)."""
    u, s, vh = np.linalg.svd(a, False)
    return s


def lstsq(a, b):
    """The x for which a @ x is closest to b, and what tells how close it is."""
    wide = b[:, None]
    epsilon = 2.0**-52
    rcond = epsilon * max(a.shape[0], a.shape[1])
    x = least_squares(a, wide, rcond)
    rank = rank_of(a, wide, rcond)
    if a.shape[1] != x.shape[0]:
        raise ValueError("a and x have different shapes")
    if wide.shape[0] != a.shape[0]:
        raise ValueError("wide and a have different shapes")
    product = a @ x
    missed = np.zeros(x.shape[1])
    for i in range(len(b)):
        for j in range(x.shape[1]):
            missed[j] += (wide[i, 0] - product[i, j]) ** 2
    if rank < a.shape[1] or a.shape[0] <= a.shape[1]:
        missed = missed[:0]
    result_0 = x[:, 0]
    result_3 = singular_values(a)
    return result_0, missed, rank, result_3


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_adjoint(a, b, rcond, z_bar, a_bar, b_bar):
    z = least_squares(a, b, rcond)
    p = pseudoinverse(a)
    w = p.T @ z_bar
    product = a @ z
    term = np.empty((b.shape[0], z.shape[1]))
    for i in range(b.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = b[i, 0] - product[i, j]
    product_2 = term @ (p @ w).T
    product_3 = w @ z.T
    product_4 = a.T @ w
    term_2 = np.empty_like(z_bar)
    for i in range(z_bar.shape[0]):
        for j in range(z_bar.shape[1]):
            term_2[i, j] = z_bar[i, j] - product_4[i, j]
    product_5 = p.T @ z @ term_2.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += product_2[i, j] - product_3[i, j] + product_5[i, j]
    total = np.empty(p.shape[1])
    for i in range(p.shape[1]):
        total[i] = 0.0
        for j in range(z_bar.shape[1]):
            total[i] += w[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += total[i]


def singular_system(a):
    """The factors u, s, vh of a = u * s @ vh, as few columns as there are values:
    s2sad.library.spectra.singular_system(a).
    """
    u, s, vh = np.linalg.svd(a, False)
    return u, s, vh


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


def lstsq_adjoint(a, b, result_0_bar, result_1_bar, result_3_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    # forward sweep: saves missed_bar
    wide = b[:, None]
    epsilon = 2.0**-52
    rcond = epsilon * max(a.shape[0], a.shape[1])
    x = least_squares(a, wide, rcond)
    rank = rank_of(a, wide, rcond)
    if a.shape[1] != x.shape[0]:
        raise ValueError("a and x have different shapes")
    if wide.shape[0] != a.shape[0]:
        raise ValueError("wide and a have different shapes")
    product = a @ x
    missed = np.zeros(x.shape[1])
    missed_bar = np.zeros_like(missed)
    if rank < a.shape[1] or a.shape[0] <= a.shape[1]:
        missed_bar_saved = missed_bar
        missed_bar = missed_bar[:0]

    # reverse sweep
    x_bar = np.zeros_like(x)
    result_0_bar_ = x_bar[:, 0]
    result_0_bar_ += result_0_bar
    missed_bar += result_1_bar
    singular_values_adjoint(a, result_3_bar, a_bar)
    if rank < a.shape[1] or a.shape[0] <= a.shape[1]:
        missed_bar = missed_bar_saved
    wide_bar = b_bar[:, None]
    product_bar = np.zeros_like(product)
    for i in range(len(b)):
        for j in range(x.shape[1]):
            difference_bar = 2.0 * (wide[i, 0] - product[i, j]) * missed_bar[j]
            wide_bar[i, 0] += difference_bar
            product_bar[i, j] -= difference_bar
    a_bar += product_bar @ x.T
    x_bar += a.T @ product_bar
    least_squares_adjoint(a, wide, rcond, x_bar, a_bar, wide_bar)


def zernike_wavefront_vjp(rho, theta, phase, result_0_bar, result_1_bar):
    """The adjoints of rho, theta and phase of zernike_wavefront, for the adjoint of
    its result.
    """
    # forward sweep
    if len(rho) != len(theta):
        raise ValueError("rho and theta have different shapes")
    tup_0 = np.ones_like(rho)
    tup_1 = np.empty_like(rho)
    tup_2 = np.empty_like(rho)
    tup_3 = np.empty_like(rho)
    for i in range(len(rho)):
        tup_1[i] = rho[i] * np.cos(theta[i])
        tup_2[i] = 2.0 * rho[i] ** 2 - 1.0
        tup_3[i] = rho[i] ** 2 * np.sin(2.0 * theta[i])
    terms = joined(tup_0[:, None], tup_1[:, None], tup_2[:, None], tup_3[:, None])
    coefficients, __0, __1, __2 = lstsq(terms, phase)
    if terms.shape[1] != len(coefficients):
        raise ValueError("terms and coefficients have different shapes")
    if len(phase) != terms.shape[0]:
        raise ValueError("phase and terms have different shapes")
    product = terms @ coefficients
    total = 0.0
    for i in range(terms.shape[0]):
        rest = phase[i] - product[i]
        total += rest**2
    rms = np.sqrt(total / terms.shape[0])
    value = np.exp(-((2.0 * np.pi * rms) ** 2))

    # reverse sweep
    rho_bar = np.empty_like(rho)
    theta_bar = np.empty_like(theta)
    phase_bar = np.empty_like(phase)
    coefficients_bar = result_0_bar.copy()
    rms_bar = -8.0 * np.pi * np.pi * rms * value * result_1_bar
    total_bar = rms_bar / (2.0 * rms) / terms.shape[0]
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(terms.shape[0]):
        rest = phase[i] - product[i]
        rest_bar = 2.0 * rest * total_bar
        phase_bar[i] = rest_bar
        product_bar[i] = -rest_bar
    terms_bar = np.outer(product_bar, coefficients)
    coefficients_bar += terms.T @ product_bar
    lstsq_adjoint(
        terms,
        phase,
        coefficients_bar,
        np.zeros_like(__0),
        np.zeros_like(__2),
        terms_bar,
        phase_bar,
    )
    tup_1_bar = np.zeros_like(tup_1)
    tup_2_bar = np.zeros_like(tup_2)
    tup_3_bar = np.zeros_like(tup_3)
    joined_adjoint(
        tup_0[:, None],
        terms_bar,
        tup_1_bar[:, None],
        tup_2_bar[:, None],
        tup_3_bar[:, None],
    )

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(rho)):
        rho_bar[i] = 2.0 * rho[i] * np.sin(2.0 * theta[i]) * tup_3_bar[i]
        theta_bar[i] = 2.0 * np.cos(2.0 * theta[i]) * rho[i] ** 2 * tup_3_bar[i]
        rho_bar[i] += 4.0 * rho[i] * tup_2_bar[i] + np.cos(theta[i]) * tup_1_bar[i]
        theta_bar[i] -= np.sin(theta[i]) * rho[i] * tup_1_bar[i]
    return rho_bar, theta_bar, phase_bar
