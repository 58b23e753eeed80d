import math


def chained_assignment_value_and_grad(x):
    """The value of chained_assignment, and its gradient with respect to x."""
    # forward sweep: saves a
    a = x * x
    b = a
    a_2 = a * 2.0
    b += math.sin(a_2)
    a_saved = a_2
    a_2 *= b
    value = a_2 - b

    # reverse sweep
    b_bar = -1.0
    a_2 = a_saved
    b_bar += a_2
    return value, 2.0 * x * (2.0 * (b + math.cos(a_2) * b_bar) + b_bar)
