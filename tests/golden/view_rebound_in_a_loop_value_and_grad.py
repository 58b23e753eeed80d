import numpy as np


def view_rebound_in_a_loop_value_and_grad(a):
    """The value of view_rebound_in_a_loop, and its gradient with respect to a."""
    # forward sweep: saves current, current_bar and below
    b = np.empty_like(a)
    b_bar = np.zeros_like(b)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b[i, j] = a[i, j] * 1.0
    current = b[0]
    current_bar = b_bar[0]
    current_saved = []
    current_bar_saved = []
    below_saved = []
    for i in range(1, b.shape[0]):
        below = b[i]
        below_bar = b_bar[i]
        for j in range(len(below)):
            below_saved.append(below[j])
            below[j] = below[j] * current[j] + 0.2
        current_saved.append(current)
        current_bar_saved.append(current_bar)
        current = below
        current_bar = below_bar
    value = current[0] * current[1] + b[1, 0]

    # reverse sweep
    a_bar = np.empty_like(a)
    current_bar[0] += current[1]
    current_bar[1] += current[0]
    b_bar[1, 0] += 1.0
    for i in range(b.shape[0] - 1, 0, -1):
        current = current_saved.pop()
        current_bar = current_bar_saved.pop()
        below = b[i]
        below_bar = b_bar[i]
        for j in range(len(below) - 1, -1, -1):
            below[j] = below_saved.pop()
            below_j_bar = below_bar[j]
            below_bar[j] = current[j] * below_j_bar
            current_bar[j] += below[j] * below_j_bar
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] = b_bar[i, j]
    return value, a_bar
