import numpy as np


def returned_view_vjp(x, result_bar):
    """The adjoints of x of returned_view, for the adjoint of its result."""
    # forward sweep
    y = np.empty_like(x)

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    value_bar = y_bar[1:]
    value_bar += result_bar
    for i in range(len(x)):
        x_bar[i] = 2.0 * x[i] * y_bar[i]
    return x_bar
