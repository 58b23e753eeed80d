import numpy as np


def elementwise_array_arithmetic_jvp(x, y, x_dot, y_dot):
    """The value of elementwise_array_arithmetic, and its derivative in the direction
    x_dot, y_dot.
    """
    if x.shape != y.shape:
        raise ValueError("x and y have different shapes")
    z_dot = np.zeros_like(x)
    z = np.empty_like(x)
    w_dot = np.zeros_like(x)
    w = np.empty_like(x)
    for i in range(len(x)):
        quotient = y[i] / (1.0 + x[i] ** 2)
        quotient_dot = (y_dot[i] - 2.0 * quotient * x[i] * x_dot[i]) / (1.0 + x[i] ** 2)
        z_dot[i] = x_dot[i] * y[i] + x[i] * y_dot[i] - quotient_dot
        z[i] = x[i] * y[i] - quotient
        exponential = np.exp(-x[i])
        w_dot[i] = np.cos(z[i]) * z_dot[i] - 2.0 * exponential * x_dot[i]
        w[i] = np.sin(z[i]) + exponential * 2.0
    w_new_dot = np.zeros_like(w)
    w_new = np.empty_like(w)
    for i in range(len(w)):
        w_new_dot[i] = z_dot[i] - w_dot[i]
        w_new[i] = -w[i] + z[i]
    w = w_new
    total_dot = 0.0
    total = 0.0
    for i in range(len(w)):
        term = (w_new_dot[i] * w[i] + w[i] * w_new_dot[i]) * x[i]
        total_dot += term + w[i] * w[i] * x_dot[i]
        total += w[i] * w[i] * x[i]
    return total, total_dot
