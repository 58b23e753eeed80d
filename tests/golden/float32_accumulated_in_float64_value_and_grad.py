import numpy as np


def float32_accumulated_in_float64_value_and_grad(x):
    """The value of float32_accumulated_in_float64, and its gradient with respect to
    x.
    """
    s = 0.0
    x_bar = np.empty_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        value = float(x[i])
        s += value * value * (i + 1)
        x_bar[i] = 2.0 * value * (i + 1)
    return s, x_bar
