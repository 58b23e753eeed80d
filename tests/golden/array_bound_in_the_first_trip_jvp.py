import numpy as np


def array_bound_in_the_first_trip_jvp(x, x_dot):
    """The value of array_bound_in_the_first_trip, and its derivative in the
    direction x_dot.
    """
    n = 0
    while n < 3:
        if n == 0:
            u_dot = 1.5 * x_dot
            u = x * 1.5
        else:
            if u.shape != x.shape:
                raise ValueError("u and x have different shapes")
            u_dot = u_dot * x + u * x_dot
            u = u * x
        n += 1
    return np.sum(u), np.sum(u_dot)
