import math


def chained_assignment_value_and_grad(x):
    """The value of chained_assignment, and its gradient with respect to x."""
    # forward sweep: saves a
    a = x * x
    b = a
    a = a * 2.0
    b += math.sin(a)
    a_saved = a
    a *= b
    value = a - b

    # reverse sweep
    a = a_saved
    b_bar = a - 1.0
    return value, 2.0 * x * (2.0 * (b + math.cos(a) * b_bar) + b_bar)
