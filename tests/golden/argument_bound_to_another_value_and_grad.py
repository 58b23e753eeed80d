import numpy as np


def argument_bound_to_another_value_and_grad(x, y, z):
    """The value of argument_bound_to_another, and its gradient with respect to x, y
    and z.
    """
    # forward sweep: saves z and z_bar
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    z_bar = np.zeros_like(z)
    x_given_bar = x_bar
    z_given_bar = z_bar
    if z[0] > 0.0:
        x = y
        x_bar = y_bar
    z_saved = []
    z_bar_saved = []
    for k in range(2):
        z_saved.append(z)
        z_bar_saved.append(z_bar)
        z = x * (k + 1.0)
        z_bar = np.zeros_like(z)
    if len(x) != len(z):
        raise ValueError("x and z have different shapes")
    value = np.sum(x * x * z)

    # reverse sweep
    product_bar = z.copy()
    x_bar += 2.0 * x * product_bar
    z_bar += x * x
    for k in range(1, -1, -1):
        z_new_bar = z_bar
        z = z_saved.pop()
        z_bar = z_bar_saved.pop()
        x_bar += (k + 1.0) * z_new_bar
    return value, x_given_bar, y_bar, z_given_bar
