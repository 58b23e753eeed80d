import math

import numpy as np


def comprehensions_over_an_array_value_and_grad(x, weights):
    """The value of comprehensions_over_an_array, and its gradient with respect to x
    and weights.
    """
    # forward sweep
    squares = np.empty(len(x))
    for k_2 in range(len(x)):
        v = x[k_2]
        squares[k_2] = math.sin(v) * v
    total = 0
    for k_3 in range(min(len(weights), len(squares))):
        total += weights[k_3] * squares[k_3]
    powers_0 = total**1
    powers_1 = total**2
    powers_2 = total**3
    value = max(max(powers_0, powers_1), powers_2) + powers_0 * powers_1

    # reverse sweep
    x_bar = np.empty_like(x)
    weights_bar = np.zeros_like(weights)
    max_bar = 0.0 if powers_2 > max(powers_0, powers_1) else 1.0
    powers_1_bar = (max_bar if powers_1 > powers_0 else 0.0) + powers_0
    powers_2_bar = 1.0 if powers_2 > max(powers_0, powers_1) else 0.0
    total_bar = 3.0 * total**2 * powers_2_bar + 2.0 * total * powers_1_bar
    total_bar += (0.0 if powers_1 > powers_0 else max_bar) + powers_1
    squares_bar = np.zeros_like(squares)

    # forward and reverse in one sweep: the iterations are independent
    for k_3 in range(min(len(weights), len(squares))):
        squares_bar[k_3] += weights[k_3] * total_bar
        weights_bar[k_3] += squares[k_3] * total_bar

    # forward and reverse in one sweep: the iterations are independent
    for k_2 in range(len(x)):
        v = x[k_2]
        v_bar = math.sin(v) * squares_bar[k_2] + math.cos(v) * v * squares_bar[k_2]
        x_bar[k_2] = v_bar
    return value, x_bar, weights_bar
