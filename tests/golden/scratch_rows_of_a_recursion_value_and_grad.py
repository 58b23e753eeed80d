import numpy as np


def scratch_rows_of_a_recursion_value_and_grad(x, weight):
    """The value of scratch_rows_of_a_recursion, and its gradient with respect to x
    and weight.
    """
    # forward sweep: saves t, entry and total
    z = np.empty((x.shape[0], x.shape[1]))
    t = 1.0
    t_saved = np.empty(x.shape[0])
    entry_last_saved = np.empty(x.shape[0], dtype=np.int64)
    total_saved = np.empty(x.shape[0])
    for k in range(x.shape[0]):
        for j in range(x.shape[1]):
            z[k, j] = x[k, j] * t
        entry = 0
        for i in range(x.shape[1]):
            for j in range(i):
                z[k, i] -= weight[entry] * z[k, j]
                entry += 1
        entry_last_saved[k] = entry
        total = 0.0
        for j in range(x.shape[1]):
            total += z[k, j] ** 2
        total_saved[k] = total
        t_saved[k] = t
        t = np.sin(total) + 0.5 * t
    value = t

    # reverse sweep
    x_bar = np.zeros_like(x)
    weight_bar = np.zeros_like(weight)
    t_bar = 1.0
    z_bar = np.empty(x.shape[1])
    for k in range(x.shape[0] - 1, -1, -1):
        entry = entry_last_saved[k]
        t = t_saved[k]
        total_bar = np.cos(total_saved[k]) * t_bar
        t_bar = 0.5 * t_bar
        for j in range(x.shape[1]):
            z_bar[j] = 2.0 * z[k, j] * total_bar
        for i in range(x.shape[1] - 1, -1, -1):
            for j in range(i - 1, -1, -1):
                entry -= 1
                z_k_i_bar = z_bar[i]
                weight_bar[entry] -= z[k, j] * z_k_i_bar
                z_bar[j] -= weight[entry] * z_k_i_bar
        for j in range(x.shape[1]):
            x_bar[k, j] += t * z_bar[j]
            t_bar += x[k, j] * z_bar[j]
    return value, x_bar, weight_bar
