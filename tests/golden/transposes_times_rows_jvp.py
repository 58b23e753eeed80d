import numpy as np


def transposes_times_rows_jvp(x, r, x_dot, r_dot):
    """The value of transposes_times_rows, and its derivative in the direction x_dot,
    r_dot.
    """
    if x.shape[0] != len(r):
        raise ValueError("x and r have different shapes")
    term = np.sum(x_dot[:, ::-1].T * r + x[:, ::-1].T * r_dot)
    total_dot = np.sum(x_dot.T * r + x.T * r_dot) + term
    total = np.sum(x.T * r) + np.sum(x[:, ::-1].T * r)
    y_dot = x_dot.T
    y = x.T
    total_dot += np.sum(2.0 * (y - r) * (y_dot - r_dot)) + np.sum(r_dot - x_dot.T)
    total += np.sum((y - r) ** 2) + np.sum(r - x.T)
    sine_dot = np.cos(x.T) * x_dot.T
    sine = np.sin(x.T)
    value = total + np.sum(sine * r)
    return value, total_dot + np.sum(sine_dot * r + sine * r_dot)
