import numpy as np


def elementwise_array_arithmetic_value_and_grad(x, y):
    """The value of elementwise_array_arithmetic, and its gradient with respect to x
    and y.
    """
    # forward sweep
    if x.shape != y.shape:
        raise ValueError("x and y have different shapes")
    z = np.empty_like(x)
    w = np.empty_like(x)
    for i in range(len(x)):
        z[i] = x[i] * y[i] - y[i] / (1.0 + x[i] ** 2)
        w[i] = np.sin(z[i]) + np.exp(-x[i]) * 2.0
    w_new = np.empty_like(w)
    for i in range(len(w)):
        w_new[i] = -w[i] + z[i]
    total = 0.0
    for i in range(len(w_new)):
        total += w_new[i] * w_new[i] * x[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    w_new_bar = np.zeros_like(w_new)
    for i in range(len(w_new)):
        w_new_bar[i] += 2.0 * w_new[i] * x[i]
        x_bar[i] += w_new[i] * w_new[i]
    z_bar = np.zeros_like(z)
    w_bar = np.zeros_like(w)
    for i in range(len(w)):
        w_bar[i] -= w_new_bar[i]
        z_bar[i] += w_new_bar[i]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        z_bar[i] += np.cos(z[i]) * w_bar[i]
        x_bar[i] += y[i] * z_bar[i] - 2.0 * np.exp(-x[i]) * w_bar[i]
        numerator_bar = -z_bar[i] / (1.0 + x[i] ** 2)
        y_bar[i] += x[i] * z_bar[i] + numerator_bar
        x_bar[i] -= 2.0 * x[i] * y[i] * numerator_bar / (1.0 + x[i] ** 2)
    return total, x_bar, y_bar
