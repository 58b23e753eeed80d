import math


def chained_comparison_jvp(x, x_dot):
    """The value of chained_comparison, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        if -1.0 < x[i] <= 1.0:
            s_dot += 3.0 * x[i] ** 2 * x_dot[i]
            s += x[i] ** 3
        elif 1.0 < x[i] < 2.0 < x[i] + 1.0:
            sin_x = math.sin(x[i])
            s_dot += math.cos(x[i]) * x_dot[i] * s + sin_x * s_dot
            s += sin_x * s
    return s, s_dot
