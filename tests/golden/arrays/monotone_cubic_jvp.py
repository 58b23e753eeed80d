import numpy as np


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0:
        a = 0
    if a > upper or upper != upper:
        a = upper
    return a


def diff_tangent(a, a_dot):
    """diff and its tangent."""
    out_dot = np.zeros(max(len(a) - 1, 0))
    out = np.empty(max(len(a) - 1, 0))
    for i in range(len(a) - 1):
        out_dot[i] = a_dot[i + 1] - a_dot[i]
        out[i] = a[i + 1] - a[i]
    return out, out_dot


def stacked_tangent(arrays_0, arrays_1, arrays_0_dot, arrays_1_dot):
    """stacked and its tangent."""
    if len(arrays_0) != len(arrays_1):
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    shape_0 = arrays_0.shape[0]
    whole_dot = np.zeros((2, shape_0))
    whole = np.empty((2, shape_0))
    for i in range(shape_0):
        whole_dot[0, i] = arrays_0_dot[i]
        whole[0, i] = arrays_0[i]
        whole_dot[1, i] = arrays_1_dot[i]
        whole[1, i] = arrays_1[i]
    return whole, whole_dot


def monotone_cubic_jvp(x, y, at, x_dot, y_dot, at_dot):
    """The value of monotone_cubic, and its derivative in the direction x_dot, y_dot,
    at_dot.
    """
    diff_result, diff_result_dot = diff_tangent(y, y_dot)
    diff_result_2, diff_result_2_dot = diff_tangent(x, x_dot)
    if len(diff_result) != len(diff_result_2):
        raise ValueError("diff_result and diff_result_2 have different shapes")
    h, h_dot = diff_tangent(x, x_dot)
    d_dot = np.zeros_like(diff_result)
    d = np.empty_like(diff_result)
    for i in range(len(diff_result)):
        quotient = diff_result[i] / diff_result_2[i]
        factor = diff_result_dot[i] - quotient * diff_result_2_dot[i]
        quotient_dot = factor / diff_result_2[i]
        d_dot[i] = quotient_dot
        d[i] = quotient
    same = np.empty(max(len(diff_result) - 1, 0), dtype=np.bool_)
    for i in range(len(diff_result) - 1):
        same[i] = d[i + 1] * d[i] > 0.0
    arrays_0_dot = d_dot[:-1]
    arrays_0 = d[:-1]
    arrays_1_dot = d_dot[1:]
    arrays_1 = d[1:]
    stacked_result, stacked_result_dot = stacked_tangent(
        arrays_0, arrays_1, arrays_0_dot, arrays_1_dot
    )
    if same[None].shape[1] != stacked_result.shape[1]:
        raise ValueError("same[None] and stacked_result have different shapes")
    safe_dot = np.zeros((stacked_result.shape[0], max(len(diff_result) - 1, 0)))
    safe = np.empty((stacked_result.shape[0], max(len(diff_result) - 1, 0)))
    for i in range(stacked_result.shape[0]):
        for j in range(len(diff_result) - 1):
            if same[j]:
                safe_dot[i, j] = stacked_result_dot[i, j]
                safe[i, j] = stacked_result[i, j]
            else:
                safe_dot[i, j] = 0.0
                safe[i, j] = 1.0
    if max(len(h) - 1, 0) != max(len(diff_result) - 1, 0):
        raise ValueError("w1 and safe[0] have different shapes")
    if max(len(h) - 1, 0) != len(safe[0]):
        raise ValueError("same and safe[0] have different shapes")
    inner_dot = np.zeros(max(len(h) - 1, 0))
    inner = np.empty(max(len(h) - 1, 0))
    for i in range(len(h) - 1):
        w1_dot = 2.0 * h_dot[i + 1] + h_dot[i]
        w1 = 2.0 * h[i + 1] + h[i]
        w2_dot = h_dot[i + 1] + 2.0 * h_dot[i]
        w2 = h[i + 1] + 2.0 * h[i]
        if same[i]:
            quotient = w1 / safe[0, i]
            quotient_dot = (w1_dot - quotient * safe_dot[0, i]) / safe[0, i]
            quotient_2 = w2 / safe[1, i]
            quotient_2_dot = (w2_dot - quotient_2 * safe_dot[1, i]) / safe[1, i]
            quotient_3 = (w1 + w2) / (quotient + quotient_2)
            factor_2 = w1_dot + w2_dot - quotient_3 * (quotient_dot + quotient_2_dot)
            quotient_3_dot = factor_2 / (quotient + quotient_2)
            inner_dot[i] = quotient_3_dot
            inner[i] = quotient_3
        else:
            inner_dot[i] = 0.0
            inner[i] = 0.0
    arrays_0_0 = d[0]
    arrays_2_0 = d[-1]
    arrays_0_2_dot = np.array([d_dot[0]])
    arrays_0_2 = np.array([arrays_0_0])
    arrays_2_dot = np.array([d_dot[-1]])
    arrays_2 = np.array([arrays_2_0])
    length = arrays_0_2.shape[0] + max(len(h) - 1, 0) + arrays_2.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0_2.shape[0]
    whole_dot[:stop] = arrays_0_2_dot
    whole[:stop] = arrays_0_2
    start = arrays_0_2.shape[0]
    stop = arrays_0_2.shape[0] + max(len(h) - 1, 0)
    whole_dot[start:stop] = inner_dot
    whole[start:stop] = inner
    start = arrays_0_2.shape[0] + max(len(h) - 1, 0)
    whole_dot[start:] = arrays_2_dot
    whole[start:] = arrays_2
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
    out_dot = np.zeros_like(at)
    out = np.empty_like(at)
    for i in range(len(at)):
        t = (at[i] - x[k[i]]) / h[k[i]]
        t_dot = (at_dot[i] - x_dot[k[i]] - t * h_dot[k[i]]) / h[k[i]]
        index = k[i] + 1
        term_3 = ((y_dot[index] - y_dot[k[i]]) * t + (y[index] - y[k[i]]) * t_dot) * t
        factor_3 = term_3 + (y[index] - y[k[i]]) * t * t_dot
        term_2 = factor_3 * (3.0 - 2.0 * t)
        term = term_2 - 2.0 * (y[index] - y[k[i]]) * t * t * t_dot
        rise_dot = y_dot[k[i]] + term
        rise = y[k[i]] + (y[index] - y[k[i]]) * t * t * (3.0 - 2.0 * t)
        index_2 = k[i] + 1
        term_5 = (
            h[k[i]]
            * t
            * (1.0 - t)
            * (
                whole_dot[k[i]] * (1.0 - t)
                - m[k[i]] * t_dot
                - (whole_dot[index_2] * t + m[index_2] * t_dot)
            )
        )
        factor_4 = (h_dot[k[i]] * t + h[k[i]] * t_dot) * (1.0 - t) - h[k[i]] * t * t_dot
        term_6 = factor_4 * (m[k[i]] * (1.0 - t) - m[index_2] * t)
        term_4 = term_6 + term_5
        out_dot[i] = rise_dot + term_4
        out[i] = rise + h[k[i]] * t * (1.0 - t) * (m[k[i]] * (1.0 - t) - m[index_2] * t)
    return out, out_dot
