import numpy as np


def scalar_broadcast_over_an_array_value_and_grad(x, c):
    """The value of scalar_broadcast_over_an_array, and its gradient with respect to
    x and c.
    """
    # forward sweep
    total = 0.0
    for i in range(len(x)):
        y = c * x[i] + 1.0
        y_2 = c - y / c
        y_3 = c / (2.0 + y_2 * y_2)
        y_4 = y_3**2 - c
        total += y_4

    # reverse sweep
    x_bar = np.empty_like(x)
    c_bar = total

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        y = c * x[i] + 1.0
        quotient = y / c
        y_2 = c - quotient
        y_3 = c / (2.0 + y_2 * y_2)
        numerator_bar_2 = 2.0 * y_3 * c / (2.0 + y_2 * y_2)
        y_2_bar = -2.0 * y_2 * y_3 * numerator_bar_2
        numerator_bar = -y_2_bar / c
        c_bar += numerator_bar_2 - c + y_2_bar + (x[i] - quotient) * numerator_bar
        x_bar[i] = c * numerator_bar
    return total * c, x_bar, c_bar
