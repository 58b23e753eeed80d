import numpy as np


def element_overwritten_after_nonlinear_use_value_and_grad(x):
    """The value of element_overwritten_after_nonlinear_use, and its gradient with
    respect to x.
    """
    # forward sweep: saves y
    y = np.zeros(3)
    for i in range(3):
        y[i] = x[i]
    s = y[0] * y[0]
    y_saved = y[0]
    y[0] = 1.0
    for i in range(3):
        s += y[i] * y[i] * x[0]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.empty_like(y)
    for i in range(3):
        y_bar[i] = 2.0 * y[i] * x[0]
        x_bar[0] += y[i] * y[i]
    y[0] = y_saved
    y_bar[0] = 2.0 * y[0]
    for i in range(3):
        x_bar[i] += y_bar[i]
    return s, x_bar
