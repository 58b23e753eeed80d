import numpy as np


def stirred(u, v, steps):
    for t in range(steps):
        v[0] = u[0] * u[1] + v[1]
        v[1] = u[1] * u[1]
        u, v = v, u
    return u[0] + 2.0 * v[1]


def stirred_adjoint(u, v, steps, result_bar, u_bar, v_bar):
    """The adjoint of u and v is added to u_bar, v_bar."""
    # forward sweep: saves v_2
    u_2 = u
    u_2_bar = u_bar
    v_2 = v
    v_2_bar = v_bar
    v_2_saved = np.empty(steps)
    v_2_saved_2 = np.empty(steps)
    for t in range(steps):
        v_2_saved[t] = v_2[0]
        v_2[0] = u_2[0] * u_2[1] + v_2[1]
        v_2_saved_2[t] = v_2[1]
        v_2[1] = u_2[1] * u_2[1]
        u_2, v_2 = v_2, u_2
        u_2_bar, v_2_bar = v_2_bar, u_2_bar

    # reverse sweep
    u_2_bar[0] += result_bar
    v_2_bar[1] += 2.0 * result_bar
    for t in range(steps - 1, -1, -1):
        v_2, u_2 = u_2, v_2
        v_2_bar, u_2_bar = u_2_bar, v_2_bar
        v_2[1] = v_2_saved_2[t]
        v_2_part_bar = v_2_bar[1]
        v_2_bar[1] = 0.0
        u_2_bar[1] += 2.0 * u_2[1] * v_2_part_bar
        v_2[0] = v_2_saved[t]
        v_2_part_bar = v_2_bar[0]
        v_2_bar[0] = 0.0
        u_2_bar[0] += u_2[1] * v_2_part_bar
        u_2_bar[1] += u_2[0] * v_2_part_bar
        v_2_bar[1] += v_2_part_bar


def two_arguments_that_change_places_adjoint(x, y, result_bar, x_bar, y_bar):
    """The adjoint of x and y is added to x_bar, y_bar."""
    # forward sweep: saves x and y
    x_saved = x.copy()
    y_saved = y.copy()
    first = stirred(x, y, 3)

    # reverse sweep
    x_bar[0] += first * result_bar
    y_bar[1] += result_bar
    stirred_adjoint(x_saved, y_saved, 3, x[0] * result_bar, x_bar, y_bar)
