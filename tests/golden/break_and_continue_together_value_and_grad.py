import math

import numpy as np


def break_and_continue_together_value_and_grad(a):
    """The value of break_and_continue_together, and its gradient with respect to a."""
    # forward sweep: saves s, condition and trips
    s = 0.2
    trips_2 = 0
    s_saved = []
    s_saved_2 = []
    condition_saved = []
    trips_saved = []
    for i in range(a.shape[0]):
        trips_2 += 1
        if not a[i, 0] < 0.0:
            trips = 0
            for j in range(a.shape[1]):
                trips += 1
                if not a[i, j] > 2.0:
                    if a[i, j] < -1.0:
                        break
                    s_saved.append(s)
                    s = s + math.sin(s + a[i, j])
            trips_saved.append(trips)
            condition = s > 3.0
            condition_saved.append(condition)
            if condition:
                break
            s_saved_2.append(s)
            s = s * a[i, 0]

    # reverse sweep
    a_bar = np.zeros_like(a)
    s_bar = 1.0
    for i in range(trips_2 - 1, -1, -1):
        if not a[i, 0] < 0.0:
            condition = condition_saved.pop()
            if not condition:
                a_bar[i, 0] += s_saved_2.pop() * s_bar
                s_bar = a[i, 0] * s_bar
            trips = trips_saved.pop()
            for j in range(trips - 1, -1, -1):
                if not a[i, j] > 2.0:
                    if not a[i, j] < -1.0:
                        sum_bar = math.cos(s_saved.pop() + a[i, j]) * s_bar
                        a_bar[i, j] += sum_bar
                        s_bar = s_bar + sum_bar
    return s, a_bar
