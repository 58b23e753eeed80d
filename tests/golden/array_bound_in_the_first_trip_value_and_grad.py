import numpy as np


def array_bound_in_the_first_trip_value_and_grad(x):
    """The value of array_bound_in_the_first_trip, and its gradient with respect to
    x.
    """
    # forward sweep: saves u and u_bar
    n = 0
    trips = 0
    u = np.empty(0)
    u_bar = np.empty(0)
    u_saved = []
    u_bar_saved = []
    u_saved_2 = []
    u_bar_saved_2 = []
    while n < 3:
        trips += 1
        if n == 0:
            u_saved.append(u)
            u_bar_saved.append(u_bar)
            u = x * 1.5
            u_bar = np.zeros_like(u)
        else:
            if u.shape != x.shape:
                raise ValueError("u and x have different shapes")
            u_saved_2.append(u)
            u_bar_saved_2.append(u_bar)
            u = u * x
            u_bar = np.zeros_like(u)
        n += 1
    value = np.sum(u)

    # reverse sweep
    x_bar = np.zeros_like(x)
    u_bar += 1.0
    for trip in range(trips):
        n -= 1
        if n == 0:
            u_new_bar = u_bar
            u = u_saved.pop()
            u_bar = u_bar_saved.pop()
            x_bar += 1.5 * u_new_bar
        else:
            u_new_bar = u_bar
            u = u_saved_2.pop()
            u_bar = u_bar_saved_2.pop()
            u_bar += x * u_new_bar
            x_bar += u * u_new_bar
    return value, x_bar
