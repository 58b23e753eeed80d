import math

import numpy as np


def along_axis_tangent(q, a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        last = len(a_i) - 1
        way_2 = q * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        value_dot = a_i_dot[below] + (way_2 - below) * (a_i_dot[above] - a_i_dot[below])
        value = a_i[below] + (way_2 - below) * (a_i[above] - a_i[below])
        if a_i[last] == a_i[last]:
            values_dot[i] = value_dot
            values[i] = value
        else:
            values_dot[i] = a_i_dot[last]
            values[i] = a_i[last]
    return values, values_dot


def argsort_along_tangent(a, a_dot):
    """argsort_along and its tangent."""
    places = np.empty(a.shape, dtype=np.int64)
    for i in range(a.shape[0]):
        argsort_a = np.argsort(a[i], kind="mergesort")
        for j in range(a.shape[1]):
            places[i, j] = argsort_a[j]
    return places


def continued_tangent(a, before, after, a_dot):
    """continued and its tangent."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = before + length + after
    whole_dot = np.empty(length_2)
    whole = np.empty(length_2)
    for i in range(before + length + after):
        whole_dot[i] = a_dot[min(max(i - before, 0), length - 1)]
        whole[i] = a[min(max(i - before, 0), length - 1)]
    return whole, whole_dot


def rearranged_tangent(a, places, a_dot):
    """rearranged and its tangent."""
    values_dot = np.empty(a.shape)
    values = np.empty(a.shape)
    for i in range(len(a)):
        for j in range(a.shape[1]):
            p = places[i, j]
            values_dot[i, j] = a_dot[i, p]
            values[i, j] = a[i, p]
    return values, values_dot


def windows_2_tangent(a, size, a_dot):
    """windows_2 and its tangent."""
    if size > len(a):
        raise ValueError("window shape cannot be larger than input array shape")
    found_dot = np.empty((len(a) - size + 1, size))
    found = np.empty((len(a) - size + 1, size))
    for i in range(len(a) - size + 1):
        for k in range(size):
            found_dot[i, k] = a_dot[i + k]
            found[i, k] = a[i + k]
    return found, found_dot


def median_of_windows_jvp(record, width, cut, record_dot, cut_dot):
    """The value of median_of_windows, and its derivative in the direction
    record_dot, cut_dot.
    """
    pad_width = width // 2
    padded, padded_dot = continued_tangent(record, pad_width, pad_width, record_dot)
    windows, windows_dot = windows_2_tangent(padded, width, padded_dot)
    q = 0.5
    argsort_along_windows = argsort_along_tangent(windows, windows_dot)
    ordered, ordered_dot = rearranged_tangent(
        windows, argsort_along_windows, windows_dot
    )
    middle, middle_dot = along_axis_tangent(q, ordered, ordered_dot)
    a_dot = np.empty_like(windows)
    a = np.empty_like(windows)
    for i in range(windows.shape[0]):
        for j in range(windows.shape[1]):
            factor = np.sign(windows[i, j] - middle[i])
            a_dot[i, j] = factor * (windows_dot[i, j] - middle_dot[i])
            a[i, j] = np.abs(windows[i, j] - middle[i])
    q_2 = 0.5
    argsort_along_a = argsort_along_tangent(a, a_dot)
    ordered_2, ordered_2_dot = rearranged_tangent(a, argsort_along_a, a_dot)
    values_2, values_2_dot = along_axis_tangent(q_2, ordered_2, ordered_2_dot)
    if record.shape != middle.shape:
        raise ValueError("record and middle have different shapes")
    is_spike = np.empty(windows.shape[0], dtype=np.bool_)
    clean_dot = record_dot.copy()
    clean = record.copy()
    value_2_dot = np.empty_like(middle)
    value_2 = np.empty_like(middle)
    for i in range(len(middle)):
        value_2_dot[i] = middle_dot[i]
        value_2[i] = middle[i] + 0.0
    total_dot = 0.0
    total = 0.0
    for i in range(windows.shape[0]):
        spread = 1.4826 * values_2[i]
        is_spike[i] = np.abs(record[i] - middle[i]) > cut * spread
        total_dot += 1.4826 * values_2_dot[i]
        total += spread
    places = np.flatnonzero(is_spike)
    values_3_dot = value_2_dot[places].copy()
    values_3 = value_2[places].copy()
    for i in range(len(places)):
        clean_dot[places[i]] = values_3_dot[i]
        clean[places[i]] = values_3[i]
    return clean, total, clean_dot, total_dot
