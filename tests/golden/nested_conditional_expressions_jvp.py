import math


def nested_conditional_expressions_jvp(x, y, x_dot, y_dot):
    """The value of nested_conditional_expressions, and its derivative in the
    direction x_dot, y_dot.
    """
    if x > y:
        a_dot = x_dot * y + x * y_dot
        a = x * y
    elif y > 5.0:
        a_dot = y_dot - x_dot
        a = y - x
    else:
        a_dot = y_dot * y + y * y_dot
        a = y * y
    if a > 0.0:
        choice_dot = math.cos(a) * a_dot
        choice = math.sin(a)
    else:
        choice_dot = x_dot
        choice = x
    value = a * (2.0 if x > 0.0 else 3.0) + choice
    return value, a_dot * (2.0 if x > 0.0 else 3.0) + choice_dot
