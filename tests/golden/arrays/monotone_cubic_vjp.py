import numpy as np


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0:
        a = 0
    if a > upper or upper != upper:
        a = upper
    return a


def diff(a):
    """The differences between neighbours along an axis, n times over."""
    out = np.empty(max(len(a) - 1, 0))
    for i in range(len(a) - 1):
        out[i] = a[i + 1] - a[i]
    return out


def diff_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(len(a) - 1):
        a_bar[i + 1] += out_bar[i]
        a_bar[i] -= out_bar[i]


def stacked(arrays_0, arrays_1):
    """Arrays beside each other, along a new axis."""
    if len(arrays_0) != len(arrays_1):
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    shape_0 = arrays_0.shape[0]
    whole = np.empty((2, shape_0))
    for i in range(shape_0):
        whole[0, i] = arrays_0[i]
        whole[1, i] = arrays_1[i]
    return whole


def stacked_adjoint(arrays_0, arrays_1, result_bar, arrays_0_bar, arrays_1_bar):
    """The adjoint of arrays_0 and arrays_1 is added to arrays_0_bar, arrays_1_bar."""
    # forward sweep
    if len(arrays_0) != len(arrays_1):
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    shape_0 = arrays_0.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    for i in range(shape_0):
        arrays_1_bar[i] += whole_bar[1, i]
        whole_bar[1, i] = 0.0
        arrays_0_bar[i] += whole_bar[0, i]


