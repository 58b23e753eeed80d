import numpy as np


def augmented_elements_value_and_grad(x):
    """The value of augmented_elements, and its gradient with respect to x."""
    # forward sweep: saves y
    y = np.ones(2)
    y_saved = np.empty(len(x))
    y_saved_2 = np.empty(len(x))
    y_saved_3 = np.empty(len(x))
    y_saved_4 = np.empty(len(x))
    for i in range(len(x)):
        y_saved[i] = y[i % 2]
        y[i % 2] += x[i] * x[i]
        y_saved_2[i] = y[0]
        y[0] *= x[i]
        y_saved_3[i] = y[1]
        y[1] /= 1.0 + y[0] * y[0]
        y_saved_4[i] = y[i // 2]
        y[i // 2] -= x[0]
    value = y[0] * y[1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    for i in range(len(x) - 1, -1, -1):
        y[i // 2] = y_saved_4[i]
        x_bar[0] -= y_bar[i // 2]
        y[1] = y_saved_3[i]
        numerator_bar = y_bar[1] / (1.0 + y[0] * y[0])
        y_bar[1] = numerator_bar
        y_bar[0] -= 2.0 * y[0] * y[1] * numerator_bar / (1.0 + y[0] * y[0])
        y[0] = y_saved_2[i]
        y_part_bar = y_bar[0]
        y_bar[0] = x[i] * y_part_bar
        x_bar[i] += y[0] * y_part_bar
        y[i % 2] = y_saved[i]
        x_bar[i] += 2.0 * x[i] * y_bar[i % 2]
    return value, x_bar
