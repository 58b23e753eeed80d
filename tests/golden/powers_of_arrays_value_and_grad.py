import math

import numpy as np


def powers_of_arrays_value_and_grad(x, y, n):
    """The value of powers_of_arrays, and its gradient with respect to x and y."""
    total = 0.0
    total_2 = 0.0
    total_3 = 0.0
    total_4 = 0.0
    x_bar = np.empty_like(x)

    # forward and reverse in one sweep: the iterations are independent
    y_bar = 0.0
    for i in range(len(x)):
        total += x[i] ** n
        power = x[i] ** y
        total_2 += power
        power_2 = y ** x[i]
        total_3 += power_2
        power_3 = x[i] ** x[i]
        total_4 += power_3
        x_bar[i] = x[i] * x[i] ** (x[i] - 1.0) if x[i] != 0.0 else 0.0
        x_bar[i] += (
            power_3 * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        y_bar += x[i] * y ** (x[i] - 1.0) if x[i] != 0.0 else 0.0
        x_bar[i] += power_2 * math.log(y) if y > 0.0 else 0.0 if y == 0.0 else math.nan
        x_bar[i] += y * x[i] ** (y - 1.0) if y != 0.0 else 0.0
        y_bar += (
            power * math.log(x[i]) if x[i] > 0.0 else 0.0 if x[i] == 0.0 else math.nan
        )
        x_bar[i] += n * x[i] ** (n - 1 if n != 0 else 0)
    return total + total_2 + total_3 + total_4, x_bar, y_bar
