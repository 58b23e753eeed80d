import math


def range_bounds_computed_in_the_loop_jvp(x, x_dot):
    """The value of range_bounds_computed_in_the_loop, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 0.3
    start = 0
    width = 1
    while start + width <= len(x):
        for i in range(start, start + width):
            s_dot = math.cos(s) * s_dot + (x_dot[i] * s + x[i] * s_dot)
            s = math.sin(s) + x[i] * s
        start += width
        width += 1
    return s, s_dot
