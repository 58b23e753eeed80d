import numpy as np


def views_that_are_only_written_value_and_grad(x):
    """The value of views_that_are_only_written, and its gradient with respect to x."""
    total = 0.0
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        v = np.zeros(3)
        u = v[1:]
        u[0] = x[i] * x[1]
        w = v
        w[2] = x[i] ** 2
        sin_v = np.sin(v[1])
        total += sin_v * v[2]
        v_bar = np.zeros_like(v)
        v_bar[2] += sin_v
        v_bar[1] += np.cos(v[1]) * v[2]
        x_bar[i] += 2.0 * x[i] * v_bar[2]
        v_bar[2] = 0.0
        u_bar = v_bar[1:]
        x_bar[i] += x[1] * u_bar[0]
        x_bar[1] += x[i] * u_bar[0]
        u_bar[0] = 0.0
    return total, x_bar
