import math

import numpy as np


def log_of_sum(a):
    """The logarithm of the sum of the exponentials of the elements of a vector:
    s2sad.library.norms.log_of_sum(a).
    """
    largest = np.max(a)
    value = largest
    if np.isfinite(largest):
        total = 0.0
        for i in range(len(a)):
            total += np.exp(a[i] - largest)
        value += np.log(total)
    return value


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i] = log_of_sum(a[i])
    return values


def log_of_sum_adjoint(a, z_bar, a_bar):
    z = log_of_sum(a)
    for i in range(len(a_bar)):
        a_bar[i] += np.exp(a[i] - z) * z_bar


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[0]):
        log_of_sum_adjoint(a[i], result_bar[i], a_bar[i])


def iv_backward(n, x):
    """exp(-x) times I of order n >= 0 by the recurrence from high orders down."""
    above = 0.0
    here = 1e-200
    total = 0.0
    found = 0.0
    for k in range(n + 20 + int(9.0 * math.sqrt(x)), 0, -1):
        below = 2.0 * k / x * here + above
        above = here
        here = below
        total += here if k == 1 else 2.0 * here
        if k - 1 == n:
            found = here
        if here > 1e150:
            above *= 1e-250
            here *= 1e-250
            total *= 1e-250
            found *= 1e-250
    return found / total


def iv_far(n, x):
    """exp(-x) times I of order n >= 0 for x > 40 and x > 2 * n**2."""
    term = 1.0
    total = 1.0
    for k in range(1, 60):
        term *= ((2.0 * k - 1.0) ** 2 - 4.0 * n * n) / (8.0 * k * x)
        total += term
        if abs(term) < 1e-18:
            break
    return total / math.sqrt(2.0 * math.pi * x)


def iv_series(n, x):
    """I of order n >= 0 by its power series."""
    term = 1.0
    for k in range(1, n + 1):
        term *= 0.5 * x / k
    total = term
    for k in range(1, 60):
        term *= 0.25 * x * x / (k * (n + k))
        total += term
    return total


def ive(n, x):
    """exp(-abs(x)) times the modified Bessel function of the first kind:
    scipy.special.ive(n, x).
    """
    order = abs(n)
    size = abs(x)
    sign = -1.0 if order % 2 == 1 and x < 0.0 else 1.0
    if not size < math.inf:
        result = sign / size
    elif size <= 8.0:
        result = sign * math.exp(-size) * iv_series(order, size)
    elif size > max(40.0, 2.0 * order * order):
        result = sign * iv_far(order, size)
    else:
        result = sign * iv_backward(order, size)
    return result


def ive_adjoint(n, x, z_bar):
    z = ive(n, x)
    return (0.5 * (ive(n - 1, x) + ive(n + 1, x)) - np.sign(x) * z) * z_bar


def directions_of_birds_vjp(
    angles, means, concentration, logits, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of angles, means, concentration and logits of
    directions_of_birds, for the adjoint of its result.
    """
    # forward sweep
    log_of_sum_result = log_of_sum(logits)
    weights = np.empty_like(logits)
    if len(concentration) != len(means):
        raise ValueError("concentration and bend have different shapes")
    i0e_result = np.empty_like(concentration)
    for i in range(len(means)):
        x_i = concentration[i]
        i0e_result[i] = ive(0, x_i)
    if len(means) != len(logits):
        raise ValueError("density and weights have different shapes")
    a = np.empty((len(angles), len(means)))
    term = np.empty_like(logits)
    for i in range(len(logits)):
        weights[i] = logits[i] - log_of_sum_result
        x_i_2 = concentration[i]
        x_i_3 = concentration[i]
        length = ive(1, x_i_2) / ive(0, x_i_3)
        term[i] = np.exp(weights[i]) * length
    for i in range(len(angles)):
        for j in range(len(means)):
            bend = np.cos(angles[i] - means[j]) - 1.0
            density = concentration[j] * bend - np.log(2.0 * np.pi * i0e_result[j])
            a[i, j] = density + weights[j]
    along_axis_result = along_axis(a)
    exponential = np.exp(1j * means)
    vector = np.sum(term * exponential)
    value = np.abs(vector)

    # reverse sweep
    angles_bar = np.empty_like(angles)
    concentration_bar = np.zeros_like(concentration)
    logits_bar = np.empty_like(logits)
    vector_bar = np.conj(vector) * result_1_bar / (value if value != 0.0 else 1.0)
    vector_bar -= (
        1j
        * np.real(vector)
        * result_2_bar
        / (np.real(vector) ** 2 + np.imag(vector) ** 2)
    )
    vector_bar -= (
        np.imag(vector) * result_2_bar / (np.real(vector) ** 2 + np.imag(vector) ** 2)
    )
    term_bar = np.real(exponential * vector_bar)
    exponential_bar = term * vector_bar
    means_bar = np.real(1j * exponential * exponential_bar)
    along_axis_result_bar = np.empty_like(along_axis_result)
    for i in range(len(angles)):
        along_axis_result_bar[i] = result_0_bar
    a_bar = np.zeros_like(a)
    along_axis_adjoint(a, along_axis_result_bar, a_bar)
    weights_bar = np.zeros_like(weights)
    i0e_result_bar = np.zeros_like(i0e_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(angles)):
        angles_i_bar = 0.0
        for j in range(len(means)):
            bend = np.cos(angles[i] - means[j]) - 1.0
            density_bar = a_bar[i, j]
            weights_bar[j] += a_bar[i, j]
            concentration_bar[j] += bend * density_bar
            bend_bar = concentration[j] * density_bar
            i0e_result_bar[j] -= (
                2.0 * np.pi * density_bar / (2.0 * np.pi * i0e_result[j])
            )
            difference_bar = -np.sin(angles[i] - means[j]) * bend_bar
            angles_i_bar += difference_bar
            means_bar[j] -= difference_bar
        angles_bar[i] = angles_i_bar

    # forward and reverse in one sweep: the iterations are independent
    log_of_sum_result_bar = 0.0
    for i in range(len(logits)):
        x_i_2 = concentration[i]
        x_i_3 = concentration[i]
        i0e_result_2 = ive(0, x_i_3)
        length = ive(1, x_i_2) / i0e_result_2
        exp_weights = np.exp(weights[i])
        weights_bar[i] += exp_weights * length * term_bar[i]
        numerator_bar = exp_weights * term_bar[i] / i0e_result_2
        x_i_3_bar = ive_adjoint(0, x_i_3, -length * numerator_bar)
        concentration_bar[i] += x_i_3_bar + ive_adjoint(1, x_i_2, numerator_bar)
        logits_bar[i] = weights_bar[i]
        log_of_sum_result_bar -= weights_bar[i]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(means)):
        x_i = concentration[i]
        concentration_bar[i] += ive_adjoint(0, x_i, i0e_result_bar[i])
    log_of_sum_adjoint(logits, log_of_sum_result_bar, logits_bar)
    return angles_bar, means_bar, concentration_bar, logits_bar
