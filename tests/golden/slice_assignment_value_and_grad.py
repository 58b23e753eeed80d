import numpy as np


def slice_assignment_value_and_grad(x):
    """The value of slice_assignment, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.zeros(6)
    if len(y[0:3]) != len(x):
        raise ValueError("y[0:3] and x have different shapes")
    term = np.empty_like(x)
    for i in range(len(x)):
        term[i] = x[i] * x[i]
    y[0:3] = term
    if len(y[3:]) != len(y[:3]):
        raise ValueError("y[3:] and y[:3] have different shapes")
    y_part = y[:3]
    x_0 = x[0]
    values = np.empty_like(y_part)
    for i in range(len(y_part)):
        values[i] = y_part[i] * x_0
    y_saved = np.empty(3)
    for i in range(3):
        y_saved[i] = y[i + 3]
        y[i + 3] = values[i]
    s = y[1] * y[4]
    y_saved_2 = y[1:3].copy()
    y[1:3] = 0.5
    y_5 = y[5]
    y_saved_3 = np.empty(6)
    for i in range(6):
        y_saved_3[i] = y[i]
        y[i] = y[i] * y_5
    value = s + y[0] * y[1] + y[3]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    y_bar[3] += 1.0
    y_5_bar = 0.0
    for i in range(6):
        y[i] = y_saved_3[i]
        y_i_bar = y_bar[i]
        y_bar[i] = y_5 * y_i_bar
        y_5_bar += y[i] * y_i_bar
    y_bar[5] += y_5_bar
    y[1:3] = y_saved_2
    y_bar[1:3] = 0.0
    y_bar[1] += y[4]
    y_bar[4] += y[1]
    values_bar = np.zeros_like(values)
    for i in range(3):
        y[i + 3] = y_saved[i]
        values_bar[i] += y_bar[i + 3]
        y_bar[i + 3] = 0.0
    y_part_bar = y_bar[:3]
    x_0_bar = 0.0
    for i in range(len(y_part)):
        y_part_bar[i] += x_0 * values_bar[i]
        x_0_bar += y_part[i] * values_bar[i]
    x_bar[0] += x_0_bar
    term_bar = y_bar[0:3].copy()
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * term_bar[i]
    return value, x_bar
