import numpy as np


def dynamic_time_warping_value_and_grad(x, y):
    """The value of dynamic_time_warping, and its gradient with respect to x and y."""
    # forward sweep
    table = np.full((len(x) + 1, len(y) + 1), 1000000.0)
    table[0, 0] = 0.0
    for i in range(1, len(x) + 1):
        for j in range(1, len(y) + 1):
            cost = (x[i - 1] - y[j - 1]) ** 2
            before = min(min(table[i - 1, j], table[i, j - 1]), table[i - 1, j - 1])
            table[i, j] = cost + before

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    table_bar = np.zeros_like(table)
    table_bar[-1, -1] += 1.0
    for i in range(len(x), 0, -1):
        for j in range(len(y), 0, -1):
            cost_bar = table_bar[i, j]
            before_bar = table_bar[i, j]
            table_bar[i, j] = 0.0
            min_bar = (
                0.0
                if table[i - 1, j - 1] < min(table[i - 1, j], table[i, j - 1])
                else before_bar
            )
            table_bar[i - 1, j] += 0.0 if table[i, j - 1] < table[i - 1, j] else min_bar
            table_bar[i, j - 1] += min_bar if table[i, j - 1] < table[i - 1, j] else 0.0
            table_bar[i - 1, j - 1] += (
                before_bar
                if table[i - 1, j - 1] < min(table[i - 1, j], table[i, j - 1])
                else 0.0
            )
            difference_bar = 2.0 * (x[i - 1] - y[j - 1]) * cost_bar
            x_bar[i - 1] += difference_bar
            y_bar[j - 1] -= difference_bar
    return table[-1, -1], x_bar, y_bar
