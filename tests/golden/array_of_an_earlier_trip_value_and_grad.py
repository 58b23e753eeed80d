import numpy as np


def array_of_an_earlier_trip_value_and_grad(x):
    """The value of array_of_an_earlier_trip, and its gradient with respect to x."""
    # forward sweep: saves u, u_bar, v and v_bar
    s = 0.0
    u = np.empty((0, 0))
    u_bar = np.empty((0, 0))
    v = np.empty((0, 0))
    v_bar = np.empty((0, 0))
    u_saved = []
    u_bar_saved = []
    u_saved_2 = []
    u_bar_saved_2 = []
    v_saved = []
    v_bar_saved = []
    u_saved_3 = np.empty((2, 3))
    for k in range(2):
        for n in range(3):
            if n == 0:
                u_saved.append(u)
                u_bar_saved.append(u_bar)
                u = np.zeros((2, 2))
                u_bar = np.zeros_like(u)
                u_saved_3[k, n] = u[0, 0]
                u[0, 0] = x[0]
            elif n == 1:
                v_saved.append(v)
                v_bar_saved.append(v_bar)
                v = (u + k) * x[1]
                v_bar = np.zeros_like(v)
            else:
                if v.shape != u.shape:
                    raise ValueError("v and u have different shapes")
                if u.shape[1] != len(x):
                    raise ValueError("u and x have different shapes")
                u_saved_2.append(u)
                u_bar_saved_2.append(u_bar)
                u = v * u + x
                u_bar = np.zeros_like(u)
        s += np.sum(u * u)

    # reverse sweep
    x_bar = np.zeros_like(x)
    for k in range(1, -1, -1):
        u_bar += 2.0 * u
        for n in range(2, -1, -1):
            if n == 0:
                u[0, 0] = u_saved_3[k, n]
                x_bar[0] += u_bar[0, 0]
                u_bar[0, 0] = 0.0
                u = u_saved.pop()
                u_bar = u_bar_saved.pop()
            elif n == 1:
                v_new_bar = v_bar
                v = v_saved.pop()
                v_bar = v_bar_saved.pop()
                u_bar += x[1] * v_new_bar
                x_bar[1] += np.sum((u + k) * v_new_bar)
            else:
                u_new_bar = u_bar
                u = u_saved_2.pop()
                u_bar = u_bar_saved_2.pop()
                v_bar += u * u_new_bar
                u_bar += v * u_new_bar
                x_bar += np.sum(u_new_bar, axis=0)
    return s, x_bar
