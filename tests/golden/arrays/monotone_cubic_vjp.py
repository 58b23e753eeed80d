import numpy as np


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0:
        a = 0
    if a > upper or upper != upper:
        a = upper
    return a


def joined(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:] = arrays_2
    return whole


def joined_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar):
    """The adjoint of arrays_0, arrays_1 and arrays_2 is added to arrays_0_bar,
    arrays_1_bar, arrays_2_bar.
    """
    # forward sweep
    stop = arrays_0_bar.shape[0]
    start = arrays_0_bar.shape[0]
    stop_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]
    start_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_2_bar += np.sum(whole_bar[start_2:])
    whole_bar[start_2:] = 0.0
    arrays_1_bar += whole_bar[start:stop_2]
    whole_bar[start:stop_2] = 0.0
    arrays_0_bar += np.sum(whole_bar[:stop])


def monotone_cubic_vjp(x, y, at, result_bar):
    """The adjoints of x, y and at of monotone_cubic, for the adjoint of its result."""
    # forward sweep
    if len(y[1:]) != len(x[1:]):
        raise ValueError("y[1:] and x[1:] have different shapes")
    h = np.empty(max(len(x) - 1, 0))
    for i in range(len(x) - 1):
        h[i] = x[i + 1] - x[i]
    d = np.empty(max(len(y) - 1, 0))
    for i in range(len(y) - 1):
        d[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i])
    w1 = np.empty(max(len(y) - 2, 0))
    w2 = np.empty(max(len(y) - 2, 0))
    same = np.empty(max(len(y) - 2, 0), dtype=np.bool_)
    for i in range(len(y) - 2):
        w1[i] = 2.0 * h[i + 1] + h[i]
        w2[i] = h[i + 1] + 2.0 * h[i]
        same[i] = d[i + 1] * d[i] > 0.0
    arrays_0 = d[:-1]
    arrays_1 = d[1:]
    shape_0 = arrays_0.shape[0]
    whole = np.empty((2, shape_0))
    for i in range(shape_0):
        whole[0, i] = arrays_0[i]
        whole[1, i] = arrays_1[i]
    safe = np.empty_like(whole)
    for i in range(2):
        for j in range(shape_0):
            if same[j]:
                safe[i, j] = whole[i, j]
            else:
                safe[i, j] = 1.0
    inner = np.empty(max(len(y) - 2, 0))
    for i in range(shape_0):
        if same[i]:
            quotient = w2[i] / safe[1, i]
            inner[i] = (w1[i] + w2[i]) / (w1[i] / safe[0, i] + quotient)
        else:
            inner[i] = 0.0
    arrays_0_0 = d[0]
    arrays_2_0 = d[-1]
    array_result = np.array([arrays_0_0])
    array_result_2 = np.array([arrays_2_0])
    m = joined(array_result, inner, array_result_2)
    searchsorted_result = np.searchsorted(x, at, side="right")
    a_max = max(len(y) - 1, 0) - 1
    if len(at) != len(searchsorted_result):
        raise ValueError("at and x[k] have different shapes")

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    at_bar = np.empty_like(at)
    out_bar = result_bar.copy()
    h_bar = np.zeros_like(h)
    m_bar = np.zeros_like(m)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(searchsorted_result)):
        k = bounded(searchsorted_result[i] - 1, a_max)
        t = (at[i] - x[k]) / h[k]
        index = k + 1
        rise_bar = out_bar[i]
        product_bar = (m[k] * (1.0 - t) - m[index] * t) * out_bar[i]
        product_bar_2 = (1.0 - t) * product_bar
        t_bar = h[k] * product_bar_2 - h[k] * t * product_bar
        difference_bar = h[k] * t * (1.0 - t) * out_bar[i]
        m_bar[k] += (1.0 - t) * difference_bar
        m_bar[index] -= t * difference_bar
        t_bar -= (m[k] + m[index]) * difference_bar
        product_bar = (3.0 - 2.0 * t) * rise_bar
        product_bar_3 = t * product_bar
        y_bar[index] += t * product_bar_3
        y_bar[k] += rise_bar - t * product_bar_3
        t_bar += (y[index] - y[k]) * product_bar_3
        t_bar += (y[index] - y[k]) * t * product_bar
        t_bar += 2.0 * (y[k] - y[index]) * t * t * rise_bar
        numerator_bar = t_bar / h[k]
        at_bar[i] = numerator_bar
        x_bar[k] -= numerator_bar
        h_bar[k] += t * product_bar_2 - t * numerator_bar
    inner_bar = np.zeros_like(inner)
    array_result_bar = np.zeros_like(array_result)
    array_result_2_bar = np.zeros_like(array_result_2)
    joined_adjoint(m_bar, array_result_bar, inner_bar, array_result_2_bar)
    d_bar = np.zeros_like(d)
    d_bar[-1] += array_result_2_bar[0]
    d_bar[0] += array_result_bar[0]
    w1_bar = np.zeros_like(w1)
    w2_bar = np.zeros_like(w2)
    safe_bar = np.zeros_like(safe)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(shape_0):
        if same[i]:
            quotient_2 = w1[i] / safe[0, i]
            quotient = w2[i] / safe[1, i]
            quotient_3 = (w1[i] + w2[i]) / (quotient_2 + quotient)
            numerator_bar = inner_bar[i] / (quotient_2 + quotient)
            numerator_bar_2 = -quotient_3 * numerator_bar / safe[1, i]
            w2_bar[i] += numerator_bar + numerator_bar_2
            safe_bar[1, i] -= quotient * numerator_bar_2
            numerator_bar_2 = -quotient_3 * numerator_bar / safe[0, i]
            w1_bar[i] += numerator_bar + numerator_bar_2
            safe_bar[0, i] -= quotient_2 * numerator_bar_2
    whole_bar = np.zeros_like(whole)
    for i in range(2):
        for j in range(shape_0):
            if same[j]:
                whole_bar[i, j] += safe_bar[i, j]
    arrays_0_bar = d_bar[:-1]
    arrays_1_bar = d_bar[1:]
    for i in range(shape_0):
        arrays_1_bar[i] += whole_bar[1, i]
        whole_bar[1, i] = 0.0
        arrays_0_bar[i] += whole_bar[0, i]
    for i in range(len(y) - 2):
        h_bar[i + 1] += w2_bar[i] + 2.0 * w1_bar[i]
        h_bar[i] += 2.0 * w2_bar[i] + w1_bar[i]
    for i in range(len(y) - 1):
        quotient = (y[i + 1] - y[i]) / (x[i + 1] - x[i])
        numerator_bar = d_bar[i] / (x[i + 1] - x[i])
        y_bar[i + 1] += numerator_bar
        y_bar[i] -= numerator_bar
        x_bar[i + 1] -= quotient * numerator_bar
        x_bar[i] += quotient * numerator_bar
    for i in range(len(x) - 1):
        x_bar[i + 1] += h_bar[i]
        x_bar[i] -= h_bar[i]
    return x_bar, y_bar, at_bar
