import math


def triangular_nest_jvp(x, x_dot):
    """The value of triangular_nest, and its derivative in the direction x_dot."""
    n = len(x)
    s_dot = 0.0
    s = 0.5
    for i in range(n):
        for j in range(i, n):
            sine_dot = math.cos(s * x[i]) * (s_dot * x[i] + s * x_dot[i])
            sine = math.sin(s * x[i])
            s_dot = s_dot + (0.2 * sine_dot * x[j] + 0.2 * sine * x_dot[j])
            s = s + 0.2 * sine * x[j]
        for j in range(i):
            s_dot = s_dot * (1.0 + 0.1 * x[j]) + 0.1 * s * x_dot[j]
            s = s * (1.0 + 0.1 * x[j])
    return s, s_dot
