import math


def repeated_overwriting_of_a_scalar_value_and_grad(x):
    """The value of repeated_overwriting_of_a_scalar, and its gradient with respect
    to x.
    """
    # forward sweep
    x_2 = math.sin(x)
    x_4 = math.exp(x_2 * x_2 + x_2)
    x_5 = x_4 / (1.0 + x_4 * x_4)

    # reverse sweep
    x_4_bar = 1.0 / (1.0 + x_4 * x_4) - 2.0 * x_4 * x_5 / (1.0 + x_4 * x_4)
    x_3_bar = x_4 * x_4_bar
    return x_5, math.cos(x) * (2.0 * x_2 * x_3_bar + x_3_bar)
