import numpy as np


def argument_bound_to_another_value_and_grad(x, y, z):
    """The value of argument_bound_to_another, and its gradient with respect to x, y
    and z.
    """
    # forward sweep: saves x_2 and z_2
    x_2 = x
    z_2 = z
    if z_2[0] > 0.0:
        x_2_saved = x_2
        x_2 = y
    z_2_saved = []
    for k in range(2):
        z_2_saved.append(z_2)
        z_2 = np.empty_like(x_2)
        for i in range(len(x_2)):
            z_2[i] = x_2[i] * (k + 1.0)
    if len(x_2) != len(z_2):
        raise ValueError("x and z have different shapes")
    total = 0.0
    for i in range(len(x_2)):
        total += x_2[i] * x_2[i] * z_2[i]

    # reverse sweep
    y_bar = np.zeros_like(y)
    x_2_bar = np.empty_like(x_2)
    z_2_bar = np.zeros_like(z_2)
    for i in range(len(x_2)):
        x_2_bar[i] = 2.0 * x_2[i] * z_2[i]
        z_2_bar[i] += x_2[i] * x_2[i]
    for k in range(1, -1, -1):
        for i in range(len(x_2)):
            x_2_bar[i] += (k + 1.0) * z_2_bar[i]
        z_2 = z_2_saved.pop()
        z_2_bar = np.zeros_like(z_2)
    if z_2[0] > 0.0:
        x_2 = x_2_saved
        y_bar += x_2_bar
        x_2_bar = np.zeros_like(x_2)
    return total, x_2_bar, y_bar, z_2_bar
