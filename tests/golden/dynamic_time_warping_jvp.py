import numpy as np


def dynamic_time_warping_jvp(x, y, x_dot, y_dot):
    """The value of dynamic_time_warping, and its derivative in the direction x_dot,
    y_dot.
    """
    table_dot = np.zeros((len(x) + 1, len(y) + 1))
    table = np.full((len(x) + 1, len(y) + 1), 1000000.0)
    table_dot[0, 0] = 0.0
    table[0, 0] = 0.0
    for i in range(1, len(x) + 1):
        for j in range(1, len(y) + 1):
            cost_dot = 2.0 * (x[i - 1] - y[j - 1]) * (x_dot[i - 1] - y_dot[j - 1])
            cost = (x[i - 1] - y[j - 1]) ** 2
            before_dot = (
                table_dot[i - 1, j - 1]
                if table[i - 1, j - 1] < min(table[i - 1, j], table[i, j - 1])
                else table_dot[i, j - 1]
                if table[i, j - 1] < table[i - 1, j]
                else table_dot[i - 1, j]
            )
            before = min(min(table[i - 1, j], table[i, j - 1]), table[i - 1, j - 1])
            table_dot[i, j] = cost_dot + before_dot
            table[i, j] = cost + before
    return table[-1, -1], table_dot[-1, -1]
