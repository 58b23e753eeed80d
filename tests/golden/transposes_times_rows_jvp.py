import numpy as np


def transposes_times_rows_jvp(x, r, x_dot, r_dot):
    """The value of transposes_times_rows, and its derivative in the direction x_dot,
    r_dot.
    """
    if x.shape[0] != len(r):
        raise ValueError("x and r have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    term_dot = x_dot[:, ::-1].T
    term = x[:, ::-1].T
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(term.shape[0]):
        for j in range(term.shape[1]):
            total_3_dot += term_dot[i, j] * r[j] + term[i, j] * r_dot[j]
            total_3 += term[i, j] * r[j]
    y_dot = x_dot.T
    y = x.T
    total_4_dot = 0.0
    total_4 = 0.0
    total_5_dot = 0.0
    total_5 = 0.0
    total_6_dot = 0.0
    total_6 = 0.0
    for i in range(x.shape[1]):
        for j in range(x.shape[0]):
            total_2_dot += x_dot[j, i] * r[j] + x[j, i] * r_dot[j]
            total_2 += x[j, i] * r[j]
            total_4_dot += 2.0 * (y[i, j] - r[j]) * (y_dot[i, j] - r_dot[j])
            total_4 += (y[i, j] - r[j]) ** 2
            total_5_dot += r_dot[j] - x_dot[j, i]
            total_5 += r[j] - x[j, i]
            sin_x = np.sin(x[j, i])
            total_6_dot += np.cos(x[j, i]) * x_dot[j, i] * r[j] + sin_x * r_dot[j]
            total_6 += sin_x * r[j]
    total = total_2 + total_3
    total += total_4 + total_5
    value_dot = total_2_dot + total_3_dot + total_4_dot + total_5_dot + total_6_dot
    return total + total_6, value_dot
