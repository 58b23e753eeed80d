import math

import numpy as np


def convolve_tangent(a, v, a_dot, v_dot):
    """convolve and its tangent."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    first_2 = shorter - 1
    count_2 = longer - shorter + 1
    result_dot = np.empty(count_2, dtype=np.complex128)
    result = np.empty(count_2, np.complex128)
    for k in range(count_2):
        shift = first_2 + k
        total_dot = 0j
        total = 0.0
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            total_dot += a_dot[n] * v[shift - n] + a[n] * v_dot[shift - n]
            total += a[n] * v[shift - n]
        result_dot[k] = total_dot
        result[k] = total
    return result, result_dot


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


def iv(n, x):
    """The modified Bessel function of the first kind of an integer order:
    scipy.special.iv(n, x).
    """
    if abs(x) == math.inf:
        result = math.inf if x > 0.0 or n % 2 == 0 else -math.inf
    else:
        half = math.exp(0.5 * abs(x))
        result = half * ive(n, x) * half
    return result


def iv_tangent(n, x, x_dot):
    z = iv(n, x)
    return z, 0.5 * (iv(n - 1, x) + iv(n + 1, x)) * x_dot


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_tangent(a, b, rcond, b_dot):
    z = least_squares(a, b, rcond)
    return z, pseudoinverse(a) @ b_dot


def polyfit_tangent(x, y, y_dot):
    """polyfit and its tangent."""
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers[i, k] = x[i] * powers[i, k + 1]
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            total[j] += powers[i, j] * powers[i, j]
    scale = np.empty(2)
    for i in range(2):
        scale[i] = np.sqrt(total[i])
    wide_dot = y_dot[:, None]
    wide = y[:, None]
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient[i, j] = powers[i, j] / scale[j]
    found, found_dot = least_squares_tangent(
        quotient, wide, len(x) * 2.0**-52, wide_dot
    )
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")
    out_dot = np.empty(2)
    out = np.empty(2)
    for i in range(2):
        out_dot[i] = found_dot[i, 0] / scale[i]
        out[i] = found[i, 0] / scale[i]
    return out, out_dot


def unwrap_tangent(p, p_dot):
    """unwrap and its tangent."""
    result_dot = np.empty_like(p)
    result = np.empty_like(p)
    half = 0.5 * 6.283185307179586
    turns = 0.0
    for i in range(len(p)):
        if i > 0:
            step = p[i] - p[i - 1]
            if abs(step) >= half:
                jump = math.floor((step + half) / 6.283185307179586)
                if step > 0.0 and step + half == jump * 6.283185307179586:
                    jump -= 1
                turns += jump
        result_dot[i] = p_dot[i]
        result[i] = p[i] - turns * 6.283185307179586
    return result, result_dot


def chirp_through_a_filter_jvp(
    echo, start, sweep, beta, noise, echo_dot, start_dot, sweep_dot, beta_dot, noise_dot
):
    """The value of chirp_through_a_filter, and its derivative in the direction
    echo_dot, start_dot, sweep_dot, beta_dot, noise_dot.
    """
    n = 5
    t = np.linspace(0.0, 1.0, n)
    term_dot = np.empty_like(t)
    term = np.empty_like(t)
    for i in range(len(t)):
        term_dot[i] = start_dot * t[i] + 0.5 * sweep_dot * t[i] ** 2
        term[i] = start * t[i] + 0.5 * sweep * t[i] ** 2
    pulse = np.exp(2j * np.pi * term)
    pulse_dot = pulse * 2j * np.pi * term_dot
    iv_result, iv_result_dot = iv_tangent(0, beta, beta_dot)
    kaiser_dot = np.empty(n)
    kaiser = np.empty(n)
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(n):
        place = 2.0 * i / (n - 1) - 1.0
        root = np.sqrt(1.0 - 0.999 * place**2)
        i0_result, i0_result_dot = iv_tangent(0, beta * root, beta_dot * root)
        quotient = i0_result / iv_result
        kaiser_dot[i] = (i0_result_dot - quotient * iv_result_dot) / iv_result
        kaiser[i] = quotient
        total_dot += kaiser_dot[i]
        total += kaiser[i]
        total_2_dot += 2.0 * kaiser[i] * kaiser_dot[i]
        total_2 += kaiser[i] ** 2
        total_3_dot += 2.0 * kaiser[i] * kaiser_dot[i]
        total_3 += kaiser[i] ** 2
    conj_result_dot = np.conj(pulse_dot * kaiser + pulse * kaiser_dot)
    conj_result = np.conj(pulse * kaiser)
    template_dot = conj_result_dot[::-1]
    template = conj_result[::-1]
    term_2_dot = np.zeros_like(echo + 0j) + echo_dot
    term_2 = echo + 0j
    answer, answer_dot = convolve_tangent(term_2, template, term_2_dot, template_dot)
    term_3 = 2.0 * np.imag(answer) * np.imag(answer_dot)
    power_dot = 2.0 * np.real(answer) * np.real(answer_dot) + term_3
    power = np.real(answer) ** 2 + np.imag(answer) ** 2
    abs_total_dot = np.sign(total) * total_dot
    abs_total = np.abs(total)
    gain = abs_total**2 / (n * total_2)
    factor = 2.0 * abs_total * abs_total_dot - gain * n * total_2_dot
    gain_dot = factor / (n * total_2)
    found_dot = np.empty_like(power)
    found = np.empty_like(power)
    for i in range(len(power)):
        level = power[i] / (noise * total_3)
        factor_2 = power_dot[i] - level * (noise_dot * total_3 + noise * total_3_dot)
        level_dot = factor_2 / (noise * total_3)
        found_dot[i] = level_dot / (1.0 + level)
        found[i] = np.log1p(level)
    term_4 = np.imag(answer) * np.real(answer_dot)
    factor_3 = np.real(answer) * np.imag(answer_dot) - term_4
    value_dot = factor_3 / (np.real(answer) ** 2 + np.imag(answer) ** 2)
    value = np.arctan2(np.imag(answer), np.real(answer))
    phase, phase_dot = unwrap_tangent(value, value_dot)
    polyfit_result, polyfit_result_dot = polyfit_tangent(
        np.arange(len(phase)), phase, phase_dot
    )
    value_2 = polyfit_result[0]
    return found, gain, value_2, found_dot, gain_dot, polyfit_result_dot[0]
