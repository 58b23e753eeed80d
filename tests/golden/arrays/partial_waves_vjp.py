import math

import numpy as np


def spherical_backward(n, x):
    """The spherical Bessel function by the recurrence from high orders down."""
    high = max(n, int(x))
    above = 0.0
    here = 1e-200
    found = 0.0
    for k in range(high + 16 + int(math.sqrt(40.0 * high)), 0, -1):
        below = (2.0 * k + 1.0) / x * here - above
        above = here
        here = below
        if k - 1 == n:
            found = here
        if abs(here) > 1e150:
            above *= 1e-250
            here *= 1e-250
            found *= 1e-250
    zero = math.sin(x) / x
    one = (zero - math.cos(x)) / x
    return found / here * zero if abs(zero) > abs(one) else found / above * one


def spherical_series(n, x):
    """The spherical Bessel function by its power series, for small x."""
    term = 1.0
    for k in range(1, n + 1):
        term *= x / (2.0 * k + 1.0)
    total = term
    for k in range(1, 30):
        term *= -0.5 * x * x / (k * (2.0 * (n + k) + 1.0))
        total += term
    return total


def spherical_jn(n, x):
    """The spherical Bessel function of the first kind of an integer order:
    s2sad.library.special_spherical.spherical_jn(n, x).
    """
    size = abs(x)
    sign = -1.0 if n % 2 == 1 and x < 0.0 else 1.0
    if not size < math.inf:
        result = 1.0 / size
    elif size * size <= 2.0 * n + 3.0:
        result = sign * spherical_series(n, size)
    elif n >= size:
        result = sign * spherical_backward(n, size)
    else:
        before = math.sin(size) / size
        if n == 0:
            result = before
        else:
            here = (before - math.cos(size)) / size
            for k in range(1, n):
                after = (2.0 * k + 1.0) / size * here - before
                before = here
                here = after
            result = sign * here
    return result


def spherical_slope(n, x):
    """The derivative of the spherical Bessel function."""
    if n == 0:
        result = -spherical_jn(1, x)
    else:
        below = n * spherical_jn(n - 1, x)
        result = (below - (n + 1) * spherical_jn(n + 1, x)) / (2 * n + 1)
    return result


def spherical_jn_adjoint(n, x, z_bar):
    return spherical_slope(n, x) * z_bar


def spherical_slope_adjoint(n, x, result_bar):
    """The adjoint of x in spherical_slope."""
    if n == 0:
        x_bar = spherical_jn_adjoint(1, x, -result_bar)
    else:
        difference_bar = result_bar / (2.0 * n + 1)
        x_bar = spherical_jn_adjoint(n + 1, x, -(n + 1) * difference_bar)
        x_bar += spherical_jn_adjoint(n - 1, x, n * difference_bar)
    return x_bar


def spherical_yn(n, x):
    before = -np.cos(x) / x
    at = -np.cos(x) / x**2 - np.sin(x) / x
    if n == 0:
        result = before
    else:
        for k in range(1, n):
            value_before = (2.0 * k + 1.0) / x * at - before
            before = at
            at = value_before
        result = at
    return result


def spherical_yn_adjoint(n, x, result_bar):
    """The adjoint of x in spherical_yn."""
    # forward sweep: saves at
    cos_x = np.cos(x)
    quotient = -cos_x / x
    before = quotient
    quotient_2 = -cos_x / x**2
    sin_x = np.sin(x)
    quotient_3 = sin_x / x
    at = quotient_2 - quotient_3
    if n != 0:
        at_saved = np.empty(n)
        for k in range(1, n):
            value_before = (2.0 * k + 1.0) / x * at - before
            before = at
            at_saved[k] = at
            at = value_before

    # reverse sweep
    x_bar = 0.0
    if n == 0:
        before_bar = result_bar
    else:
        at_bar = result_bar
        before_bar = 0.0
        for k in range(n - 1, 0, -1):
            value_before_bar = at_bar
            quotient_4 = (2.0 * k + 1.0) / x
            at_bar = before_bar + quotient_4 * value_before_bar
            before_bar = -value_before_bar
            x_bar -= quotient_4 * at_saved[k] * value_before_bar / x
        numerator_bar = -at_bar / x
        x_bar += cos_x * numerator_bar - quotient_3 * numerator_bar
        numerator_bar = at_bar / x**2
        x_bar -= 2.0 * x * quotient_2 * numerator_bar - sin_x * numerator_bar
    numerator_bar = before_bar / x
    return x_bar - (quotient * numerator_bar - sin_x * numerator_bar)


