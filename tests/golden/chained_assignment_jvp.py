import math


def chained_assignment_jvp(x, x_dot):
    """The value of chained_assignment, and its derivative in the direction x_dot."""
    a_dot = x_dot * x + x * x_dot
    a = x * x
    b_dot = a_dot
    b = a
    a_dot = 2.0 * a_dot
    a = a * 2.0
    b_dot += math.cos(a) * a_dot
    b += math.sin(a)
    a_dot = a_dot * b + a * b_dot
    a *= b
    return a - b, a_dot - b_dot
