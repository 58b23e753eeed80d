import math

import numpy as np


def powers_of_arrays_value_and_grad(x, y, n):
    """The value of powers_of_arrays, and its gradient with respect to x and y."""
    # forward sweep
    power = x**n
    power_2 = x**y
    power_3 = y**x
    power_4 = x**x
    value = np.sum(power) + np.sum(power_2) + np.sum(power_3) + np.sum(power_4)

    # reverse sweep
    power_bar = np.zeros_like(power)
    power_2_bar = np.zeros_like(power_2)
    power_3_bar = np.zeros_like(power_3)
    power_4_bar = np.zeros_like(power_4)
    power_bar += 1.0
    power_2_bar += 1.0
    power_3_bar += 1.0
    power_4_bar += 1.0
    x_bar = x * x ** np.where(x == 0.0, 1.0, x - 1.0) * power_4_bar
    x_bar += power_4 * np.log(np.where(x == 0.0, 1.0, x)) * power_4_bar
    y_bar = np.sum(x * y ** np.where(x == 0.0, 1.0, x - 1.0) * power_3_bar)
    x_bar += (
        power_3
        * (math.log(y) if y > 0.0 else 0.0 if y == 0.0 else math.nan)
        * power_3_bar
    )
    x_bar += y * x ** (y - 1.0 if y != 0.0 else 0.0) * power_2_bar
    y_bar += np.sum(power_2 * np.log(np.where(x == 0.0, 1.0, x)) * power_2_bar)
    x_bar += n * x ** (n - 1 if n != 0 else 0) * power_bar
    return value, x_bar, y_bar
