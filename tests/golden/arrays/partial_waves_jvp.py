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


def spherical_jn_tangent(n, x, x_dot):
    z = spherical_jn(n, x)
    return z, spherical_slope(n, x) * x_dot


def spherical_slope_tangent(n, x, x_dot):
    """spherical_slope and its tangent."""
    if n == 0:
        spherical_jn_result, spherical_jn_result_dot = spherical_jn_tangent(1, x, x_dot)
        result_dot = -spherical_jn_result_dot
        result = -spherical_jn_result
    else:
        spherical_jn_result, spherical_jn_result_dot = spherical_jn_tangent(
            n - 1, x, x_dot
        )
        below_dot = n * spherical_jn_result_dot
        below = n * spherical_jn_result
        spherical_jn_result, spherical_jn_result_dot = spherical_jn_tangent(
            n + 1, x, x_dot
        )
        result = (below - (n + 1) * spherical_jn_result) / (2 * n + 1)
        result_dot = (below_dot - (n + 1) * spherical_jn_result_dot) / (2 * n + 1)
    return result, result_dot


def spherical_yn_tangent(n, x, x_dot):
    """spherical_yn and its tangent."""
    cos_x = np.cos(x)
    before = -cos_x / x
    sin_x = np.sin(x)
    before_dot = (sin_x * x_dot - before * x_dot) / x
    quotient = -cos_x / x**2
    quotient_2 = sin_x / x
    quotient_2_dot = (cos_x * x_dot - quotient_2 * x_dot) / x
    at_dot = (sin_x * x_dot - 2.0 * quotient * x * x_dot) / x**2 - quotient_2_dot
    at = quotient - quotient_2
    if n == 0:
        result_dot = before_dot
        result = before
    else:
        for k in range(1, n):
            quotient = (2.0 * k + 1.0) / x
            quotient_dot = -quotient * x_dot / x
            value_before_dot = quotient_dot * at + quotient * at_dot - before_dot
            value_before = quotient * at - before
            before_dot = at_dot
            before = at
            at_dot = value_before_dot
            at = value_before
        result_dot = at_dot
        result = at
    return result, result_dot


