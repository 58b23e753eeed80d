import numpy as np


def smooth(out, x):
    for i in range(1, len(x) - 1):
        out[i] = 0.25 * x[i - 1] + 0.5 * x[i] * x[i] + 0.25 * x[i + 1]


def smooth_adjoint(x, out_bar, x_bar):
    """The adjoint of out and x is added to out_bar, x_bar."""
    for i in range(1, len(x) - 1):
        x_bar[i - 1] += 0.25 * out_bar[i]
        x_bar[i] += x[i] * out_bar[i]
        x_bar[i + 1] += 0.25 * out_bar[i]
        out_bar[i] = 0.0


def helper_that_reads_and_writes_one_array_value_and_grad(x):
    """The value of helper_that_reads_and_writes_one_array, and its gradient with
    respect to x.
    """
    # forward sweep: saves y
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * 1.0
    y_saved = np.empty(len(y))
    for i in range(1, len(y) - 1):
        y_saved[i] = y[i]
        y[i] = 0.25 * y[i - 1] + 0.5 * y[i] * y[i] + 0.25 * y[i + 1]
    y_saved_2 = y.copy()
    smooth(y, x)
    y_saved_3 = np.empty(len(y))
    for i_2 in range(1, len(y) - 1):
        y_saved_3[i_2] = y[i_2]
        y[i_2] = 0.25 * y[i_2 - 1] + 0.5 * y[i_2] * y[i_2] + 0.25 * y[i_2 + 1]
    value = y[1] * y[2] + y[3]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[1] += y[2]
    y_bar[2] += y[1]
    y_bar[3] += 1.0
    for i_2 in range(len(y) - 2, 0, -1):
        y[i_2] = y_saved_3[i_2]
        y_i_bar = y_bar[i_2]
        y_bar[i_2] = 0.0
        y_bar[i_2 - 1] += 0.25 * y_i_bar
        y_bar[i_2] += y[i_2] * y_i_bar
        y_bar[i_2 + 1] += 0.25 * y_i_bar
    y[:] = y_saved_2
    smooth_adjoint(x, y_bar, x_bar)
    for i in range(len(y) - 2, 0, -1):
        y[i] = y_saved[i]
        y_i_bar = y_bar[i]
        y_bar[i] = 0.0
        y_bar[i - 1] += 0.25 * y_i_bar
        y_bar[i] += y[i] * y_i_bar
        y_bar[i + 1] += 0.25 * y_i_bar
    for i in range(len(x)):
        x_bar[i] += y_bar[i]
    return value, x_bar
