import numpy as np


def negative_indices_value_and_grad(x, a):
    """The value of negative_indices, and its gradient with respect to x and a."""
    # forward sweep: saves y
    y = x.copy()
    y_saved = y[-1]
    y[-1] = y[-2] * y[-3]
    y_saved_2 = y[-3]
    y[-3] *= y[-1]
    if y[:-1].shape != a[-1].shape:
        raise ValueError("y[:-1] and a[-1] have different shapes")
    y_saved_3 = np.empty(len(x))
    for i in range(len(x) - 1):
        y_saved_3[i] = y[i]
        y[i] += a[-1, i]
    value = y[-1] * a[-2, -1] + y[0] * y[-2] + y[-3:][0]

    # reverse sweep
    a_bar = np.zeros_like(a)
    y_bar = np.zeros_like(y)
    y_bar[-1] += a[-2, -1]
    a_bar[-2, -1] += y[-1]
    y_bar[0] += y[-2]
    y_bar[-2] += y[0]
    y_bar[-3:][0] += 1.0
    for i in range(len(x) - 1):
        y[i] = y_saved_3[i]
        a_bar[-1, i] += y_bar[i]
    y[-3] = y_saved_2
    y_part_bar = y_bar[-3]
    y_bar[-3] = y[-1] * y_part_bar
    y_bar[-1] += y[-3] * y_part_bar
    y[-1] = y_saved
    y_part_bar = y_bar[-1]
    y_bar[-1] = 0.0
    y_bar[-2] += y[-3] * y_part_bar
    y_bar[-3] += y[-2] * y_part_bar
    return value, y_bar, a_bar
