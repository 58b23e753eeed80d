import numpy as np


def augmented_slices_value_and_grad(x, a):
    """The value of augmented_slices, and its gradient with respect to x and a."""
    # forward sweep: saves b
    b = a.copy()
    if b[0].shape != x.shape:
        raise ValueError("b[0] and x have different shapes")
    b[0] += x
    if b[1, 1:].shape != x[:2].shape:
        raise ValueError("b[1, 1:] and x[:2] have different shapes")
    b_saved = b[1, 1:].copy()
    b[1, 1:] *= x[:2]
    b_saved_2 = b[:, 0].copy()
    b[:, 0] -= 0.5
    b_saved_3 = b.copy()
    b /= 2.0 + x
    s = 0.0
    for i in range(2):
        for j in range(3):
            s += b[i, j] ** 2 * (i + j)

    # reverse sweep
    b_bar = np.zeros_like(b)
    for i in range(2):
        for j in range(3):
            b_bar[i, j] += 2.0 * b[i, j] * (i + j)
    b[:] = b_saved_3
    x_bar = np.sum(-b * b_bar / (2.0 + x) / (2.0 + x), axis=0)
    b_bar /= 2.0 + x
    b[:, 0] = b_saved_2
    b[1, 1:] = b_saved
    b_part_bar = b_bar[1, 1:].copy()
    b_bar[1, 1:] = x[:2] * b_part_bar
    x_bar[:2] += b[1, 1:] * b_part_bar
    x_bar += b_bar[0]
    return s, x_bar, b_bar
