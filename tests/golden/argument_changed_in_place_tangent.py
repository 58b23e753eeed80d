import math


def argument_changed_in_place_tangent(x, x_dot):
    """argument_changed_in_place and its tangent."""
    for i in range(1, len(x)):
        x_dot[i] = x_dot[i - 1] * x[i] + x[i - 1] * x_dot[i]
        x[i] = x[i - 1] * x[i]
    x_dot[0] = math.cos(x[len(x) - 1]) * x_dot[len(x) - 1]
    x[0] = math.sin(x[len(x) - 1])
    return x[0] * x[1], x_dot[0] * x[1] + x[0] * x_dot[1]
