import numpy as np


def array_returned_twice_vjp(x, result_0_bar, result_1_bar, result_2_bar):
    """The adjoints of x of array_returned_twice, for the adjoint of its result."""
    # forward sweep
    y = np.empty_like(x)

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    value_1_bar = y_bar[1:]
    y_bar += result_0_bar
    value_1_bar += result_1_bar
    y_bar[0] += result_2_bar
    for i in range(len(x)):
        x_bar[i] = 2.0 * x[i] * y_bar[i]
    return x_bar
