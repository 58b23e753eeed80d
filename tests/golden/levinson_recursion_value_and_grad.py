import numpy as np


def levinson_recursion_value_and_grad(r):
    """The value of levinson_recursion, and its gradient with respect to r."""
    # forward sweep: saves error, a and reflection
    order = len(r) - 1
    a = np.zeros(order + 1)
    previous = np.empty((order + 1, order + 1))
    a[0] = 1.0
    error = r[0]
    error_saved = np.empty(order + 1)
    a_saved = []
    reflection_saved = np.empty(order + 1)
    for m in range(1, order + 1):
        reflection = r[m]
        for i in range(1, m):
            reflection += a[i] * r[m - i]
        reflection_saved[m] = reflection
        reflection = -reflection / error
        for i in range(order + 1):
            previous[m, i] = a[i]
        for i in range(1, m):
            a_saved.append(a[i])
            a[i] = previous[m, i] + reflection * previous[m, m - i]
        a[m] = reflection
        error_saved[m] = error
        error *= 1.0 - reflection * reflection
    value = error + a[1] * a[order]

    # reverse sweep
    r_bar = np.zeros_like(r)
    a_bar = np.zeros_like(a)
    error_bar = 1.0
    a_bar[1] += a[order]
    a_bar[order] += a[1]
    previous_bar = np.zeros(order + 1)
    for m in range(order, 0, -1):
        error = error_saved[m]
        reflection = -reflection_saved[m] / error
        reflection_bar = a_bar[m] - 2.0 * reflection * error * error_bar
        error_bar = (1.0 - reflection * reflection) * error_bar
        a_bar[m] = 0.0
        for i in range(m - 1, 0, -1):
            a[i] = a_saved.pop()
            previous_bar[i] += a_bar[i]
            reflection_bar += previous[m, m - i] * a_bar[i]
            previous_bar[m - i] += reflection * a_bar[i]
            a_bar[i] = 0.0
        for i in range(order + 1):
            a_bar[i] += previous_bar[i]
            previous_bar[i] = 0.0
        numerator_bar = reflection_bar / error
        reflection_bar = -numerator_bar
        error_bar -= reflection * numerator_bar
        for i in range(1, m):
            a_bar[i] += r[m - i] * reflection_bar
            r_bar[m - i] += a[i] * reflection_bar
        r_bar[m] += reflection_bar
    r_bar[0] += error_bar
    return value, r_bar