def partial_waves_jvp(
    energy, depth, radius, angles, energy_dot, depth_dot, radius_dot, angles_dot
):
    """The value of partial_waves, and its derivative in the direction energy_dot,
    depth_dot, radius_dot, angles_dot.
    """
    outside = np.sqrt(2.0 * energy)
    outside_dot = 2.0 * energy_dot / (2.0 * outside)
    inside = np.sqrt(2.0 * (energy + depth))
    inside_dot = 2.0 * (energy_dot + depth_dot) / (2.0 * inside)
    ka_dot = outside_dot * radius + outside * radius_dot
    ka = outside * radius
    qa_dot = inside_dot * radius + inside * radius_dot
    qa = inside * radius
    row = np.ones_like(angles)
    legendre_count = 2
    amplitude_dot = np.zeros_like(np.zeros_like(angles) * 1j)
    amplitude = np.zeros_like(angles) * 1j
    total_dot = 0.0
    total = 0.0
    legendre_values_dot = np.zeros((5, len(row)))
    legendre_values = np.empty((5, len(row)))
    for i in range(len(angles)):
        legendre_values_dot[0, i] = 0.0
        legendre_values[0, i] = row[i]
        legendre_values_dot[1, i] = -np.sin(angles[i]) * angles_dot[i]
        legendre_values[1, i] = np.cos(angles[i])
    for n in range(3):
        spherical_slope_result, spherical_slope_result_dot = spherical_slope_tangent(
            n, qa, qa_dot
        )
        spherical_jn_result, spherical_jn_result_dot = spherical_jn_tangent(
            n, qa, qa_dot
        )
        slope = inside * spherical_slope_result / spherical_jn_result
        factor = (
            inside_dot * spherical_slope_result
            + inside * spherical_slope_result_dot
            - slope * spherical_jn_result_dot
        )
        slope_dot = factor / spherical_jn_result
        spherical_slope_result, spherical_slope_result_dot = spherical_slope_tangent(
            n, ka, ka_dot
        )
        spherical_jn_result, spherical_jn_result_dot = spherical_jn_tangent(
            n, ka, ka_dot
        )
        top_dot = (
            outside_dot * spherical_slope_result
            + outside * spherical_slope_result_dot
            - (slope_dot * spherical_jn_result + slope * spherical_jn_result_dot)
        )
        top = outside * spherical_slope_result - slope * spherical_jn_result
        y, y_dot = spherical_yn_tangent(n, ka, ka_dot)
        quotient = n / ka
        quotient_dot = -quotient * ka_dot / ka
        spherical_yn_result, spherical_yn_result_dot = spherical_yn_tangent(
            n + 1, ka, ka_dot
        )
        y_slope_dot = quotient_dot * y + quotient * y_dot - spherical_yn_result_dot
        y_slope = quotient * y - spherical_yn_result
        quotient = top / (outside * y_slope - slope * y)
        factor_3 = (
            outside_dot * y_slope
            + outside * y_slope_dot
            - (slope_dot * y + slope * y_dot)
        )
        term = quotient * factor_3
        factor_2 = top_dot - term
        quotient_dot = factor_2 / (outside * y_slope - slope * y)
        phase_dot = quotient_dot / (1.0 + quotient**2)
        phase = np.arctan(quotient)
        if n == 2:
            for i in range(len(angles)):
                x_dot = -np.sin(angles[i]) * angles_dot[i]
                x = np.cos(angles[i])
                factor_4 = (
                    3.0 * x_dot * legendre_values[1, i]
                    + 3.0 * x * legendre_values_dot[1, i]
                    - legendre_values_dot[0, i]
                )
                row_2_dot = 0.5 * factor_4
                row_2 = (3.0 * x * legendre_values[1, i] - legendre_values[0, i]) / 2.0
                legendre_values_dot[legendre_count, i] = row_2_dot
                legendre_values[legendre_count, i] = row_2
            legendre_count += 1
        exponential = np.exp(1j * phase)
        exponential_dot = exponential * 1j * phase_dot
        cos_phase = np.cos(phase)
        sin_phase_dot = cos_phase * phase_dot
        sin_phase = np.sin(phase)
        term_4 = (2 * n + 1) * exponential * sin_phase_dot
        factor_5 = (2 * n + 1) * exponential_dot * sin_phase + term_4
        term_3 = factor_5 * legendre_values[n]
        term_2 = term_3 + (2 * n + 1) * exponential * sin_phase * legendre_values_dot[n]
        amplitude_dot = amplitude_dot + term_2
        term_5 = (2 * n + 1) * exponential * sin_phase * legendre_values[n]
        amplitude = amplitude + term_5
        quotient = 4.0 * np.pi / outside**2
        quotient_dot = -2.0 * quotient * outside * outside_dot / outside**2
        sin_phase_dot = cos_phase * phase_dot
        term_6 = 2.0 * quotient * (2.0 * n + 1) * sin_phase * sin_phase_dot
        total_dot += quotient_dot * (2.0 * n + 1) * sin_phase**2 + term_6
        total += quotient * (2 * n + 1) * sin_phase**2
    quotient_2 = amplitude / outside
    quotient_2_dot = (amplitude_dot - quotient_2 * outside_dot) / outside
    abs_quotient = np.abs(quotient_2)
    factor_6 = np.where(abs_quotient != 0.0, abs_quotient, 1.0)
    abs_quotient_dot = np.real(np.conj(quotient_2) * quotient_2_dot) / factor_6
    value_dot = 2.0 * abs_quotient * abs_quotient_dot
    return abs_quotient**2, total, value_dot, total_dot
