import numpy as np


def scalar_broadcast_over_an_array_value_and_grad(x, c):
    """The value of scalar_broadcast_over_an_array, and its gradient with respect to
    x and c.
    """
    # forward sweep
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = c * x[i] + 1.0
    y_new = np.empty_like(y)
    for i in range(len(y)):
        y_new[i] = c - y[i] / c
    y_new_2 = np.empty_like(y_new)
    for i in range(len(y_new)):
        y_new_2[i] = c / (2.0 + y_new[i] * y_new[i])
    y_new_3 = np.empty_like(y_new_2)
    for i in range(len(y_new_2)):
        y_new_3[i] = y_new_2[i] ** 2 - c
    total = 0.0
    for i in range(len(y_new_3)):
        total += y_new_3[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    c_bar = total
    y_new_3_bar = np.zeros_like(y_new_3)
    for i in range(len(y_new_3)):
        y_new_3_bar[i] += c
    y_new_2_bar = np.zeros_like(y_new_2)
    for i in range(len(y_new_2)):
        y_new_2_bar[i] += 2.0 * y_new_2[i] * y_new_3_bar[i]
        c_bar -= y_new_3_bar[i]
    y_new_bar = np.zeros_like(y_new)
    for i in range(len(y_new)):
        quotient = c / (2.0 + y_new[i] * y_new[i])
        numerator_bar = y_new_2_bar[i] / (2.0 + y_new[i] * y_new[i])
        c_bar += numerator_bar
        y_new_bar[i] -= 2.0 * y_new[i] * quotient * numerator_bar
    y_bar = np.zeros_like(y)
    for i in range(len(y)):
        numerator_bar = -y_new_bar[i] / c
        y_bar[i] += numerator_bar
        c_bar += y_new_bar[i] - y[i] * numerator_bar / c
    for i in range(len(x)):
        c_bar += x[i] * y_bar[i]
        x_bar[i] += c * y_bar[i]
    return total * c, x_bar, c_bar
