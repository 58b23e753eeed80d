import numpy as np


def argument_that_changes_places_adjoint(u, rate, steps, result_bar, u_bar):
    """The adjoint of rate in argument_that_changes_places; the adjoint of u is added
    to u_bar.
    """
    # forward sweep: saves v
    v = np.zeros(len(u))
    v_bar = np.zeros_like(v)
    u_2 = u
    u_2_bar = u_bar
    v_saved = []
    for k in range(steps):
        for i in range(1, len(u_2) - 1):
            v_saved.append(v[i])
            v[i] = u_2[i] + rate * (u_2[i - 1] - 2.0 * u_2[i] + u_2[i + 1]) * u_2[i]
        u_2, v = v, u_2
        u_2_bar, v_bar = v_bar, u_2_bar

    # reverse sweep
    u_2_bar[1] += u_2[2] * result_bar
    u_2_bar[2] += u_2[1] * result_bar
    for i in range(len(v)):
        v_bar[i] += result_bar
    rate_bar = 0.0
    for k in range(steps - 1, -1, -1):
        v, u_2 = u_2, v
        v_bar, u_2_bar = u_2_bar, v_bar
        for i in range(len(u_2) - 2, 0, -1):
            v[i] = v_saved.pop()
            v_i_bar = v_bar[i]
            v_bar[i] = 0.0
            product_bar = u_2[i] * v_i_bar
            rate_bar += (u_2[i - 1] - 2.0 * u_2[i] + u_2[i + 1]) * product_bar
            sum_bar = rate * product_bar
            u_2_bar[i - 1] += sum_bar
            u_2_bar[i] += v_i_bar - 2.0 * sum_bar
            u_2_bar[i + 1] += sum_bar
            u_2_bar[i] += rate * (u_2[i - 1] - 2.0 * u_2[i] + u_2[i + 1]) * v_i_bar
    return rate_bar
