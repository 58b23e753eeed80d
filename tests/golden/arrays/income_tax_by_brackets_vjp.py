import numpy as np


def append_2(arr):
    """An array, and values after it; of all elements in a row if no axis is given."""
    array = np.inf
    arrays_0 = np.array([array])
    length = arr.shape[0] + arrays_0.shape[0]
    whole = np.empty(length)
    stop = arr.shape[0]
    whole[:stop] = arr
    start = arr.shape[0]
    whole[start:] = arrays_0
    return whole


def append_2_adjoint(result_bar, arr_bar):
    """The adjoint of arr is added to arr_bar."""
    # forward sweep
    stop = arr_bar.shape[0]
    start = arr_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    whole_bar[start:] = 0.0
    arr_bar += whole_bar[:stop]


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0.0:
        a = 0.0
    if a > upper or upper != upper:
        a = upper
    return a


def bounded_adjoint(a, upper, result_bar):
    """The adjoints of a and upper in bounded."""
    # forward sweep
    condition = a < 0.0
    if condition:
        a = 0.0

    # reverse sweep
    a_bar = result_bar
    upper_bar = 0.0
    if a > upper or upper != upper:
        upper_bar += a_bar
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar, upper_bar


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


def income_tax_by_brackets_vjp(
    income, rates, limits, allowance, phase, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of income, rates, limits, allowance and phase of
    income_tax_by_brackets, for the adjoint of its result.
    """
    # forward sweep
    limits_0 = limits[0]
    limits_1 = limits[1]
    limits_1_2 = limits[1]
    choicelist_0 = np.full_like(income, allowance)
    limits_0_2 = limits[0]
    arrays_0_0 = 0.0
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + limits.shape[0]
    edges = np.empty(length)
    stop = arrays_0.shape[0]
    edges[:stop] = arrays_0
    start = arrays_0.shape[0]
    edges[start:] = limits
    term = np.empty(max(length - 1, 0))
    for i in range(length - 1):
        term[i] = edges[i + 1] - edges[i]
    a_max = append_2(term)
    if length != len(a_max):
        raise ValueError("a and a_max have different shapes")
    inside = np.empty((len(income), length))
    for i in range(len(income)):
        conditions_0 = income[i] < limits_0
        conditions_1 = income[i] < limits_1
        conditions_2 = income[i] >= limits_1_2
        choicelist_1 = allowance - phase * (income[i] - limits_0_2)
        others = 0.1 if conditions_2 else 0.0
        if conditions_1:
            others = choicelist_1
        if conditions_0:
            kept = choicelist_0[i]
        else:
            kept = others
        taxed = np.maximum(income[i] - kept, 0.0)
        for j in range(length):
            a_max_j = a_max[j]
            inside[i, j] = bounded(taxed - edges[j], a_max_j)
    if length != len(rates):
        raise ValueError("inside and rates have different shapes")
    tax = inside @ rates
    net = np.empty_like(income)
    total = 0.0
    total_2 = 0.0
    total_3 = 0.0
    for i in range(len(income)):
        net[i] = income[i] - tax[i]
        total += net[i]
        total_2 += tax[i]
        total_3 += income[i]
    index = np.argsort(net, kind="mergesort")
    net_gathered = net[index]
    running_sums_result = running_sums(net_gathered)

    # reverse sweep
    income_bar = np.empty_like(income)
    limits_bar = np.zeros_like(limits)
    net_bar = result_0_bar.copy()
    total_4_bar = result_2_bar / len(index)
    numerator_bar_2 = result_1_bar / total_3
    total_3_bar = -total_2 * numerator_bar_2 / total_3
    running_sums_result_bar = np.zeros_like(running_sums_result)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(index)):
        share = running_sums_result[i] / total
        numerator_bar = total_4_bar / total
        running_sums_result_bar[i] += numerator_bar
        total_bar -= share * numerator_bar
    net_gathered_bar = np.zeros_like(net_gathered)
    running_sums_adjoint(running_sums_result_bar, net_gathered_bar)
    for k in range(len(index)):
        net_bar[index[k]] += net_gathered_bar[k]
    tax_bar = np.empty_like(tax)
    for i in range(len(income)):
        net_bar[i] += total_bar
        income_bar[i] = total_3_bar + net_bar[i]
        tax_bar[i] = numerator_bar_2 - net_bar[i]
    inside_bar = np.outer(tax_bar, rates)
    rates_bar = inside.T @ tax_bar
    choicelist_0_bar = np.zeros_like(choicelist_0)
    edges_bar = np.zeros_like(edges)
    a_max_bar = np.zeros_like(a_max)

    # forward and reverse in one sweep: the iterations are independent
    limits_0_2_bar = 0.0
    phase_bar = 0.0
    allowance_bar = 0.0
    for i in range(len(income)):
        conditions_0 = income[i] < limits_0
        conditions_1 = income[i] < limits_1
        conditions_2 = income[i] >= limits_1_2
        choicelist_1 = allowance - phase * (income[i] - limits_0_2)
        others = 0.1 if conditions_2 else 0.0
        if conditions_1:
            others = choicelist_1
        if conditions_0:
            kept = choicelist_0[i]
        else:
            kept = others
        taxed = np.maximum(income[i] - kept, 0.0)
        taxed_bar = 0.0
        for j in range(length):
            a = taxed - edges[j]
            a_max_j = a_max[j]
            a_bar, a_max_j_bar = bounded_adjoint(a, a_max_j, inside_bar[i, j])
            a_max_bar[j] += a_max_j_bar
            taxed_bar += a_bar
            edges_bar[j] -= a_bar
        difference_bar = taxed_bar if income[i] - kept >= 0.0 else 0.0
        income_bar[i] += difference_bar
        kept_bar = -difference_bar
        if conditions_0:
            choicelist_0_bar[i] += kept_bar
        elif conditions_1:
            allowance_bar += kept_bar
            phase_bar += (limits_0_2 - income[i]) * kept_bar
            income_bar[i] -= phase * kept_bar
            limits_0_2_bar += phase * kept_bar
    term_bar = np.zeros_like(term)
    append_2_adjoint(a_max_bar, term_bar)
    for i in range(length - 1):
        edges_bar[i + 1] += term_bar[i]
        edges_bar[i] -= term_bar[i]
    limits_bar += edges_bar[start:]
    limits_bar[0] += limits_0_2_bar
    allowance_bar += np.sum(choicelist_0_bar)
    return income_bar, rates_bar, limits_bar, allowance_bar, phase_bar
