import math

import numpy as np


def integral_tangent(y, x, y_dot, x_dot):
    """integral and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total_dot = 0.0
    total = 0.0
    for i in range(len(y) - 1):
        term = (x[i + 1] - x[i]) * (y_dot[i] + y_dot[i + 1])
        total_dot += (x_dot[i + 1] - x_dot[i]) * (y[i] + y[i + 1]) + term
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5, 0.5 * total_dot


def running_sums_tangent(a, a_dot):
    """running_sums and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 0.0
    for i in range(len(a)):
        running_dot += a_dot[i]
        running += a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def gini_and_lorenz_jvp(income, weight, aversion, income_dot, weight_dot, aversion_dot):
    """The value of gini_and_lorenz, and its derivative in the direction income_dot,
    weight_dot, aversion_dot.
    """
    order = np.argsort(income)
    x_dot = income_dot[order].copy()
    x = income[order]
    w_dot = weight_dot[order].copy()
    w = weight[order]
    running_sums_result, running_sums_result_dot = running_sums_tangent(w, w_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(order)):
        total_dot += w_dot[i]
        total += w[i]
    people_dot = np.zeros_like(running_sums_result)
    people = np.empty_like(running_sums_result)
    a_dot = np.zeros_like(w)
    a = np.empty_like(w)
    for i in range(len(order)):
        quotient = running_sums_result[i] / total
        people_dot[i] = (running_sums_result_dot[i] - quotient * total_dot) / total
        people[i] = quotient
        a_dot[i] = w_dot[i] * x[i] + w[i] * x_dot[i]
        a[i] = w[i] * x[i]
    running_sums_result_2, running_sums_result_2_dot = running_sums_tangent(a, a_dot)
    dot_result_dot = np.dot(w_dot, x) + np.dot(w, x_dot)
    dot_result = np.dot(w, x)
    money_dot = np.zeros_like(running_sums_result_2)
    money = np.empty_like(running_sums_result_2)
    arr = 0.0
    arrays_0 = np.array([arr])
    length = arrays_0.shape[0] + len(order)
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = 0.0
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    arr_2 = 0.0
    arrays_0_2 = np.array([arr_2])
    length_2 = arrays_0_2.shape[0] + len(order)
    whole_2_dot = np.zeros(length_2)
    whole_2 = np.empty(length_2)
    stop_2 = arrays_0_2.shape[0]
    whole_2_dot[:stop_2] = 0.0
    whole_2[:stop_2] = arrays_0_2
    start_2 = arrays_0_2.shape[0]
    whole_2_dot[start_2:] = people_dot
    whole_2[start_2:] = people
    totals_dot = 0.0
    totals = 0.0
    counts_dot = 0.0
    counts = 0.0
    totals_2_dot = 0.0
    totals_2 = 0.0
    counts_2_dot = 0.0
    counts_2 = 0.0
    for i in range(len(order)):
        quotient = running_sums_result_2[i] / dot_result
        factor = running_sums_result_2_dot[i] - quotient * dot_result_dot
        quotient_dot = factor / dot_result
        money_dot[i] = quotient_dot
        money[i] = quotient
        totals_dot += x_dot[i] * w[i] + x[i] * w_dot[i]
        totals += x[i] * w[i]
        counts_dot += w_dot[i]
        counts += w[i]
        a_2 = x[i] ** (1.0 - aversion)
        factor_2 = (
            (1.0 - aversion) * x[i] ** (1.0 - aversion - 1.0)
            if 1.0 - aversion != 0.0
            else 0.0
        )
        term = factor_2 * x_dot[i]
        factor_3 = (
            a_2 * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        term_2 = factor_3 * aversion_dot
        a_2_dot = term - term_2
        totals_2_dot += a_2_dot * w[i] + a_2 * w_dot[i]
        totals_2 += a_2 * w[i]
        counts_2_dot += w_dot[i]
        counts_2 += w[i]
    whole_dot[start:] = money_dot
    whole[start:] = money
    area, area_dot = integral_tangent(whole, whole_2, whole_dot, whole_2_dot)
    mean = totals / counts
    mean_dot = (totals_dot - mean * counts_dot) / counts
    quotient = totals_2 / counts_2
    quotient_dot = (totals_2_dot - quotient * counts_2_dot) / counts_2
    quotient_2 = 1.0 / (1.0 - aversion)
    quotient_2_dot = quotient_2 * aversion_dot / (1.0 - aversion)
    equivalent = quotient**quotient_2
    factor_4 = (
        equivalent * math.log(quotient)
        if quotient > 0.0
        else 0.0
        if quotient == 0.0
        else math.nan
    )
    term_3 = factor_4 * quotient_2_dot
    factor_5 = quotient_2 * quotient ** (quotient_2 - 1.0) if quotient_2 != 0.0 else 0.0
    term_4 = factor_5 * quotient_dot
    equivalent_dot = term_4 + term_3
    quotient = equivalent / mean
    value_1_dot = (quotient * mean_dot - equivalent_dot) / mean
    return 1.0 - 2.0 * area, 1.0 - quotient, -2.0 * area_dot, value_1_dot
