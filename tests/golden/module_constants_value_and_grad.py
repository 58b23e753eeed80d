import math

import numpy as np


def module_constants_value_and_grad(x, GRAVITY, OFFSET, NODES):
    """The value of module_constants, and its gradient with respect to x."""
    # forward sweep
    s = GRAVITY * x[0] / OFFSET
    for k in range(len(NODES)):
        s += NODES[k] * x[k] * x[k]
    place = 0
    weight = 1.0
    s += weight * math.sin(x[place])
    s += -0.5 * math.sin(x[2])
    s += 0.25 * math.sin(x[1])

    # reverse sweep
    x_bar = np.zeros_like(x)
    x_bar[1] -= 0.125 * math.cos(x[1])
    x_bar[2] += 0.25 * math.cos(x[2])
    x_bar[place] -= 0.5 * math.cos(x[place]) * weight
    for k in range(len(NODES)):
        x_bar[k] -= NODES[k] * x[k]
    x_bar[0] -= 0.5 * GRAVITY / OFFSET
    return s * -0.5, x_bar
