import math


def repeated_overwriting_of_a_scalar_value_and_grad(x):
    """The value of repeated_overwriting_of_a_scalar, and its gradient with respect
    to x.
    """
    # forward sweep
    x_2 = math.sin(x)
    x_3 = math.exp(x_2 * x_2 + x_2)
    x_4 = x_3 / (1.0 + x_3 * x_3)

    # reverse sweep
    x_2_bar = (2.0 * x_2 + 1.0) * x_3 * (1.0 - 2.0 * x_3 * x_4) / (1.0 + x_3 * x_3)
    return x_4, math.cos(x) * x_2_bar
