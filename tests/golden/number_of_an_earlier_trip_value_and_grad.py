import math

import numpy as np


def number_of_an_earlier_trip_value_and_grad(x, a):
    """The value of number_of_an_earlier_trip, and its gradient with respect to x and
    a.
    """
    # forward sweep: saves previous, s and u
    s = 0.0
    previous = 0.0
    u = 0.0
    previous_saved = np.empty((2, 3))
    s_saved = np.empty((2, 3))
    s_saved_2 = np.empty((2, 3))
    u_saved = np.empty((2, 3))
    for j in range(2):
        for k in range(3):
            if k > 0:
                s_saved[j, k] = s
                s += previous * x
            if k == 1:
                u_saved[j, k] = u
                u = s * x + a[k]
            if k == 2:
                s_saved_2[j, k] = s
                s += u * u * a[0]
            previous_saved[j, k] = previous
            previous = math.sin(x * a[k])
    value = s * previous + u

    # reverse sweep
    a_bar = np.zeros_like(a)
    s_bar = previous
    previous_bar = s
    u_bar = 1.0
    x_bar = 0.0
    for j in range(1, -1, -1):
        for k in range(2, -1, -1):
            previous = previous_saved[j, k]
            product_bar = math.cos(x * a[k]) * previous_bar
            x_bar += a[k] * product_bar
            a_bar[k] += x * product_bar
            if k == 2:
                s = s_saved_2[j, k]
                u_bar += 2.0 * u * a[0] * s_bar
                a_bar[0] += u * u * s_bar
            if k == 1:
                u = u_saved[j, k]
                s_bar += x * u_bar
                x_bar += s * u_bar
                a_bar[k] += u_bar
                u_bar = 0.0
            previous_bar = 0.0
            if k > 0:
                s = s_saved[j, k]
                previous_bar += x * s_bar
                x_bar += previous * s_bar
    return value, x_bar, a_bar
