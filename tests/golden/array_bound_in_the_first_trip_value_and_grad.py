import numpy as np


def array_bound_in_the_first_trip_value_and_grad(x):
    """The value of array_bound_in_the_first_trip, and its gradient with respect to
    x.
    """
    # forward sweep: saves u
    n = 0
    trips = 0
    u = np.empty(0)
    u_saved = []
    u_saved_2 = []
    while n < 3:
        trips += 1
        if n == 0:
            u_saved.append(u)
            u = np.empty_like(x)
            for i in range(len(x)):
                u[i] = x[i] * 1.5
        else:
            if len(u) != len(x):
                raise ValueError("u and x have different shapes")
            u_new = np.empty_like(u)
            for i in range(len(u)):
                u_new[i] = u[i] * x[i]
            u_saved_2.append(u)
            u = u_new
        n += 1
    total = 0.0
    for i in range(len(u)):
        total += u[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    u_bar = np.empty_like(u)
    for i in range(len(u)):
        u_bar[i] = 1.0
    for trip in range(trips):
        n -= 1
        if n == 0:
            for i in range(len(x)):
                x_bar[i] += 1.5 * u_bar[i]
            u = u_saved.pop()
            u_bar = np.zeros_like(u)
        else:
            u = u_saved_2.pop()
            u_new_bar = u_bar
            u_bar = np.empty_like(u)
            for i in range(len(u)):
                u_bar[i] = x[i] * u_new_bar[i]
                x_bar[i] += u[i] * u_new_bar[i]
    return total, x_bar
