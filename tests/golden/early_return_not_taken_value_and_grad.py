import math

import numpy as np


def early_return_not_taken_value_and_grad(x):
    """The value of early_return_not_taken, and its gradient with respect to x."""
    # forward sweep: saves s
    returned = False
    if len(x) == 0:
        result = 0.0
    else:
        s = x[0]
        trips = 0
        s_saved = []
        for i in range(len(x)):
            trips += 1
            if x[i] > 100.0:
                result = x[i]
                returned = True
                break
            else:
                s_saved.append(s)
                s = s * x[i] + 1.0
                if s < -100.0:
                    result = s * s
                    returned = True
                    break
        if not returned:
            if s > 50.0:
                result = 50.0 + math.log(s)
            else:
                result = math.sin(s)

    # reverse sweep
    x_bar = np.zeros_like(x)
    result_bar = 1.0
    if len(x) != 0:
        s_bar = 0.0
        if not returned:
            if s > 50.0:
                s_bar += result_bar / s
                result_bar = 0.0
            else:
                s_bar += math.cos(s) * result_bar
                result_bar = 0.0
        for i in range(trips - 1, -1, -1):
            if x[i] > 100.0:
                x_bar[i] += result_bar
                result_bar = 0.0
            else:
                if s < -100.0:
                    s_bar += 2.0 * s * result_bar
                    result_bar = 0.0
                s = s_saved.pop()
                x_bar[i] += s * s_bar
                s_bar = x[i] * s_bar
        x_bar[0] += s_bar
    return result, x_bar
