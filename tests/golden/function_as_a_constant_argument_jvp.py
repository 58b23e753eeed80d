import math


def function_as_a_constant_argument_jvp(x, x_dot):
    """The value of function_as_a_constant_argument, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        tanh_x = math.tanh(x[i])
        s_dot = 0.5 * s_dot + ((1.0 - tanh_x**2) * x_dot[i] * x[i] + tanh_x * x_dot[i])
        s = s * 0.5 + tanh_x * x[i]
    return s, s_dot
