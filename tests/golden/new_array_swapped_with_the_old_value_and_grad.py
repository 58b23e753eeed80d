import numpy as np


def new_array_swapped_with_the_old_value_and_grad(u, rate):
    """The value of new_array_swapped_with_the_old, and its gradient with respect to
    u and rate.
    """
    # forward sweep: saves u_2 and old
    old = np.zeros(len(u))
    u_2 = u
    new_2 = np.empty(0)
    u_2_saved = []
    u_2_saved_2 = []
    old_saved = []
    for step in range(3):
        new = np.empty_like(u_2)
        for i in range(len(u_2)):
            new[i] = u_2[i] + rate * (u_2[i] - old[i])
        if step > 0:
            old_before = old
            old_saved.append(old)
            old = u_2
            u_2_saved.append(u_2)
            u_2 = old_before
        u_2_before = u_2
        u_2_saved_2.append(u_2)
        u_2 = new
        new_2 = u_2_before
    if old.shape != new_2.shape:
        raise ValueError("old and new have different shapes")
    total = 0.0
    for i in range(len(u_2)):
        total += u_2[i] * u_2[i]
    total_2 = 0.0
    for i in range(len(old)):
        total_2 += old[i] * new_2[i]

    # reverse sweep
    old_bar = np.empty_like(old)
    new_2_bar = np.zeros_like(new_2)
    for i in range(len(old)):
        old_bar[i] = new_2[i]
        new_2_bar[i] += old[i]
    u_2_bar = np.empty_like(u_2)
    for i in range(len(u_2)):
        u_2_bar[i] = 2.0 * u_2[i]
    rate_bar = 0.0
    for step in range(2, -1, -1):
        u_2_before_bar = new_2_bar
        new_2_bar = np.zeros_like(new_2)
        u_2 = u_2_saved_2.pop()
        new_bar = u_2_bar
        u_2_bar = u_2_before_bar
        if step > 0:
            u_2 = u_2_saved.pop()
            old_before_bar = u_2_bar
            u_2_bar = np.zeros_like(u_2)
            old = old_saved.pop()
            u_2_bar += old_bar
            old_bar = old_before_bar
        for i in range(len(u_2)):
            rate_bar += (u_2[i] - old[i]) * new_bar[i]
            u_2_bar[i] += (1.0 + rate) * new_bar[i]
            old_bar[i] -= rate * new_bar[i]
    return total + total_2, u_2_bar, rate_bar
