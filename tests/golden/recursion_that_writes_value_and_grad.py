import numpy as np


def descend(y, i):
    if i > 0:
        y[i - 1] = y[i - 1] * y[i] + 0.2
        descend(y, i - 1)
        y[i] *= y[0]


def descend_adjoint(y, i, y_bar):
    """The adjoint of y is added to y_bar."""
    # forward sweep: saves y
    if i > 0:
        y_saved = y[i - 1]
        y[i - 1] = y[i - 1] * y[i] + 0.2
        y_saved_2 = y.copy()
        descend(y, i - 1)
        y_saved_3 = y[i]
        y[i] *= y[0]

    # reverse sweep
    if i > 0:
        y[i] = y_saved_3
        y_i_bar = y_bar[i]
        y_bar[i] = y[0] * y_i_bar
        y_bar[0] += y[i] * y_i_bar
        y[:] = y_saved_2
        descend_adjoint(y_saved_2, i - 1, y_bar)
        y[i - 1] = y_saved
        y_part_bar = y_bar[i - 1]
        y_bar[i - 1] = y[i] * y_part_bar
        y_bar[i] += y[i - 1] * y_part_bar


def recursion_that_writes_value_and_grad(x):
    """The value of recursion_that_writes, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * 1.0
    y_saved = y.copy()
    descend(y, len(x) - 1)

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    y_bar[2] += 1.0
    descend_adjoint(y_saved, len(x) - 1, y_bar)
    for i in range(len(x)):
        x_bar[i] = y_bar[i]
    return y[0] * y[1] + y[2], x_bar
