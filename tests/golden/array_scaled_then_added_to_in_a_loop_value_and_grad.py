import numpy as np


def array_scaled_then_added_to_in_a_loop_value_and_grad(x, a):
    """The value of array_scaled_then_added_to_in_a_loop, and its gradient with
    respect to x and a.
    """
    # forward sweep: saves c
    c = a * x
    c_saved = c.copy()
    c *= x
    c_saved_2 = np.empty(3)
    for i in range(3):
        c_saved_2[i] = c[i]
        c[i] += x * i
    value = np.sum(c * a)

    # reverse sweep
    c_bar = a.copy()
    a_bar = c.copy()
    x_bar = 0.0
    for i in range(3):
        c[i] = c_saved_2[i]
        x_bar += i * c_bar[i]
    c[:] = c_saved
    x_bar += np.sum(c * c_bar)
    c_bar *= x
    a_bar += x * c_bar
    x_bar += np.sum(a * c_bar)
    return value, x_bar, a_bar
