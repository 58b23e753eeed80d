import numpy as np


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
    arr = signal[0]
    values = np.empty(max(len(signal) - 1, 0))
    for i in range(len(signal) - 1):
        values[i] = signal[i + 1] - emphasis * signal[i]
    arrays_0 = np.array([arr])
    length = arrays_0.shape[0] + max(len(signal) - 1, 0)
    x = np.empty(length)
    stop = arrays_0.shape[0]
    x[:stop] = arrays_0
    start = arrays_0.shape[0]
    x[start:] = values
    M = len(x) + 2
    operand = cosines(M)[1:-1]
    if len(x) != len(operand):
        raise ValueError("x and operand have different shapes")
    x_2 = np.empty_like(x)
    for i in range(length):
        x_2[i] = x[i] * operand[i]
    r = np.empty(max(order + 1, 0))
    for k in range(order + 1):
        operand_2 = x_2[: len(x_2) - k]
        operand_3 = x_2[k:]
        if len(operand_2) != len(operand_3):
            raise ValueError("operands have different shapes")
        r[k] = operand_2 @ operand_3
    A = np.arange(order)
    r_taken = np.empty((len(A), len(A)))
    for i in range(len(A)):
        for j in range(len(A)):
            lag = np.abs(A[i] - A[j])
            r_taken[i, j] = r[lag]
    b = r[1:]
    a = solution(r_taken, b)
    if len(a) != len(r[1:]):
        raise ValueError("a and r[1:] have different shapes")
    gain = np.sqrt(r[0] - a @ r[1:])
    arrays_0_2 = np.array([gain])
    stop_2 = a.shape[0]
    start_2 = a.shape[0]

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    whole_2_bar = result_bar.copy()
    arrays_0_2_bar = np.full_like(arrays_0_2, np.sum(whole_2_bar[start_2:]))
    whole_2_bar[start_2:] = 0.0
    a_bar = whole_2_bar[:stop_2].copy()
    r_bar = np.zeros_like(r)
    difference_bar = arrays_0_2_bar[0] / (2.0 * gain)
    r_bar[0] += difference_bar
    product_bar = -difference_bar
    a_bar += r[1:] * product_bar
    r_bar[1:] += a * product_bar
    r_taken_bar = np.zeros_like(r_taken)
    b_bar = r_bar[1:]
    solution_adjoint(r_taken, b, a_bar, r_taken_bar, b_bar)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(A)):
        for j in range(len(A)):
            lag = np.abs(A[i] - A[j])
            r_bar[lag] += r_taken_bar[i, j]
    x_2_bar = np.zeros_like(x_2)
    for k in range(order, -1, -1):
        operand_2 = x_2[: len(x_2) - k]
        operand_3 = x_2[k:]
        operand_2_bar = x_2_bar[: len(x_2) - k]
        operand_3_bar = x_2_bar[k:]
        operand_2_bar += operand_3 * r_bar[k]
        operand_3_bar += operand_2 * r_bar[k]
    x_bar = np.empty_like(x)
    for i in range(length):
        x_bar[i] = operand[i] * x_2_bar[i]
    values_bar = x_bar[start:].copy()
    x_bar[start:] = 0.0
    arrays_0_bar = np.full_like(arrays_0, np.sum(x_bar[:stop]))
    emphasis_bar = 0.0
    for i in range(len(signal) - 1):
        signal_bar[i + 1] += values_bar[i]
        emphasis_bar -= signal[i] * values_bar[i]
        signal_bar[i] -= emphasis * values_bar[i]
    signal_bar[0] += arrays_0_bar[0]
    return signal_bar, emphasis_bar
