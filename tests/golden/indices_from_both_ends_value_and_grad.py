import numpy as np


def indices_from_both_ends_value_and_grad(x):
    """The value of indices_from_both_ends, and its gradient with respect to x."""
    # forward sweep: saves y
    n = len(x)
    y = np.zeros(n)
    z = np.zeros(n)
    for i in range(-n, n):
        y[i] = x[i] * x[i] * i
    y_saved = []
    for i in range(-1, n - 1):
        z[i] = y[i] * y[i + 1]
        y_saved.append(y[i])
        y[i] = z[i] + x[i]
    total = 0.0
    for i in range(n):
        total += y[i] * z[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.empty_like(y)
    z_bar = np.empty_like(z)
    for i in range(n):
        y_bar[i] = z[i]
        z_bar[i] = y[i]
    for i in range(n - 2, -2, -1):
        y[i] = y_saved.pop()
        z_bar[i] += y_bar[i]
        x_bar[i] += y_bar[i]
        y_bar[i] = y[i + 1] * z_bar[i]
        y_bar[i + 1] += y[i] * z_bar[i]
        z_bar[i] = 0.0
    for i in range(n - 1, -n - 1, -1):
        x_bar[i] += 2.0 * x[i] * i * y_bar[i]
        y_bar[i] = 0.0
    return total, x_bar
