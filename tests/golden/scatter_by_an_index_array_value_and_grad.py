import numpy as np


def scatter_by_an_index_array_value_and_grad(x, bins):
    """The value of scatter_by_an_index_array, and its gradient with respect to x."""
    # forward sweep: saves count
    count = np.zeros(3)
    last = np.zeros(3)
    count_saved = np.empty(len(x))
    for i in range(len(x)):
        count_saved[i] = count[bins[i]]
        count[bins[i]] += x[i] * x[i]
        last[bins[i]] = x[i] * count[bins[i]]
    s = 0.0
    for k in range(3):
        s += count[k] * last[k]

    # reverse sweep
    x_bar = np.zeros_like(x)
    count_bar = np.empty_like(count)
    last_bar = np.empty_like(last)
    for k in range(3):
        count_bar[k] = last[k]
        last_bar[k] = count[k]
    for i in range(len(x) - 1, -1, -1):
        x_bar[i] += count[bins[i]] * last_bar[bins[i]]
        count_bar[bins[i]] += x[i] * last_bar[bins[i]]
        last_bar[bins[i]] = 0.0
        count[bins[i]] = count_saved[i]
        x_bar[i] += 2.0 * x[i] * count_bar[bins[i]]
    return s, x_bar
