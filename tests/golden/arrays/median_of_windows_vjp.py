import math

import numpy as np


def along_axis(q, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        last = len(a_i) - 1
        way_2 = q * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        value = a_i[below] + (way_2 - below) * (a_i[above] - a_i[below])
        values[i] = value if a_i[last] == a_i[last] else a_i[last]
    return values


def along_axis_adjoint(q, a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        last = len(a_i) - 1
        way_2 = q * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        a_i_bar = a_bar[i]
        if a_i[last] == a_i[last]:
            value_bar = result_bar[i]
            difference_bar = (way_2 - below) * value_bar
            a_i_bar[above] += difference_bar
            a_i_bar[below] += value_bar - difference_bar
        else:
            a_i_bar[last] += result_bar[i]


def argsort_along(a):
    """The indices that sort each vector along an axis."""
    places = np.empty(a.shape, dtype=np.int64)
    for i in range(a.shape[0]):
        argsort_a = np.argsort(a[i], kind="mergesort")
        for j in range(a.shape[1]):
            places[i, j] = argsort_a[j]
    return places


def continued(a, before, after):
    """An array continued at both ends along an axis."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = before + length + after
    whole = np.empty(length_2)
    for i in range(before + length + after):
        whole[i] = a[min(max(i - before, 0), length - 1)]
    return whole


def continued_adjoint(before, after, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")

    # reverse sweep
    for i in range(before + length + after):
        a_bar[min(max(i - before, 0), length - 1)] += result_bar[i]


def rearranged(a, places):
    """The elements in the order that indices give for each vector along an axis."""
    values = np.empty(a.shape)
    for i in range(len(a)):
        for j in range(a.shape[1]):
            p = places[i, j]
            values[i, j] = a[i, p]
    return values


def rearranged_adjoint(places, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(a_bar)):
        for j in range(a_bar.shape[1]):
            p = places[i, j]
            a_bar[i, p] += result_bar[i, j]


def windows_2(a, size):
    """The windows of a vector, one in each row."""
    if size > len(a):
        raise ValueError("window shape cannot be larger than input array shape")
    found = np.empty((len(a) - size + 1, size))
    for i in range(len(a) - size + 1):
        for k in range(size):
            found[i, k] = a[i + k]
    return found


def windows_2_adjoint(size, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    if size > len(a_bar):
        raise ValueError("window shape cannot be larger than input array shape")

    # reverse sweep
    for i in range(len(a_bar) - size + 1):
        for k in range(size):
            a_bar[i + k] += result_bar[i, k]


def median_of_windows_vjp(record, width, cut, result_0_bar, result_1_bar):
    """The adjoints of record and cut of median_of_windows, for the adjoint of its
    result.
    """
    # forward sweep
    pad_width = width // 2
    padded = continued(record, pad_width, pad_width)
    windows = windows_2(padded, width)
    q = 0.5
    argsort_along_windows = argsort_along(windows)
    ordered = rearranged(windows, argsort_along_windows)
    middle = along_axis(q, ordered)
    a = np.empty_like(windows)
    for i in range(windows.shape[0]):
        for j in range(windows.shape[1]):
            a[i, j] = np.abs(windows[i, j] - middle[i])
    q_2 = 0.5
    argsort_along_a = argsort_along(a)
    ordered_2 = rearranged(a, argsort_along_a)
    values_2 = along_axis(q_2, ordered_2)
    if record.shape != middle.shape:
        raise ValueError("record and middle have different shapes")
    is_spike = np.empty(windows.shape[0], dtype=np.bool_)
    value_2 = np.empty_like(middle)
    for i in range(len(middle)):
        value_2[i] = middle[i] + 0.0
    for i in range(windows.shape[0]):
        spread = 1.4826 * values_2[i]
        is_spike[i] = np.abs(record[i] - middle[i]) > cut * spread
    places = np.flatnonzero(is_spike)
    values_3 = value_2[places].copy()

    # reverse sweep
    clean_bar = result_0_bar.copy()
    values_3_bar = np.zeros_like(values_3)
    for i in range(len(places) - 1, -1, -1):
        values_3_bar[i] += clean_bar[places[i]]
        clean_bar[places[i]] = 0.0
    value_2_bar = np.zeros_like(value_2)
    for k in range(len(places)):
        value_2_bar[places[k]] += values_3_bar[k]
    values_2_bar = np.empty_like(values_2)
    for i in range(windows.shape[0]):
        values_2_bar[i] = 1.4826 * result_1_bar
    middle_bar = np.empty_like(middle)
    for i in range(len(middle)):
        middle_bar[i] = value_2_bar[i]
    ordered_2_bar = np.zeros_like(ordered_2)
    along_axis_adjoint(q_2, ordered_2, values_2_bar, ordered_2_bar)
    a_bar = np.zeros_like(a)
    rearranged_adjoint(argsort_along_a, ordered_2_bar, a_bar)
    windows_bar = np.empty_like(windows)
    for i in range(windows.shape[0]):
        middle_i_bar = 0.0
        for j in range(windows.shape[1]):
            difference_bar = np.sign(windows[i, j] - middle[i]) * a_bar[i, j]
            windows_bar[i, j] = difference_bar
            middle_i_bar -= difference_bar
        middle_bar[i] += middle_i_bar
    ordered_bar = np.zeros_like(ordered)
    along_axis_adjoint(q, ordered, middle_bar, ordered_bar)
    rearranged_adjoint(argsort_along_windows, ordered_bar, windows_bar)
    padded_bar = np.zeros_like(padded)
    windows_2_adjoint(width, windows_bar, padded_bar)
    continued_adjoint(pad_width, pad_width, padded_bar, clean_bar)
    return clean_bar, 0.0
