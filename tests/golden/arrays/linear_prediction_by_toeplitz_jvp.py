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


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def linear_prediction_by_toeplitz_jvp(
    signal, order, emphasis, signal_dot, emphasis_dot
):
    """The value of linear_prediction_by_toeplitz, and its derivative in the
    direction signal_dot, emphasis_dot.
    """
    arr = signal[0]
    values_dot = np.empty(max(len(signal) - 1, 0))
    values = np.empty(max(len(signal) - 1, 0))
    for i in range(len(signal) - 1):
        term = emphasis_dot * signal[i] + emphasis * signal_dot[i]
        values_dot[i] = signal_dot[i + 1] - term
        values[i] = signal[i + 1] - emphasis * signal[i]
    arrays_0_dot = np.array([signal_dot[0]])
    arrays_0 = np.array([arr])
    length = arrays_0.shape[0] + max(len(signal) - 1, 0)
    x_dot = np.zeros(length)
    x = np.empty(length)
    stop = arrays_0.shape[0]
    x_dot[:stop] = arrays_0_dot
    x[:stop] = arrays_0
    start = arrays_0.shape[0]
    x_dot[start:] = values_dot
    x[start:] = values
    M = len(x) + 2
    operand = cosines(M)[1:-1]
    if len(x) != len(operand):
        raise ValueError("x and operand have different shapes")
    x_2_dot = np.empty_like(x)
    x_2 = np.empty_like(x)
    for i in range(length):
        x_2_dot[i] = x_dot[i] * operand[i]
        x_2[i] = x[i] * operand[i]
    r_dot = np.empty(max(order + 1, 0))
    r = np.empty(max(order + 1, 0))
    for k in range(order + 1):
        operand_2_dot = x_2_dot[: len(x_2) - k]
        operand_2 = x_2[: len(x_2) - k]
        operand_3_dot = x_2_dot[k:]
        operand_3 = x_2[k:]
        if len(operand_2) != len(operand_3):
            raise ValueError("operands have different shapes")
        r_dot[k] = operand_2_dot @ operand_3 + operand_2 @ operand_3_dot
        r[k] = operand_2 @ operand_3
    A = np.arange(order)
    r_taken_dot = np.empty((len(A), len(A)))
    r_taken = np.empty((len(A), len(A)))
    for i in range(len(A)):
        for j in range(len(A)):
            lag = np.abs(A[i] - A[j])
            r_taken_dot[i, j] = r_dot[lag]
            r_taken[i, j] = r[lag]
    b_dot = r_dot[1:]
    b = r[1:]
    a, a_dot = solution_tangent(r_taken, b, r_taken_dot, b_dot)
    if len(a) != len(r[1:]):
        raise ValueError("a and r[1:] have different shapes")
    gain = np.sqrt(r[0] - a @ r[1:])
    gain_dot = (r_dot[0] - (a_dot @ r[1:] + a @ r_dot[1:])) / (2.0 * gain)
    arrays_0_2_dot = np.array([gain_dot])
    arrays_0_2 = np.array([gain])
    length_2 = a.shape[0] + arrays_0_2.shape[0]
    whole_2_dot = np.zeros(length_2)
    whole_2 = np.empty(length_2)
    stop_2 = a.shape[0]
    whole_2_dot[:stop_2] = a_dot
    whole_2[:stop_2] = a
    start_2 = a.shape[0]
    whole_2_dot[start_2:] = arrays_0_2_dot
    whole_2[start_2:] = arrays_0_2
    return whole_2, whole_2_dot
