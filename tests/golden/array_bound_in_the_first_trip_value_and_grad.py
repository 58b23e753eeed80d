import numpy as np


def array_bound_in_the_first_trip_value_and_grad(x):
    """The value of array_bound_in_the_first_trip, and its gradient with respect to
    x.
    """
    # forward sweep: saves u, u_bar and u_new_bar
    n = 0
    trips = 0
    u = np.empty(0)
    u_bar = np.empty(0)
    u_saved = []
    u_bar_saved = []
    u_saved_2 = []
    u_bar_saved_2 = []
    u_saved_3 = []
    u_new_bar_saved = []
    while n < 3:
        trips += 1
        if n == 0:
            u_saved.append(u)
            u_bar_saved.append(u_bar)
            u = np.empty_like(x)
            u_bar = np.zeros_like(u)
            for i in range(len(x)):
                u_saved_3.append(u[i])
                u[i] = x[i] * 1.5
        else:
            if len(u) != len(x):
                raise ValueError("u and x have different shapes")
            u_new = np.empty_like(u)
            u_new_bar = np.zeros_like(u_new)
            u_new_bar_saved.append(u_new_bar)
            for i in range(len(u)):
                u_new[i] = u[i] * x[i]
            u_saved_2.append(u)
            u_bar_saved_2.append(u_bar)
            u = u_new
            u_bar = u_new_bar
        n += 1
    total = 0.0
    for i in range(len(u)):
        total += u[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    for i in range(len(u)):
        u_bar[i] += 1.0
    for trip in range(trips):
        n -= 1
        if n == 0:
            for i in range(len(x) - 1, -1, -1):
                u[i] = u_saved_3.pop()
                x_bar[i] += 1.5 * u_bar[i]
                u_bar[i] = 0.0
            u = u_saved.pop()
            u_bar = u_bar_saved.pop()
        else:
            u = u_saved_2.pop()
            u_bar = u_bar_saved_2.pop()
            u_new_bar = u_new_bar_saved.pop()
            for i in range(len(u) - 1, -1, -1):
                u_new_i_bar = u_new_bar[i]
                u_new_bar[i] = 0.0
                u_bar[i] += x[i] * u_new_i_bar
                x_bar[i] += u[i] * u_new_i_bar
    return total, x_bar
