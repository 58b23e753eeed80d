import math


def repeated_overwriting_of_a_scalar_jvp(x, x_dot):
    """The value of repeated_overwriting_of_a_scalar, and its derivative in the
    direction x_dot.
    """
    x_dot = math.cos(x) * x_dot
    x = math.sin(x)
    x_dot = x_dot * x + x * x_dot + x_dot
    x = x * x + x
    exp_x = math.exp(x)
    x_dot = exp_x * x_dot
    x = exp_x
    quotient = x / (1.0 + x * x)
    x_dot = (x_dot - quotient * (x_dot * x + x * x_dot)) / (1.0 + x * x)
    x = quotient
    return x, x_dot
