import math


def array_of_expressions_value_and_grad(x, y):
    """The value of array_of_expressions, and its gradient with respect to x and y."""
    # forward sweep
    v_0 = math.cos(x)
    v_1 = math.sin(x)
    a_1_0 = y * y
    a_1_1 = -x
    v_2 = v_0 * a_1_0

    # reverse sweep
    x_bar = v_0 * v_2 - y - v_1 * a_1_0 * v_1
    return v_2 * v_1 + y * a_1_1, x_bar, a_1_1 + 2.0 * y * v_0 * v_1
