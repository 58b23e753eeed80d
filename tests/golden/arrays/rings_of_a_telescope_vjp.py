import math

import numpy as np


def hankel_sums(n, x):
    """The two sums of Hankel's expansion of order n, for x > 25."""
    even = 1.0
    odd = 0.0
    term = 1.0
    for k in range(1, 40):
        term *= (4.0 * n * n - (2.0 * k - 1.0) ** 2) / (8.0 * k * x)
        sign = 1.0 if k % 4 < 2 else -1.0
        if k % 2 == 0:
            even += sign * term
        else:
            odd += sign * term
        if abs(term) < 1e-18:
            break
    return even, odd


def bessel_far(n, x):
    """J and Y of order n, 0 or 1, for x > 25."""
    even, odd = hankel_sums(n, x)
    size = 1.0 / math.sqrt(math.pi * x)
    sine = math.sin(x)
    cosine = math.cos(x)
    if n == 0:
        a = size * (cosine + sine)
        b = size * (sine - cosine)
    else:
        a = size * (sine - cosine)
        b = -size * (sine + cosine)
    return a * even - b * odd, b * even + a * odd


def jv_backward(n, x):
    """J of order n >= 0 by the recurrence from high orders down."""
    high = max(n, int(x))
    above = 0.0
    here = 1e-200
    total = 0.0
    found = 0.0
    for k in range(2 * ((high + 16 + int(math.sqrt(40.0 * high))) // 2), 0, -1):
        below = 2.0 * k / x * here - above
        above = here
        here = below
        if k - 1 == n:
            found = here
        if k % 2 == 1:
            total += here if k == 1 else 2.0 * here
        if abs(here) > 1e150:
            above *= 1e-250
            here *= 1e-250
            total *= 1e-250
            found *= 1e-250
    return found / total


def jv_series(n, x):
    """J of order n >= 0 by its power series, for small x."""
    term = 1.0
    for k in range(1, n + 1):
        term *= 0.5 * x / k
    total = term
    for k in range(1, 40):
        term *= -0.25 * x * x / (k * (n + k))
        total += term
    return total


def jv(n, x):
    """The Bessel function of the first kind of an integer order: scipy.special.jv(n,
    x).
    """
    order = abs(n)
    size = abs(x)
    sign = -1.0 if order % 2 == 1 and (n < 0) != (x < 0.0) else 1.0
    if not size < math.inf:
        result = 1.0 / size
    elif size * size <= 2.0 * (order + 1.0):
        result = sign * jv_series(order, size)
    elif size <= 25.0 or order >= size:
        result = sign * jv_backward(order, size)
    else:
        bessel_far_0, bessel_far_1 = bessel_far(0, size)
        before = bessel_far_0
        bessel_far_0_2, bessel_far_1_2 = bessel_far(1, size)
        here = bessel_far_0_2
        for k in range(1, order):
            after = 2.0 * k / size * here - before
            before = here
            here = after
        result = before if order == 0 else sign * here
    return result


def jv_adjoint(n, x, z_bar):
    return 0.5 * (jv(n - 1, x) - jv(n + 1, x)) * z_bar


def rings_of_a_telescope_vjp(
    angle, diameter, blocked, wavelength, result_0_bar, result_1_bar
):
    """The adjoints of angle, diameter, blocked and wavelength of
    rings_of_a_telescope, for the adjoint of its result.
    """
    # forward sweep
    term = 1.0 - blocked**2

    # reverse sweep
    angle_bar = np.empty_like(angle)
    power_bar = result_0_bar.copy()
    within_bar = result_1_bar.copy()

    # forward and reverse in one sweep: the iterations are independent
    term_bar = 0.0
    wavelength_bar = 0.0
    blocked_bar = 0.0
    diameter_bar = 0.0
    for i in range(len(angle)):
        v = np.pi * diameter * angle[i] / wavelength
        inner = blocked * v
        j1_result = jv(1, inner)
        amplitude = 2.0 * (jv(1, v) - blocked * j1_result) / (v * term)
        j0_result_bar = -2.0 * jv(0, v) * within_bar[i]
        j1_result_bar = -2.0 * jv(1, v) * within_bar[i]
        v_bar = jv_adjoint(1, v, j1_result_bar) + jv_adjoint(0, v, j0_result_bar)
        numerator_bar = 2.0 * amplitude * power_bar[i] / (v * term)
        difference_bar = 2.0 * numerator_bar
        v_bar -= term * amplitude * numerator_bar
        term_bar -= v * amplitude * numerator_bar
        inner_bar = jv_adjoint(1, inner, -blocked * difference_bar)
        blocked_bar += v * inner_bar - j1_result * difference_bar
        v_bar += jv_adjoint(1, v, difference_bar) + blocked * inner_bar
        numerator_bar = v_bar / wavelength
        diameter_bar += np.pi * angle[i] * numerator_bar
        angle_bar[i] = np.pi * diameter * numerator_bar
        wavelength_bar -= v * numerator_bar
    blocked_bar -= 2.0 * blocked * term_bar
    return angle_bar, diameter_bar, blocked_bar, wavelength_bar
