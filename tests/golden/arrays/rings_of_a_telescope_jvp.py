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


def jv_tangent(n, x, x_dot):
    z = jv(n, x)
    return z, 0.5 * (jv(n - 1, x) - jv(n + 1, x)) * x_dot


def rings_of_a_telescope_jvp(
    angle,
    diameter,
    blocked,
    wavelength,
    angle_dot,
    diameter_dot,
    blocked_dot,
    wavelength_dot,
):
    """The value of rings_of_a_telescope, and its derivative in the direction
    angle_dot, diameter_dot, blocked_dot, wavelength_dot.
    """
    term_dot = -2.0 * blocked * blocked_dot
    term = 1.0 - blocked**2
    within_dot = np.empty(len(angle))
    within = np.empty(len(angle))
    power_dot = np.empty(len(angle))
    power = np.empty(len(angle))
    for i in range(len(angle)):
        v = np.pi * diameter * angle[i] / wavelength
        factor = (
            np.pi * diameter_dot * angle[i]
            + np.pi * diameter * angle_dot[i]
            - v * wavelength_dot
        )
        v_dot = factor / wavelength
        inner_dot = blocked_dot * v + blocked * v_dot
        inner = blocked * v
        j1_result, j1_result_dot = jv_tangent(1, v, v_dot)
        j1_result_2, j1_result_2_dot = jv_tangent(1, inner, inner_dot)
        amplitude = 2.0 * (j1_result - blocked * j1_result_2) / (v * term)
        term_3 = blocked_dot * j1_result_2 + blocked * j1_result_2_dot
        factor_3 = j1_result_dot - term_3
        term_2 = 2.0 * factor_3
        factor_2 = term_2 - amplitude * (v_dot * term + v * term_dot)
        amplitude_dot = factor_2 / (v * term)
        j0_result, j0_result_dot = jv_tangent(0, v, v_dot)
        j1_result, j1_result_dot = jv_tangent(1, v, v_dot)
        term_4 = -2.0 * j0_result * j0_result_dot
        within_dot[i] = term_4 - 2.0 * j1_result * j1_result_dot
        within[i] = 1.0 - j0_result**2 - j1_result**2
        power_dot[i] = 2.0 * amplitude * amplitude_dot
        power[i] = amplitude**2
    return power, within, power_dot, within_dot
