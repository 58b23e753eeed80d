import math


def array_of_expressions_jvp(x, y, x_dot, y_dot):
    """The value of array_of_expressions, and its derivative in the direction x_dot,
    y_dot.
    """
    v_0 = math.cos(x)
    v_1_dot = v_0 * x_dot
    v_1 = math.sin(x)
    a_1_0 = y * y
    a_1_1 = -x
    v_2_dot = v_0 * (y_dot * y + y * y_dot) - v_1 * x_dot * a_1_0
    v_2 = v_0 * a_1_0
    value = v_2 * v_1 + y * a_1_1
    return value, v_2_dot * v_1 + v_2 * v_1_dot + (y_dot * a_1_1 - y * x_dot)
