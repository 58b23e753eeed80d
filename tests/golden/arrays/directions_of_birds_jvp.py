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


def log_of_sum_tangent(a, a_dot):
    z = log_of_sum(a)
    total = 0.0
    for i in range(len(a)):
        total += np.exp(a[i] - z) * a_dot[i]
    return z, total


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i], values_dot[i] = log_of_sum_tangent(a[i], a_dot[i])
    return values, values_dot


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


def ive_tangent(n, x, x_dot):
    z = ive(n, x)
    return z, (0.5 * (ive(n - 1, x) + ive(n + 1, x)) - np.sign(x) * z) * x_dot


def directions_of_birds_jvp(
    angles,
    means,
    concentration,
    logits,
    angles_dot,
    means_dot,
    concentration_dot,
    logits_dot,
):
    """The value of directions_of_birds, and its derivative in the direction
    angles_dot, means_dot, concentration_dot, logits_dot.
    """
    log_of_sum_result, log_of_sum_result_dot = log_of_sum_tangent(logits, logits_dot)
    weights_dot = np.empty_like(logits)
    weights = np.empty_like(logits)
    if len(concentration) != len(means):
        raise ValueError("concentration and bend have different shapes")
    i0e_result_dot = np.zeros_like(concentration)
    i0e_result = np.empty_like(concentration)
    for i in range(len(means)):
        x_i = concentration[i]
        i0e_result[i], i0e_result_dot[i] = ive_tangent(0, x_i, concentration_dot[i])
    if len(means) != len(logits):
        raise ValueError("density and weights have different shapes")
    a_dot = np.empty((len(angles), len(means)))
    a = np.empty((len(angles), len(means)))
    likelihood_dot = 0.0
    likelihood = 0.0
    term_dot = np.empty_like(logits)
    term = np.empty_like(logits)
    for i in range(len(logits)):
        weights_dot[i] = logits_dot[i] - log_of_sum_result_dot
        weights[i] = logits[i] - log_of_sum_result
        x_i_2 = concentration[i]
        i1e_result, i1e_result_dot = ive_tangent(1, x_i_2, concentration_dot[i])
        x_i_3 = concentration[i]
        i0e_result_2, i0e_result_2_dot = ive_tangent(0, x_i_3, concentration_dot[i])
        length = i1e_result / i0e_result_2
        length_dot = (i1e_result_dot - length * i0e_result_2_dot) / i0e_result_2
        exp_weights = np.exp(weights[i])
        term_dot[i] = exp_weights * weights_dot[i] * length + exp_weights * length_dot
        term[i] = exp_weights * length
    for i in range(len(angles)):
        for j in range(len(means)):
            bend_dot = -np.sin(angles[i] - means[j]) * (angles_dot[i] - means_dot[j])
            bend = np.cos(angles[i] - means[j]) - 1.0
            density_dot = (
                concentration_dot[j] * bend
                + concentration[j] * bend_dot
                - 2.0 * np.pi * i0e_result_dot[j] / (2.0 * np.pi * i0e_result[j])
            )
            density = concentration[j] * bend - np.log(2.0 * np.pi * i0e_result[j])
            a_dot[i, j] = density_dot + weights_dot[j]
            a[i, j] = density + weights[j]
    along_axis_result, along_axis_result_dot = along_axis_tangent(a, a_dot)
    for i in range(len(angles)):
        likelihood_dot += along_axis_result_dot[i]
        likelihood += along_axis_result[i]
    exponential = np.exp(1j * means)
    exponential_dot = exponential * 1j * means_dot
    vector_dot = np.sum(term_dot * exponential + term * exponential_dot)
    vector = np.sum(term * exponential)
    term_2 = np.imag(vector) * np.real(vector_dot)
    factor = np.real(vector) * np.imag(vector_dot) - term_2
    value_dot = factor / (np.real(vector) ** 2 + np.imag(vector) ** 2)
    value = np.arctan2(np.imag(vector), np.real(vector))
    value_2 = np.abs(vector)
    factor_2 = np.real(np.conj(vector) * vector_dot)
    value_2_dot = factor_2 / (value_2 if value_2 != 0.0 else 1.0)
    return likelihood, value_2, value, likelihood_dot, value_2_dot, value_dot
