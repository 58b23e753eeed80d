import numpy as np


def multiply(a_0, a_1, b_0, b_1):
    return a_0 * b_0 - a_1 * b_1, a_0 * b_1 + a_1 * b_0


def multiply_adjoint(a_0, a_1, b_0, b_1, result_0_bar, result_1_bar):
    """The adjoints of a_0, a_1, b_0 and b_1 in multiply."""
    b_1_bar = a_0 * result_1_bar - a_1 * result_0_bar
    a_1_bar = b_0 * result_1_bar - b_1 * result_0_bar
    b_0_bar = a_1 * result_1_bar + a_0 * result_0_bar
    return b_1 * result_1_bar + b_0 * result_0_bar, a_1_bar, b_0_bar, b_1_bar


def helper_that_takes_a_tuple_value_and_grad(x, y):
    """The value of helper_that_takes_a_tuple, and its gradient with respect to x and
    y.
    """
    # forward sweep: saves z_1 and z_0
    z_0 = 1.0
    z_1 = 0.0
    z_1_saved = np.empty(4)
    z_0_saved = np.empty(4)
    for k in range(4):
        multiply_0, multiply_1 = multiply(z_0, z_1, x, y)
        z_0_saved[k] = z_0
        z_0 = multiply_0
        z_1_saved[k] = z_1
        z_1 = multiply_1
    value = z_0 + 2.0 * z_1

    # reverse sweep
    z_0_bar = 1.0
    z_1_bar = 2.0
    y_bar = 0.0
    x_bar = 0.0
    for k in range(3, -1, -1):
        z_1 = z_1_saved[k]
        z_0 = z_0_saved[k]
        z_0_bar, z_1_bar, x_bar_part, y_bar_part = multiply_adjoint(
            z_0, z_1, x, y, z_0_bar, z_1_bar
        )
        x_bar += x_bar_part
        y_bar += y_bar_part
    return value, x_bar, y_bar
