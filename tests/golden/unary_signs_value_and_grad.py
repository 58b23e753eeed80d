import math


def unary_signs_value_and_grad(x, y):
    """The value of unary_signs, and its gradient with respect to x and y."""
    # forward sweep
    a = -(x**2) + +y
    sine = math.sin(-x)
    b = -sine * -y

    # reverse sweep
    a_bar = -b
    b_bar = -a
    x_bar = 1.0 - math.cos(-x) * y * b_bar - 2.0 * x * a_bar
    return -a * b - -x, x_bar, sine * b_bar + a_bar
