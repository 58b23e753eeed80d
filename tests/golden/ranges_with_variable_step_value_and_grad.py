import math

import numpy as np


def ranges_with_variable_step_value_and_grad(x, step):
    """The value of ranges_with_variable_step, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 1.0
    s_saved = []
    for i in range(0, len(x), step):
        s_saved.append(s)
        s = s * x[i] + 0.3
    s_saved_2 = []
    for i in range(len(x) - 1, 0, -step):
        s_saved_2.append(s)
        s += math.sin(s * x[i])
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(
        len(x) - 1 + (len(range(len(x) - 1, 0, -step)) - 1) * -step,
        len(x) - 1 - -step,
        step,
    ):
        s = s_saved_2.pop()
        product_bar = math.cos(s * x[i]) * s_bar
        x_bar[i] += s * product_bar
        s_bar += x[i] * product_bar
    for i in range((len(range(0, len(x), step)) - 1) * step, 0 - step, -step):
        x_bar[i] += s_saved.pop() * s_bar
        s_bar = x[i] * s_bar
    return value, x_bar
