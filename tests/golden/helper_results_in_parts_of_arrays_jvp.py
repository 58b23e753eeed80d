import numpy as np


def bent_tangent(a, b, a_dot, b_dot):
    """bent and its tangent."""
    sin_a = np.sin(a)
    value_dot = (a_dot * sin_a + a * np.cos(a) * a_dot) * b + a * sin_a * b_dot
    return a * sin_a * b, value_dot


def bent_tangent_2(a, b, a_dot):
    """bent and its tangent."""
    sin_a = np.sin(a)
    return a * sin_a * b, (a_dot * sin_a + a * np.cos(a) * a_dot) * b


def tamed_tangent(row, row_dot):
    """tamed and its tangent."""
    out_dot = np.empty_like(row)
    out = np.empty_like(row)
    for i in range(len(row)):
        quotient = row[i] * row[i] / (1.0 + row[i] * row[i])
        factor = (
            row_dot[i] * row[i]
            + row[i] * row_dot[i]
            - quotient * (row_dot[i] * row[i] + row[i] * row_dot[i])
        )
        quotient_dot = factor / (1.0 + row[i] * row[i])
        out_dot[i] = quotient_dot
        out[i] = quotient
    return out, out_dot


def helper_results_in_parts_of_arrays_jvp(x, steps, x_dot):
    """The value of helper_results_in_parts_of_arrays, and its derivative in the
    direction x_dot.
    """
    u_dot = x_dot.copy()
    u = x.copy()
    w_dot = np.zeros((2, 5))
    w = np.zeros((2, 5))
    for s in range(steps):
        for i in range(1, 4):
            w[0, i], w_dot[0, i] = bent_tangent(u[i], u[i - 1], u_dot[i], u_dot[i - 1])
        tamed_result, tamed_result_dot = tamed_tangent(w[0, 1:4], w_dot[0, 1:4])
        if len(w[1, 1:4]) != len(tamed_result):
            raise ValueError("w[1, 1:4] and tamed_result have different shapes")
        w_dot[1, 1:4] = tamed_result_dot
        w[1, 1:4] = tamed_result
        for i in range(4):
            u_dot[i] += (
                w_dot[0, i] * w[0, i + 1]
                + w[0, i] * w_dot[0, i + 1]
                - 0.1 * w_dot[1, i]
            )
            u[i] += w[0, i] * w[0, i + 1] - 0.1 * w[1, i]
        u[s], u_dot[s] = bent_tangent_2(u[s], 1.5, u_dot[s])
        tamed_result_2, tamed_result_2_dot = tamed_tangent(u[1:4], u_dot[1:4])
        if len(u[1:4]) != len(tamed_result_2):
            raise ValueError("u[1:4] and tamed_result have different shapes")
        u_dot[1:4] = tamed_result_2_dot
        u[1:4] = tamed_result_2
        tamed_result_3, tamed_result_3_dot = tamed_tangent(u, u_dot)
        if len(w[1]) != len(tamed_result_3):
            raise ValueError("w[1] and tamed_result have different shapes")
        for i in range(len(x)):
            w_dot[1, i] = tamed_result_3_dot[i]
            w[1, i] = tamed_result_3[i]
    if u.shape != w[0].shape:
        raise ValueError("u and w[0] have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(x)):
        total_dot += u_dot[i] * w[0, i] + u[i] * w_dot[0, i]
        total += u[i] * w[0, i]
        total_2_dot += w_dot[1, i]
        total_2 += w[1, i]
    return total + total_2, total_dot + total_2_dot
