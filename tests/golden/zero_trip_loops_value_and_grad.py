import numpy as np


def zero_trip_loops_value_and_grad(x, n):
    """The value of zero_trip_loops, and its gradient with respect to x."""
    # forward sweep: saves s
    s = x[0] * x[0]
    s_saved = np.empty(n)
    for i in range(n):
        s_saved[i] = s
        s = s * x[i] * 7.0
    s_saved_2 = np.empty(3)
    for j in range(3):
        for i in range(n, n - j - 1):
            s = s + 100.0 * x[i]
        s_saved_2[j] = s
        s = s * x[1]
    s_saved_3 = []
    while s > 1000000.0:
        s_saved_3.append(s)
        s = s / x[0]
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for trip in range(len(s_saved_3)):
        s = s_saved_3.pop()
        s_bar = s_bar / x[0]
        x_bar[0] -= s * s_bar / x[0]
    for j in range(2, -1, -1):
        x_bar[1] += s_saved_2[j] * s_bar
        s_bar = x[1] * s_bar
        for i in range(n, n - j - 1):
            x_bar[i] += 100.0 * s_bar
    for i in range(n - 1, -1, -1):
        x_bar[i] += 7.0 * s_saved[i] * s_bar
        s_bar = 7.0 * x[i] * s_bar
    x_bar[0] += 2.0 * x[0] * s_bar
    return value, x_bar
