import math

import numpy as np


def exp1(x):
    """The exponential integral E1 of a positive number: scipy.special.exp1(x)."""
    if not x > 0.0:
        result = math.inf if x == 0.0 else math.nan
    elif x <= 1.0:
        term = -1.0
        total = 0.0
        for k in range(1, 25):
            term *= -x / k
            total += term / k
        result = total - math.log(x) - np.euler_gamma
    else:
        below = x
        for k in range(40 + int(100.0 / x), 0, -1):
            below = x + k / (1.0 + k / below)
        result = math.exp(-x) / below if x < math.inf else 0.0
    return result


def drawdown(r2, t, rate, transmissivity, storage):
    if rate.shape[0] != r2.shape[0]:
        raise ValueError("rate and exp1_result have different shapes")
    out = np.empty((r2.shape[0], r2.shape[1], len(t)))
    for i in range(r2.shape[0]):
        for j in range(r2.shape[1]):
            for k in range(len(t)):
                u = r2[i, j, 0] * storage / (4.0 * transmissivity * t[k])
                exp1_result = exp1(u)
                out[i, j, k] = (
                    rate[i, 0, 0] * exp1_result / (4.0 * np.pi * transmissivity)
                )
    return out


def exp1_adjoint(x, z_bar):
    return -(math.exp(-x) / x * z_bar)


def drawdown_adjoint(
    r2, t, rate, transmissivity, storage, result_bar, r2_bar, t_bar, rate_bar
):
    """The adjoints of transmissivity and storage in drawdown; the adjoint of r2, t
    and rate is added to r2_bar, t_bar, rate_bar.
    """
    # forward sweep
    if rate.shape[0] != r2.shape[0]:
        raise ValueError("rate and exp1_result have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    storage_bar = 0.0
    transmissivity_bar = 0.0
    for i in range(r2.shape[0]):
        for j in range(r2.shape[1]):
            for k in range(len(t)):
                u = r2[i, j, 0] * storage / (4.0 * transmissivity * t[k])
                exp1_result = exp1(u)
                quotient = rate[i, 0, 0] * exp1_result / (4.0 * np.pi * transmissivity)
                numerator_bar = result_bar[i, j, k] / (4.0 * np.pi * transmissivity)
                rate_bar[i, 0, 0] += exp1_result * numerator_bar
                transmissivity_bar -= 4.0 * np.pi * quotient * numerator_bar
                u_bar = exp1_adjoint(u, rate[i, 0, 0] * numerator_bar)
                numerator_bar = u_bar / (4.0 * transmissivity * t[k])
                r2_bar[i, j, 0] += storage * numerator_bar
                storage_bar += r2[i, j, 0] * numerator_bar
                transmissivity_bar -= 4.0 * t[k] * u * numerator_bar
                t_bar[k] -= 4.0 * transmissivity * u * numerator_bar
    return transmissivity_bar, storage_bar


def pumping_test_value_and_grad(
    wells, rates, stopped, transmissivity, storage, seen, times, levels
):
    """The value of pumping_test, and its gradient with respect to wells, rates,
    stopped, transmissivity, storage, seen, times and levels.
    """
    # forward sweep
    if wells[:, None, :].shape[2] != seen.shape[1]:
        raise ValueError("wells[:, None, :] and seen have different shapes")
    total = np.empty((wells.shape[0], seen.shape[0]))
    for i in range(wells.shape[0]):
        for j in range(seen.shape[0]):
            total[i, j] = 0.0
            for k in range(wells.shape[1]):
                total[i, j] += (wells[i, k] - seen[j, k]) ** 2
    r2 = total[:, :, None]
    rate = rates[:, None, None]
    fall = drawdown(r2, times, rate, transmissivity, storage)
    late = np.empty(len(times), dtype=np.bool_)
    where_result = np.empty_like(times)
    for i in range(len(times)):
        late[i] = times[i] > stopped
        if late[i]:
            where_result[i] = times[i] - stopped
        else:
            where_result[i] = 1.0
    after = drawdown(r2, where_result, rate, transmissivity, storage)
    if seen.shape[0] != levels.shape[0]:
        raise ValueError("fall and levels have different shapes")
    if len(times) != levels.shape[1]:
        raise ValueError("fall and levels have different shapes")
    total_3 = np.zeros((seen.shape[0], len(times)))
    for i in range(wells.shape[0]):
        for j in range(seen.shape[0]):
            for k in range(len(times)):
                if late[k]:
                    choice = after[i, j, k]
                else:
                    choice = 0.0
                fall_2 = fall[i, j, k] - choice
                total_3[j, k] += fall_2
    total_2 = 0.0
    for i in range(seen.shape[0]):
        for j in range(len(times)):
            total_2 += (total_3[i, j] - levels[i, j]) ** 2

    # reverse sweep
    wells_bar = np.zeros_like(wells)
    rates_bar = np.zeros_like(rates)
    seen_bar = np.zeros_like(seen)
    times_bar = np.zeros_like(times)
    levels_bar = np.empty_like(levels)
    total_3_bar = np.empty_like(total_3)
    for i in range(seen.shape[0]):
        for j in range(len(times)):
            difference_bar = 2.0 * (total_3[i, j] - levels[i, j])
            total_3_bar[i, j] = difference_bar
            levels_bar[i, j] = -difference_bar
    fall_bar = np.zeros_like(fall)
    after_bar = np.zeros_like(after)
    for i in range(wells.shape[0]):
        for j in range(seen.shape[0]):
            for k in range(len(times)):
                fall_2_bar = total_3_bar[j, k]
                fall_bar[i, j, k] += fall_2_bar
                choice_bar = -fall_2_bar
                if late[k]:
                    after_bar[i, j, k] += choice_bar
    total_bar = np.zeros_like(total)
    r2_bar = total_bar[:, :, None]
    rate_bar = rates_bar[:, None, None]
    where_result_bar = np.zeros_like(where_result)
    transmissivity_bar, storage_bar = drawdown_adjoint(
        r2,
        where_result,
        rate,
        transmissivity,
        storage,
        after_bar,
        r2_bar,
        where_result_bar,
        rate_bar,
    )
    stopped_bar = 0.0
    for i in range(len(times)):
        if late[i]:
            times_bar[i] += where_result_bar[i]
            stopped_bar -= where_result_bar[i]
    transmissivity_bar_part, storage_bar_part = drawdown_adjoint(
        r2, times, rate, transmissivity, storage, fall_bar, r2_bar, times_bar, rate_bar
    )
    transmissivity_bar += transmissivity_bar_part
    storage_bar += storage_bar_part
    for i in range(wells.shape[0]):
        for j in range(seen.shape[0]):
            for k in range(wells.shape[1]):
                difference_bar = 2.0 * (wells[i, k] - seen[j, k]) * total_bar[i, j]
                wells_bar[i, k] += difference_bar
                seen_bar[j, k] -= difference_bar
    return (
        total_2,
        wells_bar,
        rates_bar,
        stopped_bar,
        transmissivity_bar,
        storage_bar,
        seen_bar,
        times_bar,
        levels_bar,
    )
