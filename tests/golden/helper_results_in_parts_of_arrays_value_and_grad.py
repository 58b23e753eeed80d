import numpy as np


def bent(a, b):
    return a * np.sin(a) * b


def bent_adjoint(a, b, result_bar):
    """The adjoints of a and b in bent."""
    # forward sweep
    sin_a = np.sin(a)

    # reverse sweep
    a_bar = sin_a * b * result_bar + np.cos(a) * a * b * result_bar
    return a_bar, a * sin_a * result_bar


def bent_adjoint_2(a, b, result_bar):
    """The adjoint of a in bent."""
    return np.sin(a) * b * result_bar + np.cos(a) * a * b * result_bar


def tamed(row):
    out = np.empty_like(row)
    for i in range(len(row)):
        out[i] = row[i] * row[i] / (1.0 + row[i] * row[i])
    return out


def tamed_adjoint(row, result_bar, row_bar):
    """The adjoint of row is added to row_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(row)):
        quotient = row[i] * row[i] / (1.0 + row[i] * row[i])
        numerator_bar = result_bar[i] / (1.0 + row[i] * row[i])
        row_bar[i] += (2.0 * row[i] - 2.0 * row[i] * quotient) * numerator_bar


def helper_results_in_parts_of_arrays_value_and_grad(x, steps):
    """The value of helper_results_in_parts_of_arrays, and its gradient with respect
    to x.
    """
    # forward sweep: saves w and u
    u = x.copy()
    w = np.zeros((2, 5))
    w_saved = np.empty((steps, 4))
    w_saved_2 = []
    u_saved = np.empty((steps, 4))
    u_saved_2 = np.empty(steps)
    u_saved_3 = []
    w_saved_3 = np.empty((steps, len(x)))
    for s in range(steps):
        for i in range(1, 4):
            w_saved[s, i] = w[0, i]
            w[0, i] = bent(u[i], u[i - 1])
        tamed_result = tamed(w[0, 1:4])
        if len(w[1, 1:4]) != len(tamed_result):
            raise ValueError("w[1, 1:4] and tamed_result have different shapes")
        w_saved_2.append(w[1, 1:4].copy())
        w[1, 1:4] = tamed_result
        for i in range(4):
            u_saved[s, i] = u[i]
            u[i] += w[0, i] * w[0, i + 1] - 0.1 * w[1, i]
        u_saved_2[s] = u[s]
        u[s] = bent(u[s], 1.5)
        tamed_result_2 = tamed(u[1:4])
        if len(u[1:4]) != len(tamed_result_2):
            raise ValueError("u[1:4] and tamed_result have different shapes")
        u_saved_3.append(u[1:4].copy())
        u[1:4] = tamed_result_2
        tamed_result_3 = tamed(u)
        if len(w[1]) != len(tamed_result_3):
            raise ValueError("w[1] and tamed_result have different shapes")
        for i in range(len(x)):
            w_saved_3[s, i] = w[1, i]
            w[1, i] = tamed_result_3[i]
    if u.shape != w[0].shape:
        raise ValueError("u and w[0] have different shapes")
    total = 0.0
    total_2 = 0.0
    for i in range(len(x)):
        total += u[i] * w[0, i]
        total_2 += w[1, i]

    # reverse sweep
    u_bar = np.empty_like(u)
    w_bar = np.zeros_like(w)
    for i in range(len(x)):
        w_bar[1, i] += 1.0
        u_bar[i] = w[0, i]
        w_bar[0, i] += u[i]
    for s in range(steps - 1, -1, -1):
        tamed_result_3_bar = np.empty_like(tamed_result_3)
        for i in range(len(x)):
            w[1, i] = w_saved_3[s, i]
            tamed_result_3_bar[i] = w_bar[1, i]
            w_bar[1, i] = 0.0
        tamed_adjoint(u, tamed_result_3_bar, u_bar)
        u[1:4] = u_saved_3.pop()
        tamed_result_2_bar = u_bar[1:4].copy()
        u_bar[1:4] = 0.0
        tamed_adjoint(u[1:4], tamed_result_2_bar, u_bar[1:4])
        u[s] = u_saved_2[s]
        u_bar[s] = bent_adjoint_2(u[s], 1.5, u_bar[s])
        for i in range(4):
            u[i] = u_saved[s, i]
            w_bar[0, i] += w[0, i + 1] * u_bar[i]
            w_bar[0, i + 1] += w[0, i] * u_bar[i]
            w_bar[1, i] -= 0.1 * u_bar[i]
        w[1, 1:4] = w_saved_2.pop()
        tamed_result_bar = w_bar[1, 1:4].copy()
        w_bar[1, 1:4] = 0.0
        tamed_adjoint(w[0, 1:4], tamed_result_bar, w_bar[0, 1:4])
        for i in range(1, 4):
            w[0, i] = w_saved[s, i]
            u_bar_part, u_bar_part_2 = bent_adjoint(u[i], u[i - 1], w_bar[0, i])
            u_bar[i] += u_bar_part
            u_bar[i - 1] += u_bar_part_2
            w_bar[0, i] = 0.0
    return total + total_2, u_bar
