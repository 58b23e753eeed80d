import math

import numpy as np


def earthquake_sequence_jvp(
    mu,
    productivity,
    alpha,
    c,
    p,
    times,
    sizes,
    end,
    mu_dot,
    productivity_dot,
    alpha_dot,
    c_dot,
    p_dot,
    times_dot,
    sizes_dot,
    end_dot,
):
    """The value of earthquake_sequence, and its derivative in the direction mu_dot,
    productivity_dot, alpha_dot, c_dot, p_dot, times_dot, sizes_dot, end_dot.
    """
    min_sizes_dot = sizes_dot[np.argmin(sizes)]
    min_sizes = np.min(sizes)
    trigger_dot = np.empty_like(sizes)
    trigger = np.empty_like(sizes)
    for i in range(len(sizes)):
        exponential = np.exp(alpha * (sizes[i] - min_sizes))
        term = alpha * (sizes_dot[i] - min_sizes_dot)
        factor = alpha_dot * (sizes[i] - min_sizes) + term
        exponential_dot = exponential * factor
        trigger_dot[i] = productivity_dot * exponential + productivity * exponential_dot
        trigger[i] = productivity * exponential
    if len(sizes) != len(times):
        raise ValueError("trigger and waited have different shapes")
    power = c ** (1.0 - p)
    term_2 = (power * math.log(c) if c > 0.0 else 0.0 if c == 0.0 else math.nan) * p_dot
    term_3 = ((1.0 - p) * c ** (1.0 - p - 1.0) if 1.0 - p != 0.0 else 0.0) * c_dot
    power_dot = term_3 - term_2
    tail_dot = np.empty_like(times)
    tail = np.empty_like(times)
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(times)):
        total_dot = 0.0
        total = 0.0
        for j in range(len(times)):
            gap_dot = times_dot[i] - times_dot[j]
            gap = times[i] - times[j]
            earlier = gap > 0.0
            if earlier:
                choice_dot = gap_dot
                choice = gap
            else:
                choice_dot = 0.0
                choice = 1.0
            waited_dot = choice_dot + c_dot
            waited = choice + c
            if earlier:
                power_2 = waited**-p
                factor_2 = (
                    power_2 * math.log(waited)
                    if waited > 0.0
                    else 0.0
                    if waited == 0.0
                    else math.nan
                )
                term_4 = factor_2 * p_dot
                term_5 = (-p * waited ** (-p - 1.0) if -p != 0.0 else 0.0) * waited_dot
                power_2_dot = term_5 - term_4
                choice_dot = trigger_dot[j] * power_2 + trigger[j] * power_2_dot
                choice = trigger[j] * power_2
            else:
                choice_dot = 0.0
                choice = 0.0
            total_dot += choice_dot
            total += choice
        rate = mu + total
        power_2 = (end - times[i] + c) ** (1.0 - p)
        factor_3 = (
            power_2 * math.log(end - times[i] + c)
            if end - times[i] + c > 0.0
            else 0.0
            if end - times[i] + c == 0.0
            else math.nan
        )
        term_6 = factor_3 * p_dot
        factor_4 = (
            (1.0 - p) * (end - times[i] + c) ** (1.0 - p - 1.0)
            if 1.0 - p != 0.0
            else 0.0
        )
        term_7 = factor_4 * (end_dot - times_dot[i] + c_dot)
        power_2_dot = term_7 - term_6
        quotient = (power - power_2) / (p - 1.0)
        tail_dot[i] = (power_dot - power_2_dot - quotient * p_dot) / (p - 1.0)
        tail[i] = quotient
        total_2_dot += sizes_dot[i]
        total_2 += sizes[i]
        total_3_dot += (mu_dot + total_dot) / rate
        total_3 += np.log(rate)
    quotient = total_2 / len(times)
    quotient_dot = total_2_dot / len(times)
    min_sizes_dot = sizes_dot[np.argmin(sizes)]
    min_sizes = np.min(sizes)
    b = np.log10(np.e) / (quotient - min_sizes + 0.05)
    b_dot = -b * (quotient_dot - min_sizes_dot) / (quotient - min_sizes + 0.05)
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(sizes)):
        total_4_dot += trigger_dot[i] * tail[i] + trigger[i] * tail_dot[i]
        total_4 += trigger[i] * tail[i]
    value_dot = total_3_dot - (mu_dot * end + mu * end_dot) - total_4_dot
    return total_3 - mu * end - total_4, b, value_dot, b_dot
