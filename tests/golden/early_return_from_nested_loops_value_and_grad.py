import math

import numpy as np


def early_return_from_nested_loops_value_and_grad(x):
    """The value of early_return_from_nested_loops, and its gradient with respect to
    x.
    """
    # forward sweep: saves s, returned and trips
    returned = False
    s = 0.3
    trips_2 = 0
    s_saved = []
    s_saved_2 = []
    returned_saved = []
    trips_saved = []
    for i in range(len(x)):
        trips_2 += 1
        done = False
        trips = 0
        for j in range(i + 1):
            trips += 1
            s_saved.append(s)
            s = s * x[j] + 0.4
            if s > 1.3:
                result = s * s * x[i]
                returned_saved.append(returned)
                returned = True
                break
        trips_saved.append(trips)
        if returned:
            done = True
        if not returned:
            s_saved_2.append(s)
            s = s + x[i] * x[i]
        if done:
            break
    if not returned:
        result = math.sin(s)

    # reverse sweep
    x_bar = np.zeros_like(x)
    result_bar = 1.0
    s_bar = 0.0
    if not returned:
        s_bar += math.cos(s) * result_bar
        result_bar = 0.0
    for i in range(trips_2 - 1, -1, -1):
        if not returned:
            s = s_saved_2.pop()
            x_bar[i] += 2.0 * x[i] * s_bar
        trips = trips_saved.pop()
        for j in range(trips - 1, -1, -1):
            if s > 1.3:
                returned = returned_saved.pop()
                s_bar += 2.0 * s * x[i] * result_bar
                x_bar[i] += s * s * result_bar
                result_bar = 0.0
            s = s_saved.pop()
            x_bar[j] += s * s_bar
            s_bar = x[j] * s_bar
    return result, x_bar
