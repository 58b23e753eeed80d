import numpy as np


def argument_bound_to_another_value_and_grad(x, y, z):
    """The value of argument_bound_to_another, and its gradient with respect to x, y
    and z.
    """
    # forward sweep: saves z_2 and z_2_bar
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    z_bar = np.zeros_like(z)
    x_2 = x
    x_2_bar = x_bar
    z_2 = z
    z_2_bar = z_bar
    if z_2[0] > 0.0:
        x_2 = y
        x_2_bar = y_bar
    z_2_saved = []
    z_2_bar_saved = []
    for k in range(2):
        z_2_saved.append(z_2)
        z_2_bar_saved.append(z_2_bar)
        z_2 = x_2 * (k + 1.0)
        z_2_bar = np.zeros_like(z_2)
    if len(x_2) != len(z_2):
        raise ValueError("x and z have different shapes")
    value = np.sum(x_2 * x_2 * z_2)

    # reverse sweep
    product_bar = z_2.copy()
    x_2_bar += 2.0 * x_2 * product_bar
    z_2_bar += x_2 * x_2
    for k in range(1, -1, -1):
        z_2_new_bar = z_2_bar
        z_2 = z_2_saved.pop()
        z_2_bar = z_2_bar_saved.pop()
        x_2_bar += (k + 1.0) * z_2_new_bar
    return value, x_bar, y_bar, z_bar
