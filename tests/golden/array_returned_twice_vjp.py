import numpy as np


def array_returned_twice_vjp(x, result_0_bar, result_1_bar, result_2_bar):
    """The adjoints of x of array_returned_twice, for the adjoint of its result."""
    # forward sweep
    y = x * x

    # reverse sweep
    y_bar = np.zeros_like(y)
    value_1_bar = y_bar[1:]
    y_bar += result_0_bar
    value_1_bar += result_1_bar
    y_bar[0] += result_2_bar
    return 2.0 * x * y_bar
