import numpy as np


def float32_array_recurrence_jvp(x, x_dot):
    """The value of float32_array_recurrence, and its derivative in the direction
    x_dot.
    """
    y_dot = np.zeros_like(x)
    y = np.zeros_like(x)
    y_dot[0] = x_dot[0]
    y[0] = x[0]
    for i in range(1, len(x)):
        y_dot[i] = y_dot[i - 1] * x[i] + y[i - 1] * x_dot[i] + x_dot[i - 1]
        y[i] = y[i - 1] * x[i] + x[i - 1]
    return y[-1] * y[1], y_dot[-1] * y[1] + y[-1] * y_dot[1]
