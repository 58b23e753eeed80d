import numpy as np


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0:
        a = 0
    if a > upper or upper != upper:
        a = upper
    return a


def joined_tangent(
    arrays_0, arrays_1, arrays_2, arrays_0_dot, arrays_1_dot, arrays_2_dot
):
    """joined and its tangent."""
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:stop] = arrays_1_dot
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:] = arrays_2_dot
    whole[start:] = arrays_2
    return whole, whole_dot


def monotone_cubic_jvp(x, y, at, x_dot, y_dot, at_dot):
    """The value of monotone_cubic, and its derivative in the direction x_dot, y_dot,
    at_dot.
    """
    if len(y[1:]) != len(x[1:]):
        raise ValueError("y[1:] and x[1:] have different shapes")
    h_dot = np.empty(max(len(x) - 1, 0))
    h = np.empty(max(len(x) - 1, 0))
    for i in range(len(x) - 1):
        h_dot[i] = x_dot[i + 1] - x_dot[i]
        h[i] = x[i + 1] - x[i]
    d_dot = np.empty(max(len(y) - 1, 0))
    d = np.empty(max(len(y) - 1, 0))
    for i in range(len(y) - 1):
        quotient = (y[i + 1] - y[i]) / (x[i + 1] - x[i])
        factor = y_dot[i + 1] - y_dot[i] - quotient * (x_dot[i + 1] - x_dot[i])
        quotient_dot = factor / (x[i + 1] - x[i])
        d_dot[i] = quotient_dot
        d[i] = quotient
    w1_dot = np.empty(max(len(y) - 2, 0))
    w1 = np.empty(max(len(y) - 2, 0))
    w2_dot = np.empty(max(len(y) - 2, 0))
    w2 = np.empty(max(len(y) - 2, 0))
    same = np.empty(max(len(y) - 2, 0), dtype=np.bool_)
    for i in range(len(y) - 2):
        w1_dot[i] = 2.0 * h_dot[i + 1] + h_dot[i]
        w1[i] = 2.0 * h[i + 1] + h[i]
        w2_dot[i] = h_dot[i + 1] + 2.0 * h_dot[i]
        w2[i] = h[i + 1] + 2.0 * h[i]
        same[i] = d[i + 1] * d[i] > 0.0
    arrays_0_dot = d_dot[:-1]
    arrays_0 = d[:-1]
    arrays_1_dot = d_dot[1:]
    arrays_1 = d[1:]
    shape_0 = arrays_0.shape[0]
    whole_dot = np.zeros((2, shape_0))
    whole = np.empty((2, shape_0))
    for i in range(shape_0):
        whole_dot[0, i] = arrays_0_dot[i]
        whole[0, i] = arrays_0[i]
        whole_dot[1, i] = arrays_1_dot[i]
        whole[1, i] = arrays_1[i]
    safe_dot = np.zeros_like(whole)
    safe = np.empty_like(whole)
    for i in range(2):
        for j in range(shape_0):
            if same[j]:
                safe_dot[i, j] = whole_dot[i, j]
                safe[i, j] = whole[i, j]
            else:
                safe_dot[i, j] = 0.0
                safe[i, j] = 1.0
    inner_dot = np.zeros(max(len(y) - 2, 0))
    inner = np.empty(max(len(y) - 2, 0))
    for i in range(shape_0):
        if same[i]:
            quotient = w1[i] / safe[0, i]
            quotient_dot = (w1_dot[i] - quotient * safe_dot[0, i]) / safe[0, i]
            quotient_2 = w2[i] / safe[1, i]
            quotient_2_dot = (w2_dot[i] - quotient_2 * safe_dot[1, i]) / safe[1, i]
            quotient_3 = (w1[i] + w2[i]) / (quotient + quotient_2)
            factor_2 = (
                w1_dot[i] + w2_dot[i] - quotient_3 * (quotient_dot + quotient_2_dot)
            )
            quotient_3_dot = factor_2 / (quotient + quotient_2)
            inner_dot[i] = quotient_3_dot
            inner[i] = quotient_3
        else:
            inner_dot[i] = 0.0
            inner[i] = 0.0
    arrays_0_0 = d[0]
    arrays_2_0 = d[-1]
    array_result_dot = np.array([d_dot[0]])
    array_result = np.array([arrays_0_0])
    array_result_2_dot = np.array([d_dot[-1]])
    array_result_2 = np.array([arrays_2_0])
    m, m_dot = joined_tangent(
        array_result,
        inner,
        array_result_2,
        array_result_dot,
        inner_dot,
        array_result_2_dot,
    )
    searchsorted_result = np.searchsorted(x, at, side="right")
    a_max = max(len(y) - 1, 0) - 1
    if len(at) != len(searchsorted_result):
        raise ValueError("at and x[k] have different shapes")
    out_dot = np.empty_like(at)
    out = np.empty_like(at)
    for i in range(len(searchsorted_result)):
        k = bounded(searchsorted_result[i] - 1, a_max)
        t = (at[i] - x[k]) / h[k]
        t_dot = (at_dot[i] - x_dot[k] - t * h_dot[k]) / h[k]
        index = k + 1
        term_3 = ((y_dot[index] - y_dot[k]) * t + (y[index] - y[k]) * t_dot) * t
        factor_3 = term_3 + (y[index] - y[k]) * t * t_dot
        term_2 = factor_3 * (3.0 - 2.0 * t)
        term = term_2 - 2.0 * (y[index] - y[k]) * t * t * t_dot
        rise_dot = y_dot[k] + term
        rise = y[k] + (y[index] - y[k]) * t * t * (3.0 - 2.0 * t)
        term_5 = (
            h[k]
            * t
            * (1.0 - t)
            * (
                m_dot[k] * (1.0 - t)
                - m[k] * t_dot
                - (m_dot[index] * t + m[index] * t_dot)
            )
        )
        factor_4 = (h_dot[k] * t + h[k] * t_dot) * (1.0 - t) - h[k] * t * t_dot
        term_6 = factor_4 * (m[k] * (1.0 - t) - m[index] * t)
        term_4 = term_6 + term_5
        out_dot[i] = rise_dot + term_4
        out[i] = rise + h[k] * t * (1.0 - t) * (m[k] * (1.0 - t) - m[index] * t)
    return out, out_dot
