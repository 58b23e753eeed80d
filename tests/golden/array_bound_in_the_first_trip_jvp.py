import numpy as np


def array_bound_in_the_first_trip_jvp(x, x_dot):
    """The value of array_bound_in_the_first_trip, and its derivative in the
    direction x_dot.
    """
    n = 0
    while n < 3:
        if n == 0:
            u_dot = np.empty_like(x)
            u = np.empty_like(x)
            for i in range(len(x)):
                u_dot[i] = 1.5 * x_dot[i]
                u[i] = x[i] * 1.5
        else:
            if len(u) != len(x):
                raise ValueError("u and x have different shapes")
            u_new_dot = np.empty_like(u)
            u_new = np.empty_like(u)
            for i in range(len(u)):
                u_new_dot[i] = u_dot[i] * x[i] + u[i] * x_dot[i]
                u_new[i] = u[i] * x[i]
            u_dot = u_new_dot
            u = u_new
        n += 1
    total_dot = 0.0
    total = 0.0
    for i in range(len(u)):
        total_dot += u_dot[i]
        total += u[i]
    return total, total_dot
