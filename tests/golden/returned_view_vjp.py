import numpy as np


def returned_view_vjp(x, result_bar):
    """The adjoints of x of returned_view, for the adjoint of its result."""
    # forward sweep
    y = x * x

    # reverse sweep
    y_bar = np.zeros_like(y)
    value_bar = y_bar[1:]
    value_bar += result_bar
    return 2.0 * x * y_bar
