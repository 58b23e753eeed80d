import math

import numpy as np


def integral_adjoint(y, x, result_bar, y_bar, x_bar):
    """The adjoint of y and x is added to y_bar, x_bar."""
    # forward sweep
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")

    # reverse sweep
    total_bar = 0.5 * result_bar
    for i in range(len(y) - 1):
        difference_bar = (y[i] + y[i + 1]) * total_bar
        x_bar[i + 1] += difference_bar
        x_bar[i] -= difference_bar
        sum_bar = (x[i + 1] - x[i]) * total_bar
        y_bar[i] += sum_bar
        y_bar[i + 1] += sum_bar


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 0.0
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def running_sums_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    running_bar = 0.0
    for i in range(len(a_bar) - 1, -1, -1):
        running_bar += result_bar[i]
        a_bar[i] += running_bar


def gini_and_lorenz_vjp(income, weight, aversion, result_0_bar, result_1_bar):
    """The adjoints of income, weight and aversion of gini_and_lorenz, for the
    adjoint of its result.
    """
    # forward sweep
    order = np.argsort(income)
    x = income[order]
    w = weight[order]
    running_sums_result = running_sums(w)
    total = 0.0
    for i in range(len(order)):
        total += w[i]
    people = np.empty_like(running_sums_result)
    a = np.empty_like(w)
    for i in range(len(order)):
        people[i] = running_sums_result[i] / total
        a[i] = w[i] * x[i]
    running_sums_result_2 = running_sums(a)
    dot_result = np.dot(w, x)
    money = np.empty_like(running_sums_result_2)
    arr = 0.0
    arrays_0 = np.array([arr])
    length = arrays_0.shape[0] + len(order)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    arr_2 = 0.0
    arrays_0_2 = np.array([arr_2])
    length_2 = arrays_0_2.shape[0] + len(order)
    whole_2 = np.empty(length_2)
    stop_2 = arrays_0_2.shape[0]
    whole_2[:stop_2] = arrays_0_2
    start_2 = arrays_0_2.shape[0]
    whole_2[start_2:] = people
    totals = 0.0
    counts = 0.0
    totals_2 = 0.0
    counts_2 = 0.0
    for i in range(len(order)):
        money[i] = running_sums_result_2[i] / dot_result
        totals += x[i] * w[i]
        counts += w[i]
        totals_2 += x[i] ** (1.0 - aversion) * w[i]
        counts_2 += w[i]
    whole[start:] = money
    mean = totals / counts
    quotient = totals_2 / counts_2
    quotient_2 = 1.0 / (1.0 - aversion)
    equivalent = quotient**quotient_2

    # reverse sweep
    income_bar = np.zeros_like(income)
    weight_bar = np.zeros_like(weight)
    numerator_bar = -result_1_bar / mean
    factor = quotient_2 * quotient ** (quotient_2 - 1.0) if quotient_2 != 0.0 else 0.0
    quotient_bar = factor * numerator_bar
    factor_2 = (
        equivalent * math.log(quotient)
        if quotient > 0.0
        else 0.0
        if quotient == 0.0
        else math.nan
    )
    quotient_2_bar = factor_2 * numerator_bar
    aversion_bar = quotient_2 * quotient_2_bar / (1.0 - aversion)
    numerator_bar_2 = quotient_bar / counts_2
    counts_2_bar = -quotient * numerator_bar_2
    numerator_bar = -equivalent * numerator_bar / mean / counts
    counts_bar = -mean * numerator_bar
    whole_bar = np.zeros_like(whole)
    whole_2_bar = np.zeros_like(whole_2)
    integral_adjoint(whole, whole_2, -2.0 * result_0_bar, whole_bar, whole_2_bar)
    money_bar = whole_bar[start:].copy()
    x_bar = np.zeros_like(x)
    w_bar = np.zeros_like(w)
    running_sums_result_2_bar = np.zeros_like(running_sums_result_2)

    # forward and reverse in one sweep: the iterations are independent
    dot_result_bar = 0.0
    for i in range(len(order)):
        a_2 = x[i] ** (1.0 - aversion)
        a_2_bar = w[i] * numerator_bar_2
        factor_3 = (
            (1.0 - aversion) * x[i] ** (1.0 - aversion - 1.0)
            if 1.0 - aversion != 0.0
            else 0.0
        )
        x_bar[i] += factor_3 * a_2_bar
        factor_4 = (
            a_2 * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        aversion_bar -= factor_4 * a_2_bar
        x_bar[i] += w[i] * numerator_bar
        w_bar[i] += (
            counts_2_bar + a_2 * numerator_bar_2 + counts_bar + x[i] * numerator_bar
        )
        numerator_bar_3 = money_bar[i] / dot_result
        running_sums_result_2_bar[i] += numerator_bar_3
        dot_result_bar -= running_sums_result_2[i] * numerator_bar_3 / dot_result
    people_bar = whole_2_bar[start_2:].copy()
    w_bar += x * dot_result_bar
    x_bar += w * dot_result_bar
    a_bar = np.zeros_like(a)
    running_sums_adjoint(running_sums_result_2_bar, a_bar)
    running_sums_result_bar = np.zeros_like(running_sums_result)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(order)):
        w_bar[i] += x[i] * a_bar[i]
        x_bar[i] += w[i] * a_bar[i]
        numerator_bar = people_bar[i] / total
        running_sums_result_bar[i] += numerator_bar
        total_bar -= running_sums_result[i] * numerator_bar / total
    for i in range(len(order)):
        w_bar[i] += total_bar
    running_sums_adjoint(running_sums_result_bar, w_bar)
    for k_2 in range(len(order)):
        weight_bar[order[k_2]] += w_bar[k_2]
    for k in range(len(order)):
        income_bar[order[k]] += x_bar[k]
    return income_bar, weight_bar, aversion_bar
