import numpy as np


def return_an_array_vjp(x, result_bar):
    """The adjoints of x of return_an_array, for the adjoint of its result."""
    # forward sweep: saves s
    s = 1.0
    s_saved = np.empty(len(x))
    for i in range(len(x)):
        s_saved[i] = s
        s = s * x[i] + 0.5

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = result_bar.copy()
    s_bar = 0.0
    for i in range(len(x) - 1, -1, -1):
        s_bar += 2.0 * s * y_bar[i]
        s = s_saved[i]
        x_bar[i] += s * s_bar
        s_bar = x[i] * s_bar
    return x_bar
