import numpy as np


def enumerated_array_value_and_grad(x):
    """The value of enumerated_array, and its gradient with respect to x."""
    # forward sweep
    y = np.zeros(len(x))
    for i in range(len(x)):
        value = x[i]
        y[i] = value * value * (i + 1)
    s = 0.0

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.empty_like(y)

    # forward and reverse in one sweep: the iterations are independent
    for k_2 in range(len(y)):
        k = k_2 + 2
        value = y[k_2]
        s += value**k / k
        y_bar[k_2] = k * value ** (k - 1 if k != 0 else 0) / k

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        value = x[i]
        x_bar[i] = 2.0 * value * (i + 1) * y_bar[i]
    return s, x_bar
