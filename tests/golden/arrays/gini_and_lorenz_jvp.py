import math

import numpy as np


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(a)):
        total_dot += a_dot[i]
        total += a[i]
    return total, total_dot


def average_tangent(a, weights, a_dot, weights_dot):
    """average and its tangent."""
    if a.shape != weights.shape:
        raise ValueError("a and weights have different shapes")
    term_dot = np.zeros_like(a)
    term = np.empty_like(a)
    for i in range(len(a)):
        term_dot[i] = a_dot[i] * weights[i] + a[i] * weights_dot[i]
        term[i] = a[i] * weights[i]
    totals, totals_dot = summed_tangent(term, term_dot)
    counts, counts_dot = summed_tangent(weights, weights_dot)
    value = totals / counts
    return value, (totals_dot - value * counts_dot) / counts


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
    values_dot = np.zeros(len(a))
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
    people_dot = np.zeros_like(running_sums_result)
    people = np.empty_like(running_sums_result)
    a_dot = np.zeros_like(w)
    a = np.empty_like(w)
    dot_result_dot = np.dot(w_dot, x) + np.dot(w, x_dot)
    dot_result = np.dot(w, x)
    arr = 0.0
    array = arr
    parts_0 = np.array([array])
    stop = parts_0.shape[0]
    start = parts_0.shape[0]
    arr_2 = 0.0
    array_3 = arr_2
    parts_0_2 = np.array([array_3])
    stop_2 = parts_0_2.shape[0]
    start_2 = parts_0_2.shape[0]
    power_dot = np.zeros_like(x)
    power = np.empty_like(x)
    for i in range(len(order)):
        total_dot += w_dot[i]
        total += w[i]
        a_dot[i] = w_dot[i] * x[i] + w[i] * x_dot[i]
        a[i] = w[i] * x[i]
        power_2 = x[i] ** (1.0 - aversion)
        factor = (
            (1.0 - aversion) * x[i] ** (1.0 - aversion - 1.0)
            if 1.0 - aversion != 0.0
            else 0.0
        )
        term = factor * x_dot[i]
        factor_2 = (
            power_2 * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        term_2 = factor_2 * aversion_dot
        power_2_dot = term - term_2
        power_dot[i] = power_2_dot
        power[i] = power_2
    for i in range(len(running_sums_result)):
        quotient = running_sums_result[i] / total
        people_dot[i] = (running_sums_result_dot[i] - quotient * total_dot) / total
        people[i] = quotient
    running_sums_result_2, running_sums_result_2_dot = running_sums_tangent(a, a_dot)
    money_dot = np.zeros_like(running_sums_result_2)
    money = np.empty_like(running_sums_result_2)
    for i in range(len(running_sums_result_2)):
        quotient = running_sums_result_2[i] / dot_result
        factor_3 = running_sums_result_2_dot[i] - quotient * dot_result_dot
        quotient_dot = factor_3 / dot_result
        money_dot[i] = quotient_dot
        money[i] = quotient
    array_2 = money
    parts_1 = array_2
    length = parts_0.shape[0] + parts_1.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    whole_dot[:stop] = 0.0
    whole[:stop] = parts_0
    whole_dot[start:] = money_dot
    whole[start:] = parts_1
    array_2_2 = people
    parts_1_2 = array_2_2
    length_2 = parts_0_2.shape[0] + parts_1_2.shape[0]
    whole_2_dot = np.zeros(length_2)
    whole_2 = np.empty(length_2)
    whole_2_dot[:stop_2] = 0.0
    whole_2[:stop_2] = parts_0_2
    whole_2_dot[start_2:] = people_dot
    whole_2[start_2:] = parts_1_2
    places = whole_2
    area, area_dot = integral_tangent(whole, places, whole_dot, whole_2_dot)
    mean, mean_dot = average_tangent(x, w, x_dot, w_dot)
    average_result, average_result_dot = average_tangent(power, w, power_dot, w_dot)
    quotient = 1.0 / (1.0 - aversion)
    quotient_dot = quotient * aversion_dot / (1.0 - aversion)
    equivalent = average_result**quotient
    factor_4 = (
        equivalent * math.log(average_result)
        if average_result > 0.0
        else 0.0
        if average_result == 0.0
        else math.nan
    )
    term_3 = factor_4 * quotient_dot
    factor_5 = quotient * average_result ** (quotient - 1.0) if quotient != 0.0 else 0.0
    term_4 = factor_5 * average_result_dot
    equivalent_dot = term_4 + term_3
    quotient = equivalent / mean
    value_1_dot = (quotient * mean_dot - equivalent_dot) / mean
    return 1.0 - 2.0 * area, 1.0 - quotient, -2.0 * area_dot, value_1_dot
