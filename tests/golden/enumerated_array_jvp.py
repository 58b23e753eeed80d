import numpy as np


def enumerated_array_jvp(x, x_dot):
    """The value of enumerated_array, and its derivative in the direction x_dot."""
    y_dot = np.empty(len(x))
    y = np.zeros(len(x))
    for i in range(len(x)):
        value_dot = x_dot[i]
        value = x[i]
        y_dot[i] = (value_dot * value + value * value_dot) * (i + 1)
        y[i] = value * value * (i + 1)
    s_dot = 0.0
    s = 0.0
    for k_2 in range(len(y)):
        k = k_2 + 2
        value = y[k_2]
        s_dot += k * value ** (k - 1 if k != 0 else 0) * y_dot[k_2] / k
        s += value**k / k
    return s, s_dot
