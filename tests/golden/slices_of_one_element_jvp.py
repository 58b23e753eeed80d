import numpy as np


def slices_of_one_element_jvp(x, k, x_dot):
    """The value of slices_of_one_element, and its derivative in the direction x_dot."""
    y_dot = x_dot * x[k : k + 1] + x * x_dot[k : k + 1]
    y = x * x[k : k + 1]
    y_dot -= x_dot[-1:]
    y -= x[-1:]
    quotient = np.array([x[0]]) / (x * x + 1.0)
    factor = np.array([x_dot[0]]) - quotient * (x_dot * x + x * x_dot)
    quotient_dot = factor / (x * x + 1.0)
    value = np.sum(y * x[:1]) + np.sum(quotient)
    return value, np.sum(y_dot * x[:1] + y * x_dot[:1]) + np.sum(quotient_dot)
