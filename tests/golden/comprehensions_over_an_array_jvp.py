import math

import numpy as np


def comprehensions_over_an_array_jvp(x, weights, x_dot, weights_dot):
    """The value of comprehensions_over_an_array, and its derivative in the direction
    x_dot, weights_dot.
    """
    squares_dot = np.empty(len(x))
    squares = np.empty(len(x))
    for k_2 in range(len(x)):
        v_dot = x_dot[k_2]
        v = x[k_2]
        sin_v = math.sin(v)
        squares_dot[k_2] = math.cos(v) * v_dot * v + sin_v * v_dot
        squares[k_2] = sin_v * v
    total_dot = 0.0
    total = 0
    for k_3 in range(min(len(weights), len(squares))):
        w = weights[k_3]
        s = squares[k_3]
        total_dot += weights_dot[k_3] * s + w * squares_dot[k_3]
        total += w * s
    powers_0 = total**1
    powers_1_dot = 2.0 * total * total_dot
    powers_1 = total**2
    powers_2_dot = 3.0 * total**2 * total_dot
    powers_2 = total**3
    term = (
        powers_2_dot
        if powers_2 > max(powers_0, powers_1)
        else powers_1_dot
        if powers_1 > powers_0
        else total_dot
    )
    value_dot = term + (total_dot * powers_1 + powers_0 * powers_1_dot)
    value = max(max(powers_0, powers_1), powers_2) + powers_0 * powers_1
    return value, value_dot
