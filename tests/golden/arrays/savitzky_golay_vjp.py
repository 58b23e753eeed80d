import numpy as np


def convolve_adjoint(a, v, result_bar, a_bar, v_bar):
    """The adjoint of a and v is added to a_bar, v_bar."""
    # forward sweep
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    first_2 = shorter - 1
    count_2 = longer - shorter + 1

    # forward and reverse in one sweep: the iterations are independent
    for k in range(count_2):
        shift = first_2 + k
        total_bar = result_bar[k]
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            a_bar[n] += v[shift - n] * total_bar
            v_bar[shift - n] += a[n] * total_bar


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def pseudoinverse_adjoint(a, z_bar, a_bar):
    z = pseudoinverse(a)
    product = a @ z @ z_bar.T
    term = np.empty((z_bar.shape[1], z_bar.shape[0]))
    product_2 = z_bar.T @ z @ a
    term_2 = np.empty((z_bar.shape[1], z_bar.shape[0]))
    for i in range(z_bar.shape[1]):
        for j in range(z_bar.shape[0]):
            term[i, j] = z_bar[j, i] - product[i, j]
            term_2[i, j] = z_bar[j, i] - product_2[i, j]
    outside = term @ z @ z.T
    inside = z.T @ z @ term_2
    product_3 = z.T @ z_bar @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += outside[i, j] + inside[i, j] - product_3[i, j]


def vander(x, N):
    """The matrix of the powers of each number, the highest first."""
    powers = np.empty((len(x), N))
    for i in range(len(x)):
        power = x[i] * 0 + 1
        for k in range(N):
            powers[i, k] = power
            power *= x[i]
    return powers


def vander_adjoint(x, N, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        power = x[i] * 0 + 1
        power_saved = np.empty(N)
        for k in range(N):
            power_saved[k] = power
            power *= x[i]
        power_bar = 0.0
        x_i_bar = 0.0
        for k in range(N - 1, -1, -1):
            x_i_bar += power_saved[k] * power_bar
            power_bar = x[i] * power_bar + result_bar[i, k]
        x_bar[i] += x_i_bar
        x_bar[i] += 0.0 * power_bar


def savitzky_golay_vjp(signal, width, degree, step, result_0_bar, result_1_bar):
    """The adjoints of signal and step of savitzky_golay, for the adjoint of its
    result.
    """
    # forward sweep
    half = width // 2
    offsets = np.arange(-half, half + 1)
    term = np.empty(len(offsets))
    for i in range(len(offsets)):
        term[i] = offsets[i] * step
    design = vander(term, degree + 1)
    filters = pseudoinverse(design)

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    smooth_bar = result_0_bar.copy()
    slope_bar = result_1_bar.copy()
    filters_bar = np.zeros_like(filters)
    convolve_adjoint(
        signal, filters[1, ::-1], slope_bar, signal_bar, filters_bar[1, ::-1]
    )
    convolve_adjoint(
        signal, filters[0, ::-1], smooth_bar, signal_bar, filters_bar[0, ::-1]
    )
    design_bar = np.zeros_like(design)
    pseudoinverse_adjoint(design, filters_bar, design_bar)
    term_bar = np.zeros_like(term)
    vander_adjoint(term, degree + 1, design_bar, term_bar)
    step_bar = 0.0
    for i in range(len(offsets)):
        step_bar += offsets[i] * term_bar[i]
    return signal_bar, step_bar