def partial_waves_vjp(energy, depth, radius, angles, result_0_bar, result_1_bar):
    """The adjoints of energy, depth, radius and angles of partial_waves, for the
    adjoint of its result.
    """
    # forward sweep: saves amplitude, legendre_values, exponential and others
    outside = np.sqrt(2.0 * energy)
    inside = np.sqrt(2.0 * (energy + depth))
    ka = outside * radius
    qa = inside * radius
    row = np.ones_like(angles)
    legendre_count = 2
    amplitude = np.zeros_like(angles) * 1j
    legendre_values = np.empty((5, len(row)))
    for i in range(len(angles)):
        legendre_values[0, i] = row[i]
        legendre_values[1, i] = np.cos(angles[i])
    amplitude_saved = []
    legendre_values_saved = np.empty((3, len(angles)))
    exponential_saved = np.empty(3, dtype=np.complex128)
    spherical_yn_result_saved = np.empty(3)
    y_saved = np.empty(3)
    for n in range(3):
        slope = inside * spherical_slope(n, qa) / spherical_jn(n, qa)
        top = outside * spherical_slope(n, ka) - slope * spherical_jn(n, ka)
        y = spherical_yn(n, ka)
        y_saved[n] = y
        spherical_yn_result = spherical_yn(n + 1, ka)
        spherical_yn_result_saved[n] = spherical_yn_result
        y_slope = n / ka * y - spherical_yn_result
        phase = np.arctan(top / (outside * y_slope - slope * y))
        if n == 2:
            for i in range(len(angles)):
                x = np.cos(angles[i])
                row_2 = (3.0 * x * legendre_values[1, i] - legendre_values[0, i]) / 2.0
                legendre_values_saved[n, i] = legendre_values[legendre_count, i]
                legendre_values[legendre_count, i] = row_2
            legendre_count += 1
        exponential = np.exp(1j * phase)
        exponential_saved[n] = exponential
        sin_phase = np.sin(phase)
        amplitude_saved.append(amplitude)
        term = (2 * n + 1) * exponential * sin_phase * legendre_values[n]
        amplitude = amplitude + term
    quotient_2 = amplitude / outside
    abs_quotient = np.abs(quotient_2)

    # reverse sweep
    angles_bar = np.zeros_like(angles)
    value_bar = result_0_bar.copy()
    abs_quotient_bar = 2.0 * abs_quotient * value_bar
    quotient_2_bar = (
        np.conj(quotient_2)
        * abs_quotient_bar
        / np.where(abs_quotient != 0.0, abs_quotient, 1.0)
    )
    amplitude_bar = quotient_2_bar / outside
    outside_bar = np.real(-np.sum(quotient_2 * quotient_2_bar / outside))
    inside_bar = 0.0
    ka_bar = 0.0
    qa_bar = 0.0
    legendre_values_bar = np.zeros_like(legendre_values)
    for n in range(2, -1, -1):
        y = y_saved[n]
        spherical_slope_result = spherical_slope(n, qa)
        spherical_jn_result = spherical_jn(n, qa)
        slope = inside * spherical_slope_result / spherical_jn_result
        spherical_slope_result_2 = spherical_slope(n, ka)
        spherical_jn_result_2 = spherical_jn(n, ka)
        top = outside * spherical_slope_result_2 - slope * spherical_jn_result_2
        quotient = n / ka
        y_slope = quotient * y - spherical_yn_result_saved[n]
        quotient_3 = top / (outside * y_slope - slope * y)
        phase = np.arctan(quotient_3)
        quotient_4 = 4.0 * np.pi / outside**2
        sin_phase_2 = np.sin(phase)
        quotient_4_bar = (2.0 * n + 1) * sin_phase_2**2 * result_1_bar
        sin_phase_2_bar = 2.0 * sin_phase_2 * quotient_4 * (2.0 * n + 1) * result_1_bar
        outside_bar -= 2.0 * outside * quotient_4 * quotient_4_bar / outside**2
        amplitude = amplitude_saved.pop()
        exponential = exponential_saved[n]
        amplitude_new_bar = amplitude_bar
        amplitude_bar = np.zeros_like(amplitude)
        amplitude_bar += amplitude_new_bar
        product_bar_2 = np.sum(legendre_values[n] * amplitude_new_bar)
        exponential_bar = (2.0 * n + 1) * sin_phase_2 * product_bar_2
        sin_phase_bar = np.real((2.0 * n + 1) * exponential * product_bar_2)
        legendre_values_bar[n] += np.real(
            (2.0 * n + 1) * exponential * sin_phase_2 * amplitude_new_bar
        )
        cos_phase = np.cos(phase)
        phase_bar = cos_phase * sin_phase_2_bar + cos_phase * sin_phase_bar
        phase_bar += np.real(1j * exponential * exponential_bar)
        if n == 2:
            legendre_count -= 1
            for i in range(len(angles)):
                legendre_values[legendre_count, i] = legendre_values_saved[n, i]
                row_2_bar = legendre_values_bar[legendre_count, i]
                legendre_values_bar[legendre_count, i] = 0.0
                x = np.cos(angles[i])
                difference_bar = 0.5 * row_2_bar
                x_bar = 3.0 * legendre_values[1, i] * difference_bar
                legendre_values_bar[1, i] += 3.0 * x * difference_bar
                legendre_values_bar[0, i] -= difference_bar
                angles_bar[i] -= np.sin(angles[i]) * x_bar
        quotient_3_bar = phase_bar / (1.0 + quotient_3**2)
        numerator_bar = quotient_3_bar / (outside * y_slope - slope * y)
        difference_bar = -quotient_3 * numerator_bar
        y_slope_bar = outside * difference_bar
        slope_bar = -y * difference_bar - spherical_jn_result_2 * numerator_bar
        y_bar = quotient * y_slope_bar - slope * difference_bar
        ka_bar += spherical_yn_adjoint(n + 1, ka, -y_slope_bar)
        ka_bar += spherical_yn_adjoint(n, ka, y_bar) - quotient * y * y_slope_bar / ka
        term_2 = spherical_slope_result_2 * numerator_bar
        outside_bar += y_slope * difference_bar + term_2
        ka_bar += spherical_jn_adjoint(n, ka, -slope * numerator_bar)
        ka_bar += spherical_slope_adjoint(n, ka, outside * numerator_bar)
        numerator_bar = slope_bar / spherical_jn_result
        inside_bar += spherical_slope_result * numerator_bar
        qa_bar += spherical_jn_adjoint(n, qa, -slope * numerator_bar)
        qa_bar += spherical_slope_adjoint(n, qa, inside * numerator_bar)
    for i in range(len(angles)):
        angles_bar[i] -= np.sin(angles[i]) * legendre_values_bar[1, i]
    inside_bar += radius * qa_bar
    outside_bar += radius * ka_bar
    product_bar = inside_bar / (2.0 * inside)
    energy_bar = 2.0 * product_bar + 2.0 * outside_bar / (2.0 * outside)
    depth_bar = 2.0 * product_bar
    return energy_bar, depth_bar, inside * qa_bar + outside * ka_bar, angles_bar
