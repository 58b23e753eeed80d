import math


def nested_branches_value_and_grad(x, y):
    """The value of nested_branches, and its gradient with respect to x and y."""
    # forward sweep: saves s
    s = x
    if x > 0.0:
        if y > 0.0:
            s_saved = s
            s = s * y
            condition = s > 1.0
            if condition:
                s_saved_2 = s
                s = math.log(s)
        else:
            s = s - y
        condition_2 = s < 0.5
        if condition_2:
            s += x * y
    elif y > 0.0:
        s = y
    value = s * s

    # reverse sweep
    s_bar = 2.0 * s
    x_bar = 0.0
    if x > 0.0:
        y_bar = 0.0
        if condition_2:
            x_bar += y * s_bar
            y_bar += x * s_bar
        if y > 0.0:
            if condition:
                s = s_saved_2
                s_bar = s_bar / s
            s = s_saved
            y_bar += s * s_bar
            s_bar = y * s_bar
        else:
            y_bar -= s_bar
    else:
        y_bar = 0.0
        if y > 0.0:
            y_bar += s_bar
            s_bar = 0.0
    return value, x_bar + s_bar, y_bar
