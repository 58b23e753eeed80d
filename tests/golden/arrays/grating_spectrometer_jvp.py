import math

import numpy as np


def sinc(x):
    """sin(pi * x) / (pi * x), which is 1 at 0: numpy.sinc(x)."""
    return math.sin(math.pi * x) / (math.pi * x) if x != 0.0 else 1.0


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


def sinc_tangent(x, x_dot):
    z = sinc(x)
    return z, -math.pi * spherical_jn(1, math.pi * x) * x_dot


def grating_spectrometer_jvp(
    angles,
    wavelengths,
    weights,
    spacing,
    width,
    slits,
    angles_dot,
    wavelengths_dot,
    weights_dot,
    spacing_dot,
    width_dot,
):
    """The value of grating_spectrometer, and its derivative in the direction
    angles_dot, wavelengths_dot, weights_dot, spacing_dot, width_dot.
    """
    sin_angles_dot = np.empty_like(angles)
    sin_angles = np.empty_like(angles)
    for i in range(len(angles)):
        sin_angles_dot[i] = np.cos(angles[i]) * angles_dot[i]
        sin_angles[i] = np.sin(angles[i])
    sin_angles_part_dot = sin_angles_dot[:, None]
    sin_angles_part = sin_angles[:, None]
    if len(wavelengths) != len(weights):
        raise ValueError("envelope and weights have different shapes")
    term_dot = np.empty((len(angles), len(wavelengths)))
    term = np.empty((len(angles), len(wavelengths)))
    for i in range(len(angles)):
        for j in range(len(wavelengths)):
            sine = sin_angles_part[i, 0] / wavelengths[j]
            factor = sin_angles_part_dot[i, 0] - sine * wavelengths_dot[j]
            sine_dot = factor / wavelengths[j]
            x_dot = width_dot * sine + width * sine_dot
            sinc_result, sinc_result_dot = sinc_tangent(width * sine, x_dot)
            envelope_dot = 2.0 * sinc_result * sinc_result_dot
            envelope = sinc_result**2
            beta_dot = np.pi * spacing_dot * sine + np.pi * spacing * sine_dot
            beta = np.pi * spacing * sine
            sine_dot = np.cos(slits * beta) * slits * beta_dot
            sin_beta_dot = np.cos(beta) * beta_dot
            sin_beta = np.sin(beta)
            quotient = np.sin(slits * beta) / (slits * sin_beta)
            factor_2 = sine_dot - quotient * slits * sin_beta_dot
            quotient_dot = factor_2 / (slits * sin_beta)
            interference_dot = 2.0 * quotient * quotient_dot
            interference = quotient**2
            term_dot[i, j] = envelope_dot * interference + envelope * interference_dot
            term[i, j] = envelope * interference
    return term @ weights, term_dot @ weights + term @ weights_dot