def monotone_cubic_vjp(x, y, at, result_bar):
    """The adjoints of x, y and at of monotone_cubic, for the adjoint of its result."""
    # forward sweep
    diff_result = diff(y)
    diff_result_2 = diff(x)
    if len(diff_result) != len(diff_result_2):
        raise ValueError("diff_result and diff_result_2 have different shapes")
    h = diff(x)
    d = np.empty_like(diff_result)
    for i in range(len(diff_result)):
        d[i] = diff_result[i] / diff_result_2[i]
    same = np.empty(max(len(diff_result) - 1, 0), dtype=np.bool_)
    for i in range(len(diff_result) - 1):
        same[i] = d[i + 1] * d[i] > 0.0
    arrays_0 = d[:-1]
    arrays_1 = d[1:]
    stacked_result = stacked(arrays_0, arrays_1)
    if same[None].shape[1] != stacked_result.shape[1]:
        raise ValueError("same[None] and stacked_result have different shapes")
    safe = np.empty((stacked_result.shape[0], max(len(diff_result) - 1, 0)))
    for i in range(stacked_result.shape[0]):
        for j in range(len(diff_result) - 1):
            if same[j]:
                safe[i, j] = stacked_result[i, j]
            else:
                safe[i, j] = 1.0
    if max(len(h) - 1, 0) != max(len(diff_result) - 1, 0):
        raise ValueError("w1 and safe[0] have different shapes")
    if max(len(h) - 1, 0) != len(safe[0]):
        raise ValueError("same and safe[0] have different shapes")
    inner = np.empty(max(len(h) - 1, 0))
    for i in range(len(h) - 1):
        w1 = 2.0 * h[i + 1] + h[i]
        w2 = h[i + 1] + 2.0 * h[i]
        if same[i]:
            quotient = w1 / safe[0, i]
            quotient_2 = w2 / safe[1, i]
            quotient_3 = (w1 + w2) / (quotient + quotient_2)
            inner[i] = quotient_3
        else:
            inner[i] = 0.0
    arrays_0_0 = d[0]
    arrays_2_0 = d[-1]
    arrays_0_2 = np.array([arrays_0_0])
    arrays_2 = np.array([arrays_2_0])
    length = arrays_0_2.shape[0] + max(len(h) - 1, 0) + arrays_2.shape[0]
    whole = np.empty(length)
    stop = arrays_0_2.shape[0]
    whole[:stop] = arrays_0_2
    start = arrays_0_2.shape[0]
    stop_2 = arrays_0_2.shape[0] + max(len(h) - 1, 0)
    whole[start:stop_2] = inner
    start_2 = arrays_0_2.shape[0] + max(len(h) - 1, 0)
    whole[start_2:] = arrays_2
    m = whole
    searchsorted_result = np.searchsorted(x, at, side="right")
    a_2 = np.empty_like(searchsorted_result)
    for i in range(len(searchsorted_result)):
        a_2[i] = searchsorted_result[i] - 1
    a_max = len(h) - 1
    clip_values = np.empty_like(a_2)
    for i in range(len(a_2)):
        a_i = a_2[i]
        clip_values[i] = bounded(a_i, a_max)
    k = clip_values
    if len(at) != len(k):
        raise ValueError("at and x[k] have different shapes")

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    at_bar = np.zeros_like(at)
    out_bar = result_bar.copy()
    h_bar = np.zeros_like(h)
    whole_bar = np.zeros_like(whole)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(at)):
        t = (at[i] - x[k[i]]) / h[k[i]]
        index = k[i] + 1
        index_2 = k[i] + 1
        rise_bar = out_bar[i]
        product_bar = (m[k[i]] * (1.0 - t) - m[index_2] * t) * out_bar[i]
        product_bar_2 = (1.0 - t) * product_bar
        t_bar = h[k[i]] * product_bar_2 - h[k[i]] * t * product_bar
        difference_bar = h[k[i]] * t * (1.0 - t) * out_bar[i]
        whole_bar[k[i]] += (1.0 - t) * difference_bar
        whole_bar[index_2] -= t * difference_bar
        t_bar -= (m[k[i]] + m[index_2]) * difference_bar
        product_bar = (3.0 - 2.0 * t) * rise_bar
        product_bar_3 = t * product_bar
        y_bar[index] += t * product_bar_3
        y_bar[k[i]] += rise_bar - t * product_bar_3
        t_bar += (y[index] - y[k[i]]) * product_bar_3
        t_bar += (y[index] - y[k[i]]) * t * product_bar
        t_bar += 2.0 * (y[k[i]] - y[index]) * t * t * rise_bar
        numerator_bar = t_bar / h[k[i]]
        at_bar[i] += numerator_bar
        x_bar[k[i]] -= numerator_bar
        h_bar[k[i]] += t * product_bar_2 - t * numerator_bar
    arrays_2_bar = np.full_like(arrays_2, np.sum(whole_bar[start_2:]))
    whole_bar[start_2:] = 0.0
    inner_bar = whole_bar[start:stop_2].copy()
    whole_bar[start:stop_2] = 0.0
    arrays_0_2_bar = np.full_like(arrays_0_2, np.sum(whole_bar[:stop]))
    d_bar = np.zeros_like(d)
    d_bar[-1] += arrays_2_bar[0]
    d_bar[0] += arrays_0_2_bar[0]
    safe_bar = np.zeros_like(safe)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(h) - 1):
        w1 = 2.0 * h[i + 1] + h[i]
        w2 = h[i + 1] + 2.0 * h[i]
        if same[i]:
            quotient = w1 / safe[0, i]
            quotient_2 = w2 / safe[1, i]
            quotient_3 = (w1 + w2) / (quotient + quotient_2)
        w1_bar = 0.0
        w2_bar = 0.0
        if same[i]:
            numerator_bar = inner_bar[i] / (quotient + quotient_2)
            numerator_bar_2 = -quotient_3 * numerator_bar / safe[1, i]
            w2_bar += numerator_bar + numerator_bar_2
            safe_bar[1, i] -= quotient_2 * numerator_bar_2
            numerator_bar_2 = -quotient_3 * numerator_bar / safe[0, i]
            w1_bar += numerator_bar + numerator_bar_2
            safe_bar[0, i] -= quotient * numerator_bar_2
        h_bar[i + 1] += w2_bar + 2.0 * w1_bar
        h_bar[i] += 2.0 * w2_bar + w1_bar
    stacked_result_bar = np.zeros_like(stacked_result)
    for i in range(stacked_result.shape[0]):
        for j in range(len(diff_result) - 1):
            if same[j]:
                stacked_result_bar[i, j] += safe_bar[i, j]
    arrays_0_bar = d_bar[:-1]
    arrays_1_bar = d_bar[1:]
    stacked_adjoint(arrays_0, arrays_1, stacked_result_bar, arrays_0_bar, arrays_1_bar)
    diff_result_bar = np.zeros_like(diff_result)
    diff_result_2_bar = np.zeros_like(diff_result_2)
    for i in range(len(diff_result)):
        numerator_bar = d_bar[i] / diff_result_2[i]
        diff_result_bar[i] += numerator_bar
        diff_result_2_bar[i] -= diff_result[i] * numerator_bar / diff_result_2[i]
    diff_adjoint(x, h_bar, x_bar)
    diff_adjoint(x, diff_result_2_bar, x_bar)
    diff_adjoint(y, diff_result_bar, y_bar)
    return x_bar, y_bar, at_bar
