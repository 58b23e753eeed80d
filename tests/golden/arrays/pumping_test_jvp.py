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


def exp1_tangent(x, x_dot):
    z = exp1(x)
    return z, -math.exp(-x) / x * x_dot


def drawdown_tangent(
    r2,
    t,
    rate,
    transmissivity,
    storage,
    r2_dot,
    t_dot,
    rate_dot,
    transmissivity_dot,
    storage_dot,
):
    """drawdown and its tangent."""
    if rate.shape[0] != r2.shape[0]:
        raise ValueError("rate and exp1_result have different shapes")
    out_dot = np.empty((r2.shape[0], r2.shape[1], len(t)))
    out = np.empty((r2.shape[0], r2.shape[1], len(t)))
    for i in range(r2.shape[0]):
        for j in range(r2.shape[1]):
            for k in range(len(t)):
                u = r2[i, j, 0] * storage / (4.0 * transmissivity * t[k])
                factor = (
                    r2_dot[i, j, 0] * storage
                    + r2[i, j, 0] * storage_dot
                    - u
                    * (
                        4.0 * transmissivity_dot * t[k]
                        + 4.0 * transmissivity * t_dot[k]
                    )
                )
                u_dot = factor / (4.0 * transmissivity * t[k])
                exp1_result, exp1_result_dot = exp1_tangent(u, u_dot)
                quotient = rate[i, 0, 0] * exp1_result / (4.0 * np.pi * transmissivity)
                factor_2 = (
                    rate_dot[i, 0, 0] * exp1_result
                    + rate[i, 0, 0] * exp1_result_dot
                    - 4.0 * quotient * np.pi * transmissivity_dot
                )
                quotient_dot = factor_2 / (4.0 * np.pi * transmissivity)
                out_dot[i, j, k] = quotient_dot
                out[i, j, k] = quotient
    return out, out_dot


def pumping_test_jvp(
    wells,
    rates,
    stopped,
    transmissivity,
    storage,
    seen,
    times,
    levels,
    wells_dot,
    rates_dot,
    stopped_dot,
    transmissivity_dot,
    storage_dot,
    seen_dot,
    times_dot,
    levels_dot,
):
    """The value of pumping_test, and its derivative in the direction wells_dot,
    rates_dot, stopped_dot, transmissivity_dot, storage_dot, seen_dot, times_dot,
    levels_dot.
    """
    if wells[:, None, :].shape[2] != seen.shape[1]:
        raise ValueError("wells[:, None, :] and seen have different shapes")
    total_dot = np.empty((wells.shape[0], seen.shape[0]))
    total = np.empty((wells.shape[0], seen.shape[0]))
    for i in range(wells.shape[0]):
        for j in range(seen.shape[0]):
            total_dot[i, j] = 0.0
            total[i, j] = 0.0
            for k in range(wells.shape[1]):
                total_dot[i, j] += (
                    2.0
                    * (wells[i, k] - seen[j, k])
                    * (wells_dot[i, k] - seen_dot[j, k])
                )
                total[i, j] += (wells[i, k] - seen[j, k]) ** 2
    r2_dot = total_dot[:, :, None]
    r2 = total[:, :, None]
    rate_dot = rates_dot[:, None, None]
    rate = rates[:, None, None]
    fall, fall_dot = drawdown_tangent(
        r2,
        times,
        rate,
        transmissivity,
        storage,
        r2_dot,
        times_dot,
        rate_dot,
        transmissivity_dot,
        storage_dot,
    )
    late = np.empty(len(times), dtype=np.bool_)
    where_result_dot = np.zeros_like(times)
    where_result = np.empty_like(times)
    for i in range(len(times)):
        late[i] = times[i] > stopped
        if late[i]:
            where_result_dot[i] = times_dot[i] - stopped_dot
            where_result[i] = times[i] - stopped
        else:
            where_result_dot[i] = 0.0
            where_result[i] = 1.0
    after, after_dot = drawdown_tangent(
        r2,
        where_result,
        rate,
        transmissivity,
        storage,
        r2_dot,
        where_result_dot,
        rate_dot,
        transmissivity_dot,
        storage_dot,
    )
    if seen.shape[0] != levels.shape[0]:
        raise ValueError("fall and levels have different shapes")
    if len(times) != levels.shape[1]:
        raise ValueError("fall and levels have different shapes")
    total_3_dot = np.zeros((seen.shape[0], len(times)))
    total_3 = np.zeros((seen.shape[0], len(times)))
    for i in range(wells.shape[0]):
        for j in range(seen.shape[0]):
            for k in range(len(times)):
                if late[k]:
                    choice_dot = after_dot[i, j, k]
                    choice = after[i, j, k]
                else:
                    choice_dot = 0.0
                    choice = 0.0
                fall_2 = fall[i, j, k] - choice
                total_3_dot[j, k] += fall_dot[i, j, k] - choice_dot
                total_3[j, k] += fall_2
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(seen.shape[0]):
        for j in range(len(times)):
            total_2_dot += (
                2.0
                * (total_3[i, j] - levels[i, j])
                * (total_3_dot[i, j] - levels_dot[i, j])
            )
            total_2 += (total_3[i, j] - levels[i, j]) ** 2
    return total_2, total_2_dot
