import math

import numpy as np


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    total = 0.0
    for i in range(len(a)):
        total += a[i]
    return total


def average(a, weights):
    """The mean of the elements over some axes, each counted with its weight."""
    if a.shape != weights.shape:
        raise ValueError("a and weights have different shapes")
    term = np.empty_like(a)
    for i in range(len(a)):
        term[i] = a[i] * weights[i]
    totals = summed(term)
    counts = summed(weights)
    return totals / counts


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(len(a)):
        a_bar[i] += result_bar


def average_adjoint(a, weights, result_bar, a_bar, weights_bar):
    """The adjoint of a and weights is added to a_bar, weights_bar."""
    # forward sweep
    if a.shape != weights.shape:
        raise ValueError("a and weights have different shapes")
    term = np.empty_like(a)
    for i in range(len(a)):
        term[i] = a[i] * weights[i]
    totals = summed(term)
    counts = summed(weights)

    # reverse sweep
    numerator_bar = result_bar / counts
    summed_adjoint(weights, -totals * numerator_bar / counts, weights_bar)
    term_bar = np.zeros_like(term)
    summed_adjoint(term, numerator_bar, term_bar)
    for i in range(len(a)):
        a_bar[i] += weights[i] * term_bar[i]
        weights_bar[i] += a[i] * term_bar[i]


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


def running_sums_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    values_bar = result_bar.copy()
    running_bar = 0.0
    for i in range(len(a) - 1, -1, -1):
        running_bar += values_bar[i]
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
    people = np.empty_like(running_sums_result)
    a = np.empty_like(w)
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
    power = np.empty_like(x)
    for i in range(len(order)):
        total += w[i]
        a[i] = w[i] * x[i]
        power[i] = x[i] ** (1.0 - aversion)
    for i in range(len(running_sums_result)):
        people[i] = running_sums_result[i] / total
    running_sums_result_2 = running_sums(a)
    money = np.empty_like(running_sums_result_2)
    for i in range(len(running_sums_result_2)):
        money[i] = running_sums_result_2[i] / dot_result
    array_2 = money
    parts_1 = array_2
    length = parts_0.shape[0] + parts_1.shape[0]
    whole = np.empty(length)
    whole[:stop] = parts_0
    whole[start:] = parts_1
    array_2_2 = people
    parts_1_2 = array_2_2
    length_2 = parts_0_2.shape[0] + parts_1_2.shape[0]
    whole_2 = np.empty(length_2)
    whole_2[:stop_2] = parts_0_2
    whole_2[start_2:] = parts_1_2
    places = whole_2
    mean = average(x, w)
    average_result = average(power, w)
    quotient = 1.0 / (1.0 - aversion)
    equivalent = average_result**quotient

    # reverse sweep
    income_bar = np.zeros_like(income)
    weight_bar = np.zeros_like(weight)
    numerator_bar = -result_1_bar / mean
    factor = quotient * average_result ** (quotient - 1.0) if quotient != 0.0 else 0.0
    average_result_bar = factor * numerator_bar
    factor_2 = (
        equivalent * math.log(average_result)
        if average_result > 0.0
        else 0.0
        if average_result == 0.0
        else math.nan
    )
    quotient_bar = factor_2 * numerator_bar
    aversion_bar = quotient * quotient_bar / (1.0 - aversion)
    w_bar = np.zeros_like(w)
    power_bar = np.zeros_like(power)
    average_adjoint(power, w, average_result_bar, power_bar, w_bar)
    x_bar = np.zeros_like(x)
    average_adjoint(x, w, -(equivalent / mean) * numerator_bar, x_bar, w_bar)
    whole_bar = np.zeros_like(whole)
    whole_2_bar = np.zeros_like(whole_2)
    integral_adjoint(whole, places, -2.0 * result_0_bar, whole_bar, whole_2_bar)
    people_bar = np.zeros_like(people)
    parts_1_2_bar = people_bar
    parts_1_2_bar += whole_2_bar[start_2:]
    money_bar = np.zeros_like(money)
    parts_1_bar = money_bar
    parts_1_bar += whole_bar[start:]
    dot_result_bar = 0.0
    running_sums_result_2_bar = np.zeros_like(running_sums_result_2)
    for i in range(len(running_sums_result_2)):
        numerator_bar = money_bar[i] / dot_result
        running_sums_result_2_bar[i] += numerator_bar
        dot_result_bar -= running_sums_result_2[i] * numerator_bar / dot_result
    a_bar = np.zeros_like(a)
    running_sums_adjoint(a, running_sums_result_2_bar, a_bar)
    running_sums_result_bar = np.zeros_like(running_sums_result)
    total_bar = 0.0
    for i in range(len(running_sums_result)):
        numerator_bar = people_bar[i] / total
        running_sums_result_bar[i] += numerator_bar
        total_bar -= running_sums_result[i] * numerator_bar / total

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(order)):
        power_2 = x[i] ** (1.0 - aversion)
        power_2_bar = power_bar[i]
        factor_3 = (
            (1.0 - aversion) * x[i] ** (1.0 - aversion - 1.0)
            if 1.0 - aversion != 0.0
            else 0.0
        )
        x_bar[i] += factor_3 * power_2_bar
        factor_4 = (
            power_2 * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        aversion_bar -= factor_4 * power_2_bar
        x_bar[i] += w[i] * a_bar[i]
        w_bar[i] += x[i] * a_bar[i] + total_bar
    w_bar += x * dot_result_bar
    x_bar += w * dot_result_bar
    running_sums_adjoint(w, running_sums_result_bar, w_bar)
    for k_2 in range(len(order)):
        weight_bar[order[k_2]] += w_bar[k_2]
    for k in range(len(order)):
        income_bar[order[k]] += x_bar[k]
    return income_bar, weight_bar, aversion_bar
