import numpy as np


def fill(y, x, k):
    for i in range(len(y)):
        y[i] = k * x[i] * x[i]


def fill_adjoint(x, k, y_bar, x_bar):
    """The adjoint of y and x is added to y_bar, x_bar."""
    for i in range(len(y_bar)):
        x_bar[i] += 2.0 * k * x[i] * y_bar[i]
        y_bar[i] = 0.0


def fill_adjoint_2(x, k, y_bar, x_bar):
    """The adjoint of k in fill; the adjoint of y and x is added to y_bar, x_bar."""
    k_bar = 0.0
    for i in range(len(y_bar)):
        k_bar += x[i] * x[i] * y_bar[i]
        x_bar[i] += 2.0 * k * x[i] * y_bar[i]
        y_bar[i] = 0.0
    return k_bar


def helper_that_writes_value_and_grad(x):
    """The value of helper_that_writes, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.empty(3)
    fill(y, x, 2.0)
    s = y[0] * y[1]
    y_saved = y.copy()
    fill(y, x, x[0])
    value = s + y[2] * y[1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[2] += y[1]
    y_bar[1] += y[2]
    y[:] = y_saved
    x_bar_part = fill_adjoint_2(x, x[0], y_bar, x_bar)
    x_bar[0] += x_bar_part
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    fill_adjoint(x, 2.0, y_bar, x_bar)
    return value, x_bar
