import numpy as np


def elementwise_array_arithmetic_value_and_grad(x, y):
    """The value of elementwise_array_arithmetic, and its gradient with respect to x
    and y.
    """
    # forward sweep
    if x.shape != y.shape:
        raise ValueError("x and y have different shapes")
    total = 0.0

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.empty_like(y)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        quotient = y[i] / (1.0 + x[i] ** 2)
        z = x[i] * y[i] - quotient
        exponential = np.exp(-x[i])
        w = np.sin(z) + exponential * 2.0
        w_2 = -w + z
        total += w_2 * w_2 * x[i]
        w_2_bar = 2.0 * w_2 * x[i]
        w_bar = -w_2_bar
        z_bar = w_2_bar + np.cos(z) * w_bar
        x_bar[i] = w_2 * w_2 - 2.0 * exponential * w_bar
        numerator_bar = -z_bar / (1.0 + x[i] ** 2)
        y_bar[i] = x[i] * z_bar + numerator_bar
        x_bar[i] += y[i] * z_bar - 2.0 * x[i] * quotient * numerator_bar
    return total, x_bar, y_bar
