import math

import numpy as np


def convolve(a, v):
    """The sums of products of a and of v backwards, at every shift."""
    if len(a) == 0 or len(v) == 0:
        raise ValueError("arrays to be convolved are empty")
    shorter = min(len(a), len(v))
    longer = max(len(a), len(v))
    first_2 = shorter - 1
    count_2 = longer - shorter + 1
    result = np.empty(count_2, np.complex128)
    for k in range(count_2):
        shift = first_2 + k
        total = 0.0
        for n in range(max(0, shift - len(v) + 1), min(len(a), shift + 1)):
            total += a[n] * v[shift - n]
        result[k] = total
    return result


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


def iv_adjoint(n, x, z_bar):
    return 0.5 * (iv(n - 1, x) + iv(n + 1, x)) * z_bar


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def polyfit_forward(x, y):
    """The result of polyfit, and what polyfit_reverse reads: found, quotient, scale
    and wide.
    """
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
    wide = y[:, None]
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient[i, j] = powers[i, j] / scale[j]
    found = least_squares(quotient, wide, len(x) * 2.0**-52)
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")
    out = np.empty(2)
    for i in range(2):
        out[i] = found[i, 0] / scale[i]
    return out, found, quotient, scale, wide


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_adjoint(a, b, rcond, z_bar, b_bar):
    p = pseudoinverse(a)
    w = p.T @ z_bar
    total = np.empty(p.shape[1])
    for i in range(p.shape[1]):
        total[i] = 0.0
        for j in range(z_bar.shape[1]):
            total[i] += w[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += total[i]


def polyfit_reverse(x, found, quotient, scale, wide, result_bar, y_bar):
    """The adjoint of y is added to y_bar, after polyfit_forward."""
    out_bar = result_bar.copy()
    found_bar = np.zeros_like(found)
    for i in range(2):
        found_bar[i, 0] += out_bar[i] / scale[i]
    wide_bar = y_bar[:, None]
    least_squares_adjoint(quotient, wide, len(x) * 2.0**-52, found_bar, wide_bar)


def unwrap(p):
    """Angles of which whole periods are taken off where they jump by more than half."""
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
        result[i] = p[i] - turns * 6.283185307179586
    return result


def unwrap_adjoint(result_bar, p_bar):
    """The adjoint of p is added to p_bar."""
    for i in range(len(p_bar)):
        p_bar[i] += result_bar[i]


def chirp_through_a_filter_vjp(
    echo, start, sweep, beta, noise, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of echo, start, sweep, beta and noise of chirp_through_a_filter,
    for the adjoint of its result.
    """
    # forward sweep
    n = 5
    t = np.linspace(0.0, 1.0, n)
    term = np.empty_like(t)
    for i in range(len(t)):
        term[i] = start * t[i] + 0.5 * sweep * t[i] ** 2
    pulse = np.exp(2j * np.pi * term)
    iv_result = iv(0, beta)
    kaiser = np.empty(n)
    total = 0.0
    total_2 = 0.0
    total_3 = 0.0
    for i in range(n):
        place = 2.0 * i / (n - 1) - 1.0
        kaiser[i] = iv(0, beta * np.sqrt(1.0 - 0.999 * place**2)) / iv_result
        total += kaiser[i]
        total_2 += kaiser[i] ** 2
        total_3 += kaiser[i] ** 2
    conj_result = np.conj(pulse * kaiser)
    template = conj_result[::-1]
    term_2 = echo + 0j
    answer = convolve(term_2, template)
    power = np.real(answer) ** 2 + np.imag(answer) ** 2
    abs_total = np.abs(total)
    gain = abs_total**2 / (n * total_2)
    value = np.arctan2(np.imag(answer), np.real(answer))
    phase = unwrap(value)
    polyfit_result, found, quotient, scale, wide = polyfit_forward(
        np.arange(len(phase)), phase
    )

    # reverse sweep
    echo_bar = np.zeros_like(echo)
    found_bar = result_0_bar.copy()
    polyfit_result_bar = np.zeros_like(polyfit_result)
    polyfit_result_bar[0] += result_2_bar
    phase_bar = np.zeros_like(phase)
    polyfit_reverse(
        np.arange(len(phase)),
        found,
        quotient,
        scale,
        wide,
        polyfit_result_bar,
        phase_bar,
    )
    value_bar = np.zeros_like(value)
    unwrap_adjoint(phase_bar, value_bar)
    answer_bar = (
        -1j
        * np.real(answer)
        * value_bar
        / (np.real(answer) ** 2 + np.imag(answer) ** 2)
    )
    answer_bar -= (
        np.imag(answer) * value_bar / (np.real(answer) ** 2 + np.imag(answer) ** 2)
    )
    power_bar = np.empty_like(power)

    # forward and reverse in one sweep: the iterations are independent
    total_3_bar = 0.0
    noise_bar = 0.0
    for i in range(len(power)):
        level = power[i] / (noise * total_3)
        numerator_bar = found_bar[i] / (1.0 + level) / (noise * total_3)
        power_bar[i] = numerator_bar
        noise_bar -= total_3 * level * numerator_bar
        total_3_bar -= noise * level * numerator_bar
    numerator_bar = result_1_bar / (n * total_2)
    total_2_bar = -n * gain * numerator_bar
    total_bar = 2.0 * np.sign(total) * abs_total * numerator_bar
    answer_bar += 2.0 * np.real(answer) * power_bar
    answer_bar -= 2.0 * 1j * np.imag(answer) * power_bar
    conj_result_bar = np.zeros_like(conj_result)
    template_bar = conj_result_bar[::-1]
    term_2_bar = np.zeros_like(term_2)
    convolve_adjoint(term_2, template, answer_bar, term_2_bar, template_bar)
    echo_bar += np.real(term_2_bar)
    product_bar = np.conj(conj_result_bar)
    pulse_bar = kaiser * product_bar
    kaiser_bar = np.real(pulse * product_bar)

    # forward and reverse in one sweep: the iterations are independent
    iv_result_bar = 0.0
    beta_bar = 0.0
    for i in range(n):
        place = 2.0 * i / (n - 1) - 1.0
        root = np.sqrt(1.0 - 0.999 * place**2)
        x = beta * root
        kaiser_bar[i] += 2.0 * kaiser[i] * total_3_bar
        kaiser_bar[i] += 2.0 * kaiser[i] * total_2_bar + total_bar
        numerator_bar = kaiser_bar[i] / iv_result
        iv_result_bar -= iv(0, x) * numerator_bar / iv_result
        beta_bar += root * iv_adjoint(0, x, numerator_bar)
    beta_bar += iv_adjoint(0, beta, iv_result_bar)
    term_bar = np.real(2j * np.pi * pulse * pulse_bar)
    sweep_bar = 0.0
    start_bar = 0.0
    for i in range(len(t)):
        start_bar += t[i] * term_bar[i]
        sweep_bar += 0.5 * t[i] ** 2 * term_bar[i]
    return echo_bar, start_bar, sweep_bar, beta_bar, noise_bar
