import numpy as np


def append_tangent(arr, arr_dot):
    """append and its tangent."""
    array = 0.0
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


def burg_prediction_jvp(x, order, x_dot):
    """The value of burg_prediction, and its derivative in the direction x_dot."""
    forward_dot = x_dot[1:].copy()
    forward = x[1:].copy()
    backward_dot = x_dot[:-1].copy()
    backward = x[:-1].copy()
    a_dot = np.zeros_like(np.array([1.0]))
    a = np.array([1.0])
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        total_dot += 2.0 * x[i] * x_dot[i]
        total += x[i] ** 2
    power = total / len(x)
    power_dot = total_dot / len(x)
    for _ in range(order):
        if len(forward) != len(backward):
            raise ValueError("forward and backward have different shapes")
        dot_result_dot = np.dot(forward_dot, backward) + np.dot(forward, backward_dot)
        dot_result_2_dot = np.dot(forward_dot, forward) + np.dot(forward, forward_dot)
        dot_result_2 = np.dot(forward, forward)
        term = np.dot(backward, backward_dot)
        dot_result_3_dot = np.dot(backward_dot, backward) + term
        dot_result_3 = np.dot(backward, backward)
        k = -2.0 * np.dot(forward, backward) / (dot_result_2 + dot_result_3)
        factor = -2.0 * dot_result_dot - k * (dot_result_2_dot + dot_result_3_dot)
        k_dot = factor / (dot_result_2 + dot_result_3)
        padded, padded_dot = append_tangent(a, a_dot)
        if len(padded) != len(padded[::-1]):
            raise ValueError("padded and padded[::-1] have different shapes")
        padded_part_dot = padded_dot[::-1]
        padded_part = padded[::-1]
        a_dot = np.empty_like(padded)
        a = np.empty_like(padded)
        for i in range(len(padded)):
            a_dot[i] = padded_dot[i] + (k_dot * padded_part[i] + k * padded_part_dot[i])
            a[i] = padded[i] + k * padded_part[i]
        power_dot = power_dot * (1.0 - k * k) - power * (k_dot * k + k * k_dot)
        power *= 1.0 - k * k
        value_before_2_dot = np.zeros(max(len(backward) - 1, 0))
        value_before_2 = np.empty(max(len(backward) - 1, 0))
        for i in range(len(backward) - 1):
            term_2 = k_dot * forward[i] + k * forward_dot[i]
            value_before_2_dot[i] = backward_dot[i] + term_2
            value_before_2[i] = backward[i] + k * forward[i]
        forward_new_dot = np.zeros(max(len(forward) - 1, 0))
        forward_new = np.empty(max(len(forward) - 1, 0))
        for i in range(len(forward) - 1):
            term_3 = k_dot * backward[i + 1] + k * backward_dot[i + 1]
            forward_new_dot[i] = forward_dot[i + 1] + term_3
            forward_new[i] = forward[i + 1] + k * backward[i + 1]
        forward_dot = forward_new_dot
        forward = forward_new
        backward_dot = value_before_2_dot
        backward = value_before_2
    return a, power, a_dot, power_dot
