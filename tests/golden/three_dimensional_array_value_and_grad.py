import numpy as np


def three_dimensional_array_value_and_grad(a):
    """The value of three_dimensional_array, and its gradient with respect to a."""
    # forward sweep: saves b
    b = np.zeros(a.shape)
    b_saved = np.empty((a.shape[0], a.shape[2]))
    for i in range(a.shape[0]):
        plane = a[i]
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                b[i, j, k] = plane[j, k] * a[i, j, 0] + i
        for j in range(a.shape[2]):
            b_saved[i, j] = b[i, 0, j]
            b[i, 0, j] *= plane[1, j]
    s = 0.0
    for k in range(a.shape[2]):
        column = b[:, 1, k]
        s += column[0] * column[1] + b[1, 0, k] ** 2

    # reverse sweep
    a_bar = np.zeros_like(a)
    b_bar = np.zeros_like(b)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(a.shape[2]):
        column = b[:, 1, k]
        column_bar = b_bar[:, 1, k]
        column_bar[0] += column[1]
        column_bar[1] += column[0]
        b_bar[1, 0, k] += 2.0 * b[1, 0, k]
    for i in range(a.shape[0] - 1, -1, -1):
        plane = a[i]
        plane_bar = a_bar[i]
        for j in range(a.shape[2]):
            b[i, 0, j] = b_saved[i, j]
            b_part_bar = b_bar[i, 0, j]
            b_bar[i, 0, j] = plane[1, j] * b_part_bar
            plane_bar[1, j] += b[i, 0, j] * b_part_bar
        for j in range(a.shape[1] - 1, -1, -1):
            for k in range(a.shape[2] - 1, -1, -1):
                plane_bar[j, k] += a[i, j, 0] * b_bar[i, j, k]
                a_bar[i, j, 0] += plane[j, k] * b_bar[i, j, k]
    return s, a_bar
