import math

import numpy as np


def earthquake_sequence_vjp(
    mu, productivity, alpha, c, p, times, sizes, end, result_0_bar, result_1_bar
):
    """The adjoints of mu, productivity, alpha, c, p, times, sizes and end of
    earthquake_sequence, for the adjoint of its result.
    """
    # forward sweep
    min_sizes = np.min(sizes)
    trigger = np.empty_like(sizes)
    for i in range(len(sizes)):
        trigger[i] = productivity * np.exp(alpha * (sizes[i] - min_sizes))
    if len(sizes) != len(times):
        raise ValueError("trigger and waited have different shapes")
    power = c ** (1.0 - p)
    tail = np.empty_like(times)
    total_2 = 0.0
    for i in range(len(times)):
        tail[i] = (power - (end - times[i] + c) ** (1.0 - p)) / (p - 1.0)
        total_2 += sizes[i]
    min_sizes_2 = np.min(sizes)
    b = np.log10(np.e) / (total_2 / len(times) - min_sizes_2 + 0.05)

    # reverse sweep
    times_bar = np.zeros_like(times)
    sizes_bar = np.zeros_like(sizes)
    mu_bar = -end * result_0_bar
    end_bar = -mu * result_0_bar
    total_4_bar = -result_0_bar
    trigger_bar = np.empty_like(trigger)
    tail_bar = np.empty_like(tail)
    for i in range(len(sizes)):
        trigger_bar[i] = tail[i] * total_4_bar
        tail_bar[i] = trigger[i] * total_4_bar
    sum_bar = -b * result_1_bar / (total_2 / len(times) - min_sizes_2 + 0.05)
    total_2_bar = sum_bar / len(times)
    sizes_bar[np.argmin(sizes)] -= sum_bar

    # forward and reverse in one sweep: the iterations are independent
    power_bar = 0.0
    p_bar = 0.0
    c_bar = 0.0
    for i in range(len(times)):
        total = 0.0
        for j in range(len(times)):
            gap = times[i] - times[j]
            earlier = gap > 0.0
            if earlier:
                choice = gap
            else:
                choice = 1.0
            waited = choice + c
            if earlier:
                choice = trigger[j] * waited**-p
            else:
                choice = 0.0
            total += choice
        rate = mu + total
        power_2 = (end - times[i] + c) ** (1.0 - p)
        rate_bar = result_0_bar / rate
        sizes_bar[i] += total_2_bar
        numerator_bar = tail_bar[i] / (p - 1.0)
        power_bar += numerator_bar
        power_2_bar = -numerator_bar
        p_bar -= (power - power_2) * numerator_bar / (p - 1.0)
        factor = (
            (1.0 - p) * (end - times[i] + c) ** (1.0 - p - 1.0)
            if 1.0 - p != 0.0
            else 0.0
        )
        sum_bar = factor * power_2_bar
        end_bar += sum_bar
        times_bar[i] -= sum_bar
        c_bar += sum_bar
        factor_2 = (
            power_2 * math.log(end - times[i] + c)
            if end - times[i] + c > 0.0
            else 0.0
            if end - times[i] + c == 0.0
            else math.nan
        )
        p_bar -= factor_2 * power_2_bar
        mu_bar += rate_bar
        times_i_bar = 0.0
        for j in range(len(times)):
            gap = times[i] - times[j]
            earlier = gap > 0.0
            if earlier:
                choice = gap
            else:
                choice = 1.0
            waited = choice + c
            if earlier:
                power_2 = waited**-p
                trigger_bar[j] += power_2 * rate_bar
                power_2_bar = trigger[j] * rate_bar
                factor_3 = -p * waited ** (-p - 1.0) if -p != 0.0 else 0.0
                waited_bar = factor_3 * power_2_bar
                factor_4 = (
                    power_2 * math.log(waited)
                    if waited > 0.0
                    else 0.0
                    if waited == 0.0
                    else math.nan
                )
                p_bar -= factor_4 * power_2_bar
                c_bar += waited_bar
                times_i_bar += waited_bar
                times_bar[j] -= waited_bar
        times_bar[i] += times_i_bar
    c_bar += ((1.0 - p) * c ** (1.0 - p - 1.0) if 1.0 - p != 0.0 else 0.0) * power_bar
    factor_5 = power * math.log(c) if c > 0.0 else 0.0 if c == 0.0 else math.nan
    p_bar -= factor_5 * power_bar

    # forward and reverse in one sweep: the iterations are independent
    min_sizes_bar = 0.0
    alpha_bar = 0.0
    productivity_bar = 0.0
    for i in range(len(sizes)):
        exponential = np.exp(alpha * (sizes[i] - min_sizes))
        productivity_bar += exponential * trigger_bar[i]
        product_bar = exponential * productivity * trigger_bar[i]
        alpha_bar += (sizes[i] - min_sizes) * product_bar
        sizes_bar[i] += alpha * product_bar
        min_sizes_bar -= alpha * product_bar
    sizes_bar[np.argmin(sizes)] += min_sizes_bar
    return (
        mu_bar,
        productivity_bar,
        alpha_bar,
        c_bar,
        p_bar,
        times_bar,
        sizes_bar,
        end_bar,
    )
