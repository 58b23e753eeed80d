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


def lifetimes_of_bearings_jvp(
    hours,
    failed,
    stress,
    shape,
    scale,
    power,
    hours_dot,
    stress_dot,
    shape_dot,
    scale_dot,
    power_dot,
):
    """The value of lifetimes_of_bearings, and its derivative in the direction
    hours_dot, stress_dot, shape_dot, scale_dot, power_dot.
    """
    if len(hours) != len(stress):
        raise ValueError("hours and life have different shapes")
    z_dot = np.empty_like(hours)
    z = np.empty_like(hours)
    if len(failed) != len(stress):
        raise ValueError("failed and hazard have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    order = np.argsort(hours)
    at_risk = np.empty(len(stress), dtype=np.int64)
    model_dot = np.empty(len(order))
    model = np.empty(len(order))
    t_dot = hours_dot[order].copy()
    t = hours[order]
    total_3_dot = 0.0
    total_3 = 0.0
    logarithm = np.log(2.0)
    quotient = 1.0 / shape
    quotient_dot = -quotient * shape_dot / shape
    power_2 = logarithm**quotient
    factor = (
        power_2 * math.log(logarithm)
        if logarithm > 0.0
        else 0.0
        if logarithm == 0.0
        else math.nan
    )
    power_2_dot = factor * quotient_dot
    median_dot = np.empty_like(stress)
    median = np.empty_like(stress)
    for i in range(len(stress)):
        power_3 = stress[i] ** -power
        factor_2 = (
            power_3 * math.log(stress[i])
            if stress[i] > 0.0
            else 0.0
            if stress[i] == 0.0
            else math.nan
        )
        term_2 = factor_2 * power_dot
        factor_3 = -power * stress[i] ** (-power - 1.0) if -power != 0.0 else 0.0
        term_3 = factor_3 * stress_dot[i]
        power_3_dot = term_3 - term_2
        life_dot = scale_dot * power_3 + scale * power_3_dot
        life = scale * power_3
        quotient = hours[i] / life
        quotient_dot = (hours_dot[i] - quotient * life_dot) / life
        power_3 = quotient**shape
        factor_4 = (
            power_3 * math.log(quotient)
            if quotient > 0.0
            else 0.0
            if quotient == 0.0
            else math.nan
        )
        term_4 = factor_4 * shape_dot
        factor_5 = shape * quotient ** (shape - 1.0) if shape != 0.0 else 0.0
        term_5 = factor_5 * quotient_dot
        power_3_dot = term_5 + term_4
        z_dot[i] = power_3_dot
        z[i] = power_3
        quotient = shape / hours[i]
        quotient_dot = (shape_dot - quotient * hours_dot[i]) / hours[i]
        hazard_dot = quotient_dot / quotient + z_dot[i] / z[i]
        hazard = np.log(quotient) + np.log(z[i])
        if failed[i]:
            choice_dot = hazard_dot
            choice = hazard
        else:
            choice_dot = 0.0
            choice = 0.0
        total_dot += choice_dot
        total += choice
        total_2_dot += z_dot[i]
        total_2 += z[i]
        at_risk[i] = len(hours) - i
        median_dot[i] = life_dot * power_2 + life * power_2_dot
        median[i] = life * power_2
    likelihood_dot = total_dot - total_2_dot
    likelihood = total - total_2
    a = 1.0 - failed[order] / at_risk
    survive = running_products(a)
    for i in range(len(order)):
        exponential = np.exp(-z[order[i]])
        model_dot[i] = -exponential * z_dot[order[i]]
        model[i] = exponential
    if len(a) != len(order):
        raise ValueError("survive and model have different shapes")
    abs_result_dot = np.empty_like(survive)
    abs_result = np.empty_like(survive)
    for i in range(len(a)):
        abs_result_dot[i] = -np.sign(survive[i] - model[i]) * model_dot[i]
        abs_result[i] = np.abs(survive[i] - model[i])
    term_dot = abs_result_dot[:-1]
    term = abs_result[:-1]
    distance_dot = term_dot[np.argmax(term)]
    distance = np.max(term)
    for i in range(len(a) - 1):
        term_6 = (t_dot[i + 1] - t_dot[i]) * model[i]
        total_3_dot += term_6 + (t[i + 1] - t[i]) * model_dot[i]
        total_3 += (t[i + 1] - t[i]) * model[i]
    rest_dot = total_3_dot + t_dot[0]
    rest = total_3 + t[0]
    indices = np.flatnonzero(failed)
    value_dot = median_dot[indices].copy()
    value = median[indices]
    return (
        likelihood,
        distance,
        rest,
        value,
        likelihood_dot,
        distance_dot,
        rest_dot,
        value_dot,
    )
