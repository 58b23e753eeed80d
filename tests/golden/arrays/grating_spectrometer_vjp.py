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


def sinc_adjoint(x, z_bar):
    return -(math.pi * spherical_jn(1, math.pi * x) * z_bar)


def grating_spectrometer_vjp(
    angles, wavelengths, weights, spacing, width, slits, result_bar
):
    """The adjoints of angles, wavelengths, weights, spacing and width of
    grating_spectrometer, for the adjoint of its result.
    """
    # forward sweep
    sin_angles = np.empty_like(angles)
    for i in range(len(angles)):
        sin_angles[i] = np.sin(angles[i])
    sin_angles_part = sin_angles[:, None]
    if len(wavelengths) != len(weights):
        raise ValueError("envelope and weights have different shapes")
    term = np.empty((len(angles), len(wavelengths)))

    # reverse sweep
    angles_bar = np.empty_like(angles)
    wavelengths_bar = np.zeros_like(wavelengths)
    value_bar = result_bar.copy()
    term_bar = np.outer(value_bar, weights)
    sin_angles_bar = np.zeros_like(sin_angles)
    sin_angles_part_bar = sin_angles_bar[:, None]

    # forward and reverse in one sweep: the iterations are independent
    width_bar = 0.0
    spacing_bar = 0.0
    for i in range(len(angles)):
        for j in range(len(wavelengths)):
            sine = sin_angles_part[i, 0] / wavelengths[j]
            x = width * sine
            sinc_result = sinc(x)
            envelope = sinc_result**2
            beta = np.pi * spacing * sine
            sin_beta = np.sin(beta)
            quotient = np.sin(slits * beta) / (slits * sin_beta)
            interference = quotient**2
            term[i, j] = envelope * interference
            interference_bar = envelope * term_bar[i, j]
            numerator_bar = 2.0 * quotient * interference_bar / (slits * sin_beta)
            beta_bar = -np.cos(beta) * slits * quotient * numerator_bar
            beta_bar += slits * np.cos(slits * beta) * numerator_bar
            spacing_bar += np.pi * sine * beta_bar
            x_bar = sinc_adjoint(x, 2.0 * sinc_result * interference * term_bar[i, j])
            width_bar += sine * x_bar
            sine_bar = np.pi * spacing * beta_bar + width * x_bar
            numerator_bar = sine_bar / wavelengths[j]
            sin_angles_part_bar[i, 0] += numerator_bar
            wavelengths_bar[j] -= sine * numerator_bar
    weights_bar = term.T @ value_bar
    for i in range(len(angles)):
        angles_bar[i] = np.cos(angles[i]) * sin_angles_bar[i]
    return angles_bar, wavelengths_bar, weights_bar, spacing_bar, width_bar
