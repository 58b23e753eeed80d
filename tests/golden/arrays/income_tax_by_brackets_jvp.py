import numpy as np


def append_2_tangent(arr, arr_dot):
    """append_2 and its tangent."""
    array = np.inf
    arrays_0 = np.array([array])
    length = arr.shape[0] + arrays_0.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arr.shape[0]
    whole_dot[:stop] = arr_dot
    whole[:stop] = arr
    start = arr.shape[0]
    whole_dot[start:] = 0.0
    whole[start:] = arrays_0
    return whole, whole_dot


def bounded_tangent(a, upper, a_dot, upper_dot):
    """bounded and its tangent."""
    if a < 0.0:
        a_dot = 0.0
        a = 0.0
    if a > upper or upper != upper:
        a_dot = upper_dot
        a = upper
    return a, a_dot


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


def income_tax_by_brackets_jvp(
    income,
    rates,
    limits,
    allowance,
    phase,
    income_dot,
    rates_dot,
    limits_dot,
    allowance_dot,
    phase_dot,
):
    """The value of income_tax_by_brackets, and its derivative in the direction
    income_dot, rates_dot, limits_dot, allowance_dot, phase_dot.
    """
    limits_0 = limits[0]
    limits_1 = limits[1]
    limits_1_2 = limits[1]
    choicelist_0_dot = np.full_like(income, allowance_dot)
    choicelist_0 = np.full_like(income, allowance)
    limits_0_2_dot = limits_dot[0]
    limits_0_2 = limits[0]
    arrays_0_0 = 0.0
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + limits.shape[0]
    edges_dot = np.zeros(length)
    edges = np.empty(length)
    stop = arrays_0.shape[0]
    edges_dot[:stop] = 0.0
    edges[:stop] = arrays_0
    start = arrays_0.shape[0]
    edges_dot[start:] = limits_dot
    edges[start:] = limits
    term_dot = np.empty(max(length - 1, 0))
    term = np.empty(max(length - 1, 0))
    for i in range(length - 1):
        term_dot[i] = edges_dot[i + 1] - edges_dot[i]
        term[i] = edges[i + 1] - edges[i]
    a_max, a_max_dot = append_2_tangent(term, term_dot)
    if length != len(a_max):
        raise ValueError("a and a_max have different shapes")
    inside_dot = np.zeros((len(income), length))
    inside = np.empty((len(income), length))
    for i in range(len(income)):
        conditions_0 = income[i] < limits_0
        conditions_1 = income[i] < limits_1
        conditions_2 = income[i] >= limits_1_2
        term_3 = phase * (income_dot[i] - limits_0_2_dot)
        term_2 = phase_dot * (income[i] - limits_0_2) + term_3
        choicelist_1_dot = allowance_dot - term_2
        choicelist_1 = allowance - phase * (income[i] - limits_0_2)
        others = 0.1 if conditions_2 else 0.0
        if conditions_1:
            others_dot = choicelist_1_dot
            others = choicelist_1
        else:
            others_dot = 0.0
        if conditions_0:
            kept_dot = choicelist_0_dot[i]
            kept = choicelist_0[i]
        else:
            kept_dot = others_dot
            kept = others
        taxed_dot = income_dot[i] - kept_dot if income[i] - kept >= 0.0 else 0.0
        taxed = np.maximum(income[i] - kept, 0.0)
        for j in range(length):
            a_dot = taxed_dot - edges_dot[j]
            a = taxed - edges[j]
            a_max_j_dot = a_max_dot[j]
            a_max_j = a_max[j]
            inside[i, j], inside_dot[i, j] = bounded_tangent(
                a, a_max_j, a_dot, a_max_j_dot
            )
    if length != len(rates):
        raise ValueError("inside and rates have different shapes")
    tax_dot = inside_dot @ rates + inside @ rates_dot
    tax = inside @ rates
    net_dot = np.empty_like(income)
    net = np.empty_like(income)
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(income)):
        net_dot[i] = income_dot[i] - tax_dot[i]
        net[i] = income[i] - tax[i]
        total_dot += net_dot[i]
        total += net[i]
        total_2_dot += tax_dot[i]
        total_2 += tax[i]
        total_3_dot += income_dot[i]
        total_3 += income[i]
    index = np.argsort(net, kind="mergesort")
    net_gathered_dot = net_dot[index].copy()
    net_gathered = net[index]
    running_sums_result, running_sums_result_dot = running_sums_tangent(
        net_gathered, net_gathered_dot
    )
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(index)):
        share = running_sums_result[i] / total
        total_4_dot += (running_sums_result_dot[i] - share * total_dot) / total
        total_4 += share
    value_1 = total_2 / total_3
    value_1_dot = (total_2_dot - value_1 * total_3_dot) / total_3
    value_2_dot = total_4_dot / len(index)
    return net, value_1, total_4 / len(index), net_dot, value_1_dot, value_2_dot
