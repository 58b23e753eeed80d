import numpy as np


def scratch_rows_of_a_recursion_jvp(x, weight, x_dot, weight_dot):
    """The value of scratch_rows_of_a_recursion, and its derivative in the direction
    x_dot, weight_dot.
    """
    z_dot = np.zeros(x.shape[1])
    z = np.empty(x.shape[1])
    t_dot = 0.0
    t = 1.0
    for k in range(x.shape[0]):
        for j in range(len(z)):
            z_dot[j] = x_dot[k, j] * t + x[k, j] * t_dot
            z[j] = x[k, j] * t
        entry = 0
        for i in range(len(z)):
            for j in range(i):
                z_dot[i] -= weight_dot[entry] * z[j] + weight[entry] * z_dot[j]
                z[i] -= weight[entry] * z[j]
                entry += 1
        total_dot = 0.0
        total = 0.0
        for j in range(len(z)):
            total_dot += 2.0 * z[j] * z_dot[j]
            total += z[j] ** 2
        t_dot = np.cos(total) * total_dot + 0.5 * t_dot
        t = np.sin(total) + 0.5 * t
    return t, t_dot
