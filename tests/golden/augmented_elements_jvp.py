import numpy as np


def augmented_elements_jvp(x, x_dot):
    """The value of augmented_elements, and its derivative in the direction x_dot."""
    y_dot = np.zeros(2)
    y = np.ones(2)
    for i in range(len(x)):
        y_dot[i % 2] += x_dot[i] * x[i] + x[i] * x_dot[i]
        y[i % 2] += x[i] * x[i]
        y_dot[0] = y_dot[0] * x[i] + y[0] * x_dot[i]
        y[0] *= x[i]
        term = y[1] * (y_dot[0] * y[0] + y[0] * y_dot[0]) / (1.0 + y[0] * y[0])
        factor = y_dot[1] - term
        y_dot[1] = factor / (1.0 + y[0] * y[0])
        y[1] /= 1.0 + y[0] * y[0]
        y_dot[i // 2] -= x_dot[0]
        y[i // 2] -= x[0]
    return y[0] * y[1], y_dot[0] * y[1] + y[0] * y_dot[1]
