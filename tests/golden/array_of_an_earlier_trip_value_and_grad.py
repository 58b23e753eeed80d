import numpy as np


def array_of_an_earlier_trip_value_and_grad(x):
    """The value of array_of_an_earlier_trip, and its gradient with respect to x."""
    # forward sweep: saves u and v
    s = 0.0
    u = np.empty((0, 0))
    v = np.empty((0, 0))
    u_saved = []
    u_saved_2 = []
    v_saved = []
    for k in range(2):
        for n in range(3):
            if n == 0:
                u_saved.append(u)
                u = np.zeros((2, 2))
                u[0, 0] = x[0]
            elif n == 1:
                x_1 = x[1]
                v_saved.append(v)
                v = np.empty_like(u)
                for i in range(u.shape[0]):
                    for j in range(u.shape[1]):
                        v[i, j] = (u[i, j] + k) * x_1
            else:
                if v.shape[0] != u.shape[0]:
                    raise ValueError("v and u have different shapes")
                if v.shape[1] != u.shape[1]:
                    raise ValueError("v and u have different shapes")
                if u.shape[1] != len(x):
                    raise ValueError("u and x have different shapes")
                u_new = np.empty_like(u)
                for i in range(v.shape[0]):
                    for j in range(v.shape[1]):
                        u_new[i, j] = v[i, j] * u[i, j] + x[j]
                u_saved_2.append(u)
                u = u_new
        total = 0.0
        for i in range(u.shape[0]):
            for j in range(u.shape[1]):
                total += u[i, j] * u[i, j]
        s += total

    # reverse sweep
    x_bar = np.zeros_like(x)
    u_bar = np.zeros_like(u)
    v_bar = np.zeros_like(v)
    for k in range(1, -1, -1):
        for i in range(u.shape[0]):
            for j in range(u.shape[1]):
                u_bar[i, j] += 2.0 * u[i, j]
        for n in range(2, -1, -1):
            if n == 0:
                x_bar[0] += u_bar[0, 0]
                u = u_saved.pop()
                u_bar = np.zeros_like(u)
            elif n == 1:
                x_1 = x[1]
                x_1_bar = 0.0
                for i in range(u.shape[0]):
                    for j in range(u.shape[1]):
                        u_bar[i, j] += x_1 * v_bar[i, j]
                        x_1_bar += (u[i, j] + k) * v_bar[i, j]
                v = v_saved.pop()
                v_bar = np.zeros_like(v)
                x_bar[1] += x_1_bar
            else:
                u = u_saved_2.pop()
                u_new_bar = u_bar
                u_bar = np.zeros_like(u)
                for i in range(v.shape[0]):
                    for j in range(v.shape[1]):
                        v_bar[i, j] += u[i, j] * u_new_bar[i, j]
                        u_bar[i, j] += v[i, j] * u_new_bar[i, j]
                        x_bar[j] += u_new_bar[i, j]
    return s, x_bar
