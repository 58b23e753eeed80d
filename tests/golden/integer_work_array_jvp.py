import numpy as np


def integer_work_array_jvp(x, x_dot):
    """The value of integer_work_array, and its derivative in the direction x_dot."""
    n = len(x)
    partner = np.zeros(n, dtype=np.int64)
    for i in range(n):
        partner[i] = (2 * i + 1) % n
    partner[0] += 1
    s_dot = 0.0
    s = 0.0
    for i in range(n):
        term = (x_dot[i] * x[i] + x[i] * x_dot[i]) * x[partner[i]]
        s_dot += term + x[i] * x[i] * x_dot[partner[i]]
        s += x[i] * x[i] * x[partner[i]]
    return s, s_dot
