import numpy as np


def append(arr):
    """An array, and values after it; of all elements in a row if no axis is given."""
    array = 0.0
    arrays_0 = np.array([array])
    length = arr.shape[0] + arrays_0.shape[0]
    whole = np.empty(length)
    stop = arr.shape[0]
    whole[:stop] = arr
    start = arr.shape[0]
    whole[start:] = arrays_0
    return whole


def append_adjoint(result_bar, arr_bar):
    """The adjoint of arr is added to arr_bar."""
    # forward sweep
    stop = arr_bar.shape[0]
    start = arr_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    whole_bar[start:] = 0.0
    arr_bar += whole_bar[:stop]


def burg_prediction_vjp(x, order, result_0_bar, result_1_bar):
    """The adjoints of x of burg_prediction, for the adjoint of its result."""
    # forward sweep: saves backward, forward, power, a and padded
    forward = x[1:].copy()
    backward = x[:-1].copy()
    a = np.array([1.0])
    total = 0.0
    for i in range(len(x)):
        total += x[i] ** 2
    power = total / len(x)
    backward_saved = []
    forward_saved = []
    power_saved = np.empty(order)
    a_saved = []
    padded_saved = []
    for k_2 in range(order):
        if len(forward) != len(backward):
            raise ValueError("forward and backward have different shapes")
        dot_result = np.dot(backward, backward)
        k = -2.0 * np.dot(forward, backward) / (np.dot(forward, forward) + dot_result)
        padded = append(a)
        padded_saved.append(padded)
        if len(padded) != len(padded[::-1]):
            raise ValueError("padded and padded[::-1] have different shapes")
        padded_part = padded[::-1]
        a_saved.append(a)
        a = np.empty_like(padded)
        for i in range(len(padded)):
            a[i] = padded[i] + k * padded_part[i]
        power_saved[k_2] = power
        power *= 1.0 - k * k
        value_before_2 = np.empty(max(len(backward) - 1, 0))
        for i in range(len(backward) - 1):
            value_before_2[i] = backward[i] + k * forward[i]
        forward_new = np.empty(max(len(forward) - 1, 0))
        for i in range(len(forward) - 1):
            forward_new[i] = forward[i + 1] + k * backward[i + 1]
        forward_saved.append(forward)
        forward = forward_new
        backward_saved.append(backward)
        backward = value_before_2

    # reverse sweep
    x_bar = np.empty_like(x)
    a_bar = result_0_bar.copy()
    power_bar = result_1_bar
    forward_bar = np.zeros_like(forward)
    backward_bar = np.zeros_like(backward)
    for k_2 in range(order - 1, -1, -1):
        backward = backward_saved.pop()
        value_before_2_bar = backward_bar
        backward_bar = np.zeros_like(backward)
        forward = forward_saved.pop()
        forward_new_bar = forward_bar
        forward_bar = np.zeros_like(forward)
        dot_result_2 = np.dot(forward, forward)
        dot_result = np.dot(backward, backward)
        k = -2.0 * np.dot(forward, backward) / (dot_result_2 + dot_result)
        k_bar = 0.0
        for i in range(len(forward) - 1):
            forward_bar[i + 1] += forward_new_bar[i]
            k_bar += backward[i + 1] * forward_new_bar[i]
            backward_bar[i + 1] += k * forward_new_bar[i]
        for i in range(len(backward) - 1):
            backward_bar[i] += value_before_2_bar[i]
            k_bar += forward[i] * value_before_2_bar[i]
            forward_bar[i] += k * value_before_2_bar[i]
        k_bar -= 2.0 * k * power_saved[k_2] * power_bar
        power_bar = (1.0 - k * k) * power_bar
        padded = padded_saved.pop()
        padded_part = padded[::-1]
        padded_bar = np.zeros_like(padded)
        padded_part_bar = padded_bar[::-1]
        for i in range(len(padded) - 1, -1, -1):
            padded_bar[i] += a_bar[i]
            k_bar += padded_part[i] * a_bar[i]
            padded_part_bar[i] += k * a_bar[i]
        a = a_saved.pop()
        a_bar = np.zeros_like(a)
        append_adjoint(padded_bar, a_bar)
        numerator_bar = k_bar / (dot_result_2 + dot_result)
        dot_result_bar = -2.0 * numerator_bar
        backward_bar -= 2.0 * backward * k * numerator_bar
        forward_bar += backward * dot_result_bar - 2.0 * forward * k * numerator_bar
        backward_bar += forward * dot_result_bar
    total_bar = power_bar / len(x)
    for i in range(len(x)):
        x_bar[i] = 2.0 * x[i] * total_bar
    x_bar[:-1] += backward_bar
    x_bar[1:] += forward_bar
    return x_bar
