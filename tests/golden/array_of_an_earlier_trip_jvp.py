import numpy as np


def array_of_an_earlier_trip_jvp(x, x_dot):
    """The value of array_of_an_earlier_trip, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 0.0
    for k in range(2):
        for n in range(3):
            if n == 0:
                u_dot = np.zeros((2, 2))
                u = np.zeros((2, 2))
                u_dot[0, 0] = x_dot[0]
                u[0, 0] = x[0]
            elif n == 1:
                v_dot = u_dot * x[1] + (u + k) * x_dot[1]
                v = (u + k) * x[1]
            else:
                if v.shape != u.shape:
                    raise ValueError("v and u have different shapes")
                if u.shape[1] != len(x):
                    raise ValueError("u and x have different shapes")
                u_dot = v_dot * u + v * u_dot + x_dot
                u = v * u + x
        s_dot += np.sum(u_dot * u + u * u_dot)
        s += np.sum(u * u)
    return s, s_dot
