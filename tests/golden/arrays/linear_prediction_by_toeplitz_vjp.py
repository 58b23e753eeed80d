import numpy as np


def append(arr, values):
    """An array, and values after it; of all elements in a row if no axis is given."""
    array = arr
    array_2 = values
    parts_0 = np.array([array])
    parts_1 = array_2
    length = parts_0.shape[0] + parts_1.shape[0]
    whole = np.empty(length)
    stop = parts_0.shape[0]
    whole[:stop] = parts_0
    start = parts_0.shape[0]
    whole[start:] = parts_1
    return whole


def append_2_adjoint(arr, values, result_bar, arr_bar):
    """The adjoint of values in append_2; the adjoint of arr is added to arr_bar."""
    # forward sweep
    array = arr
    array_2 = values
    parts_0 = array
    parts_1 = np.array([array_2])
    stop = parts_0.shape[0]
    start = parts_0.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    parts_1_bar = np.full_like(parts_1, np.sum(whole_bar[start:]))
    whole_bar[start:] = 0.0
    parts_0_bar = arr_bar
    parts_0_bar += whole_bar[:stop]
    return parts_1_bar[0]


def append_adjoint(arr, result_bar, values_bar):
    """The adjoint of arr in append; the adjoint of values is added to values_bar."""
    # forward sweep
    array = arr
    parts_0 = np.array([array])
    stop = parts_0.shape[0]
    start = parts_0.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    parts_1_bar = values_bar
    parts_1_bar += whole_bar[start:]
    whole_bar[start:] = 0.0
    return np.full_like(parts_0, np.sum(whole_bar[:stop]))[0]


def cosines(count):
    """Cosines of a window's places, weighed and added up; a lone sample weighs 1."""
    values = np.ones(max(count, 0))
    if count > 1:
        for i in range(count):
            angle = 2.0 * np.pi * i / (count - 1)
            values[i] = 0.5 - 0.5 * np.cos(angle) + 0.0 * np.cos(2.0 * angle)
    return values


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def linear_prediction_by_toeplitz_vjp(signal, order, emphasis, result_bar):
    """The adjoints of signal and emphasis of linear_prediction_by_toeplitz, for the
    adjoint of its result.
    """
    # forward sweep
    term = np.empty(max(len(signal) - 1, 0))
    for i in range(len(signal) - 1):
        term[i] = signal[i + 1] - emphasis * signal[i]
    x = append(signal[0], term)
    M = len(x) + 2
    if x.shape != cosines(M)[1:-1].shape:
        raise ValueError("x and cosines(M)[1:-1] have different shapes")
    term_2 = cosines(M)[1:-1]
    x_2 = np.empty_like(x)
    for i in range(len(x)):
        x_2[i] = x[i] * term_2[i]
    r = np.empty(max(order + 1, 0))
    for k in range(order + 1):
        operand = x_2[: len(x_2) - k]
        operand_2 = x_2[k:]
        if len(operand) != len(operand_2):
            raise ValueError("operand and operand_2 have different shapes")
        r[k] = operand @ operand_2
    A = np.arange(order)
    B = np.arange(order)
    a_2 = A
    b = B
    lag = np.empty((len(a_2), len(b)), dtype=np.int64)
    for i in range(len(a_2)):
        for j in range(len(b)):
            lag[i, j] = np.abs(a_2[i] - b[j])
    r_taken = np.empty((len(a_2), len(b)))
    for k_2 in range(lag.shape[0]):
        for m in range(lag.shape[1]):
            r_taken[k_2, m] = r[lag[k_2, m]]
    b_2 = r[1:]
    a = solution(r_taken, b_2)
    if len(a) != len(r[1:]):
        raise ValueError("a and r[1:] have different shapes")
    gain = np.sqrt(r[0] - a @ r[1:])

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    value_bar = result_bar.copy()
    a_bar = np.zeros_like(a)
    gain_bar = append_2_adjoint(a, gain, value_bar, a_bar)
    r_bar = np.zeros_like(r)
    difference_bar = gain_bar / (2.0 * gain)
    r_bar[0] += difference_bar
    product_bar = -difference_bar
    a_bar += r[1:] * product_bar
    r_bar[1:] += a * product_bar
    r_taken_bar = np.zeros_like(r_taken)
    b_2_bar = r_bar[1:]
    solution_adjoint(r_taken, b_2, a_bar, r_taken_bar, b_2_bar)
    for k_2 in range(lag.shape[0]):
        for m in range(lag.shape[1]):
            r_bar[lag[k_2, m]] += r_taken_bar[k_2, m]
    x_2_bar = np.zeros_like(x_2)
    for k in range(order, -1, -1):
        operand = x_2[: len(x_2) - k]
        operand_2 = x_2[k:]
        operand_bar = x_2_bar[: len(x_2) - k]
        operand_2_bar = x_2_bar[k:]
        operand_bar += operand_2 * r_bar[k]
        operand_2_bar += operand * r_bar[k]
    x_bar = np.zeros_like(x)
    for i in range(len(x)):
        x_bar[i] += term_2[i] * x_2_bar[i]
    term_bar = np.zeros_like(term)
    signal_bar_part = append_adjoint(signal[0], x_bar, term_bar)
    signal_bar[0] += signal_bar_part
    emphasis_bar = 0.0
    for i in range(len(signal) - 1):
        signal_bar[i + 1] += term_bar[i]
        emphasis_bar -= signal[i] * term_bar[i]
        signal_bar[i] -= emphasis * term_bar[i]
    return signal_bar, emphasis_bar
