import numpy as np


def scatter_by_an_index_array_jvp(x, bins, x_dot):
    """The value of scatter_by_an_index_array, and its derivative in the direction
    x_dot.
    """
    count_dot = np.zeros(3)
    count = np.zeros(3)
    last_dot = np.zeros(3)
    last = np.zeros(3)
    for i in range(len(x)):
        count_dot[bins[i]] += x_dot[i] * x[i] + x[i] * x_dot[i]
        count[bins[i]] += x[i] * x[i]
        last_dot[bins[i]] = x_dot[i] * count[bins[i]] + x[i] * count_dot[bins[i]]
        last[bins[i]] = x[i] * count[bins[i]]
    s_dot = 0.0
    s = 0.0
    for k in range(3):
        s_dot += count_dot[k] * last[k] + count[k] * last_dot[k]
        s += count[k] * last[k]
    return s, s_dot
