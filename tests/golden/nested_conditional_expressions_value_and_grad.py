import math


def nested_conditional_expressions_value_and_grad(x, y):
    """The value of nested_conditional_expressions, and its gradient with respect to
    x and y.
    """
    # forward sweep
    if x > y:
        a = x * y
    elif y > 5.0:
        a = y - x
    else:
        a = y * y
    if a > 0.0:
        choice = math.sin(a)
    else:
        choice = x

    # reverse sweep
    a_bar = 2.0 if x > 0.0 else 3.0
    x_bar = 0.0
    if a > 0.0:
        a_bar += math.cos(a)
    else:
        x_bar += 1.0
    if x > y:
        x_bar += y * a_bar
        y_bar = x * a_bar
    elif y > 5.0:
        y_bar = a_bar
        x_bar -= a_bar
    else:
        y_bar = 2.0 * y * a_bar
    return a * (2.0 if x > 0.0 else 3.0) + choice, x_bar, y_bar
