import numpy as np


def slice_assignment_value_and_grad(x):
    """The value of slice_assignment, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.zeros(6)
    if len(y[0:3]) != len(x):
        raise ValueError("y[0:3] and x have different shapes")
    y[0:3] = x * x
    if len(y[3:]) != len(y[:3]):
        raise ValueError("y[3:] and y[:3] have different shapes")
    y_saved = y[3:].copy()
    y[3:] = (y[:3] * x[0]).copy()
    s = y[1] * y[4]
    y_saved_2 = y[1:3].copy()
    y[1:3] = 0.5
    y_saved_3 = y.copy()
    y[:] = (y * y[5]).copy()
    value = s + y[0] * y[1] + y[3]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    y_bar[3] += 1.0
    y[:] = y_saved_3
    y_part_bar = y_bar[:].copy()
    y_bar[:] = 0.0
    y_bar += y[5] * y_part_bar
    y_bar[5] += np.sum(y * y_part_bar)
    y[1:3] = y_saved_2
    y_bar[1:3] = 0.0
    y_bar[1] += y[4]
    y_bar[4] += y[1]
    y[3:] = y_saved
    y_part_bar = y_bar[3:].copy()
    y_bar[3:] = 0.0
    y_bar[:3] += x[0] * y_part_bar
    x_bar[0] += np.sum(y[:3] * y_part_bar)
    product_bar = y_bar[0:3]
    x_bar += 2.0 * x * product_bar
    return value, x_bar
