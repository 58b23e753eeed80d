import math

import numpy as np


def running_products(a):
    """The products of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 1.0
    for i in range(len(a)):
        running *= a[i]
        values[i] = running
    return values


def lifetimes_of_bearings_vjp(
    hours,
    failed,
    stress,
    shape,
    scale,
    power,
    result_0_bar,
    result_1_bar,
    result_2_bar,
    result_3_bar,
):
    """The adjoints of hours, stress, shape, scale and power of
    lifetimes_of_bearings, for the adjoint of its result.
    """
    # forward sweep
    if len(hours) != len(stress):
        raise ValueError("hours and life have different shapes")
    z = np.empty_like(hours)
    if len(failed) != len(stress):
        raise ValueError("failed and hazard have different shapes")
    order = np.argsort(hours)
    at_risk = np.empty(len(stress), dtype=np.int64)
    model = np.empty(len(order))
    t = hours[order]
    logarithm = np.log(2.0)
    quotient = 1.0 / shape
    power_2 = logarithm**quotient
    median = np.empty_like(stress)
    for i in range(len(stress)):
        life = scale * stress[i] ** -power
        z[i] = (hours[i] / life) ** shape
        at_risk[i] = len(hours) - i
    a = 1.0 - failed[order] / at_risk
    survive = running_products(a)
    for i in range(len(order)):
        model[i] = np.exp(-z[order[i]])
    if len(a) != len(order):
        raise ValueError("survive and model have different shapes")
    abs_result = np.empty_like(survive)
    for i in range(len(a)):
        abs_result[i] = np.abs(survive[i] - model[i])
    term = abs_result[:-1]
    indices = np.flatnonzero(failed)

    # reverse sweep
    hours_bar = np.zeros_like(hours)
    stress_bar = np.empty_like(stress)
    value_bar = result_3_bar.copy()
    median_bar = np.zeros_like(median)
    for k_2 in range(len(indices)):
        median_bar[indices[k_2]] += value_bar[k_2]
    t_bar = np.zeros_like(t)
    t_bar[0] += result_2_bar
    model_bar = np.zeros_like(model)
    for i in range(len(a) - 1):
        t_bar[i + 1] += model[i] * result_2_bar
        t_bar[i] -= model[i] * result_2_bar
        model_bar[i] += (t[i + 1] - t[i]) * result_2_bar
    abs_result_bar = np.zeros_like(abs_result)
    term_bar = abs_result_bar[:-1]
    term_bar[np.argmax(term)] += result_1_bar
    for i in range(len(a)):
        model_bar[i] -= np.sign(survive[i] - model[i]) * abs_result_bar[i]
    z_bar = np.zeros_like(z)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(order)):
        z_bar[order[i]] -= model[i] * model_bar[i]
    total_2_bar = -result_0_bar

    # forward and reverse in one sweep: the iterations are independent
    power_2_bar = 0.0
    power_bar = 0.0
    scale_bar = 0.0
    shape_bar = 0.0
    for i in range(len(stress)):
        power_3 = stress[i] ** -power
        life = scale * power_3
        quotient_2 = hours[i] / life
        power_4 = quotient_2**shape
        quotient_3 = shape / hours[i]
        life_bar = power_2 * median_bar[i]
        power_2_bar += life * median_bar[i]
        z_bar[i] += total_2_bar
        if failed[i]:
            z_bar[i] += result_0_bar / z[i]
            numerator_bar = result_0_bar / quotient_3 / hours[i]
            shape_bar += numerator_bar
            hours_bar[i] -= quotient_3 * numerator_bar
        power_4_bar = z_bar[i]
        factor = shape * quotient_2 ** (shape - 1.0) if shape != 0.0 else 0.0
        quotient_2_bar = factor * power_4_bar
        factor_2 = (
            power_4 * math.log(quotient_2)
            if quotient_2 > 0.0
            else 0.0
            if quotient_2 == 0.0
            else math.nan
        )
        shape_bar += factor_2 * power_4_bar
        numerator_bar = quotient_2_bar / life
        hours_bar[i] += numerator_bar
        life_bar -= quotient_2 * numerator_bar
        scale_bar += power_3 * life_bar
        power_3_bar = scale * life_bar
        factor_3 = -power * stress[i] ** (-power - 1.0) if -power != 0.0 else 0.0
        stress_bar[i] = factor_3 * power_3_bar
        factor_4 = (
            power_3 * math.log(stress[i])
            if stress[i] > 0.0
            else 0.0
            if stress[i] == 0.0
            else math.nan
        )
        power_bar -= factor_4 * power_3_bar
    factor_5 = (
        power_2 * math.log(logarithm)
        if logarithm > 0.0
        else 0.0
        if logarithm == 0.0
        else math.nan
    )
    quotient_bar = factor_5 * power_2_bar
    shape_bar -= quotient * quotient_bar / shape
    for k in range(len(order)):
        hours_bar[order[k]] += t_bar[k]
    return hours_bar, stress_bar, shape_bar, scale_bar, power_bar
