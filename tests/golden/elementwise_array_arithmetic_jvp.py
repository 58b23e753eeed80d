import numpy as np


def elementwise_array_arithmetic_jvp(x, y, x_dot, y_dot):
    """The value of elementwise_array_arithmetic, and its derivative in the direction
    x_dot, y_dot.
    """
    if x.shape != y.shape:
        raise ValueError("x and y have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        quotient = y[i] / (1.0 + x[i] ** 2)
        quotient_dot = (y_dot[i] - 2.0 * quotient * x[i] * x_dot[i]) / (1.0 + x[i] ** 2)
        z_dot = x_dot[i] * y[i] + x[i] * y_dot[i] - quotient_dot
        z = x[i] * y[i] - quotient
        exponential = np.exp(-x[i])
        w = np.sin(z) + exponential * 2.0
        w_2_dot = z_dot - (np.cos(z) * z_dot - 2.0 * exponential * x_dot[i])
        w_2 = -w + z
        total_dot += (w_2_dot * w_2 + w_2 * w_2_dot) * x[i] + w_2 * w_2 * x_dot[i]
        total += w_2 * w_2 * x[i]
    return total, total_dot
