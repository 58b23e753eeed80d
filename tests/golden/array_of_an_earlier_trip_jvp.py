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
                x_1_dot = x_dot[1]
                x_1 = x[1]
                v_dot = np.empty_like(u)
                v = np.empty_like(u)
                for i in range(u.shape[0]):
                    for j in range(u.shape[1]):
                        v_dot[i, j] = u_dot[i, j] * x_1 + (u[i, j] + k) * x_1_dot
                        v[i, j] = (u[i, j] + k) * x_1
            else:
                if v.shape[0] != u.shape[0]:
                    raise ValueError("v and u have different shapes")
                if v.shape[1] != u.shape[1]:
                    raise ValueError("v and u have different shapes")
                if u.shape[1] != len(x):
                    raise ValueError("u and x have different shapes")
                u_new_dot = np.empty_like(u)
                u_new = np.empty_like(u)
                for i in range(v.shape[0]):
                    for j in range(v.shape[1]):
                        u_new_dot[i, j] = (
                            v_dot[i, j] * u[i, j] + v[i, j] * u_dot[i, j] + x_dot[j]
                        )
                        u_new[i, j] = v[i, j] * u[i, j] + x[j]
                u_dot = u_new_dot
                u = u_new
        total_dot = 0.0
        total = 0.0
        for i in range(u.shape[0]):
            for j in range(u.shape[1]):
                total_dot += u_dot[i, j] * u[i, j] + u[i, j] * u_dot[i, j]
                total += u[i, j] * u[i, j]
        s_dot += total_dot
        s += total
    return s, s_dot
