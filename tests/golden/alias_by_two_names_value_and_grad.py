import numpy as np


def alias_by_two_names_value_and_grad(x):
    """The value of alias_by_two_names, and its gradient with respect to x."""
    # forward sweep: saves y and z
    y = np.zeros(3)
    z = y
    for i in range(3):
        z[i] = x[i] * x[i]
    s = y[0] * y[1]
    y_saved = y[1]
    y[1] = s
    z_saved = z[0]
    z[0] = y[1] * z[2]
    value = y[0] * z[1] + y[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += z[1]
    y_bar[1] += y[0]
    y_bar[2] += 1.0
    z[0] = z_saved
    z_part_bar = y_bar[0]
    y_bar[0] = 0.0
    y_bar[1] += z[2] * z_part_bar
    y_bar[2] += y[1] * z_part_bar
    y[1] = y_saved
    s_bar = y_bar[1]
    y_bar[1] = 0.0
    y_bar[0] += y[1] * s_bar
    y_bar[1] += y[0] * s_bar
    for i in range(3):
        x_bar[i] += 2.0 * x[i] * y_bar[i]
    return value, x_bar
