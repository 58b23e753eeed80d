import numpy as np


def array_scaled_then_added_to_in_a_loop_value_and_grad(x, a):
    """The value of array_scaled_then_added_to_in_a_loop, and its gradient with
    respect to x and a.
    """
    # forward sweep: saves c
    c = np.empty_like(a)
    c_saved = np.empty(len(a))
    for i in range(len(a)):
        c[i] = a[i] * x
        c_saved[i] = c[i]
        c[i] *= x
    c_saved_2 = np.empty(3)
    for i in range(3):
        c_saved_2[i] = c[i]
        c[i] += x * i
    total = 0.0
    for i in range(len(a)):
        total += c[i] * a[i]

    # reverse sweep
    a_bar = np.empty_like(a)
    c_bar = np.empty_like(c)
    for i in range(len(a)):
        c_bar[i] = a[i]
        a_bar[i] = c[i]
    x_bar = 0.0
    for i in range(3):
        c[i] = c_saved_2[i]
        x_bar += i * c_bar[i]
    for i in range(len(a)):
        c[i] = c_saved[i]
        c_i_bar = c_bar[i]
        c_bar[i] = x * c_i_bar
        a_bar[i] += x * c_bar[i]
        x_bar += c[i] * c_i_bar + a[i] * c_bar[i]
    return total, x_bar, a_bar
