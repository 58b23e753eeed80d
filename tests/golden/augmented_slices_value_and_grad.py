import numpy as np


def augmented_slices_value_and_grad(x, a):
    """The value of augmented_slices, and its gradient with respect to x and a."""
    # forward sweep: saves b
    b = a.copy()
    if b[0].shape != x.shape:
        raise ValueError("b[0] and x have different shapes")
    for i in range(a.shape[1]):
        b[0, i] += x[i]
    if b[1, 1:].shape != x[:2].shape:
        raise ValueError("b[1, 1:] and x[:2] have different shapes")
    x_part = x[:2]
    b_saved = np.empty(a.shape[1])
    for i in range(a.shape[1] - 1):
        b_saved[i] = b[1, i + 1]
        b[1, i + 1] *= x_part[i]
    b_saved_2 = np.empty(a.shape[0])
    b_saved_3 = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        b_saved_2[i] = b[i, 0]
        b[i, 0] -= 0.5
        for j in range(a.shape[1]):
            b_saved_3[i, j] = b[i, j]
            b[i, j] /= 2.0 + x[j]
    s = 0.0
    for i in range(2):
        for j in range(3):
            s += b[i, j] ** 2 * (i + j)

    # reverse sweep
    x_bar = np.zeros_like(x)
    b_bar = np.zeros_like(b)
    for i in range(2):
        for j in range(3):
            b_bar[i, j] += 2.0 * b[i, j] * (i + j)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b[i, j] = b_saved_3[i, j]
            numerator_bar = b_bar[i, j] / (2.0 + x[j])
            b_bar[i, j] = numerator_bar
            x_bar[j] -= b[i, j] * numerator_bar / (2.0 + x[j])
        b[i, 0] = b_saved_2[i]
    x_part_bar = x_bar[:2]
    for i in range(a.shape[1] - 1):
        b[1, i + 1] = b_saved[i]
        b_part_bar = b_bar[1, i + 1]
        b_bar[1, i + 1] = x_part[i] * b_part_bar
        x_part_bar[i] += b[1, i + 1] * b_part_bar
    for i in range(a.shape[1]):
        x_bar[i] += b_bar[0, i]
    return s, x_bar, b_bar
