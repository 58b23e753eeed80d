import math


def tuple_assignment_reads_before_it_writes_jvp(x, x_dot):
    """The value of tuple_assignment_reads_before_it_writes, and its derivative in
    the direction x_dot.
    """
    a_dot = 0.0
    a = 1.0
    b_dot = x_dot
    b = x
    for _ in range(4):
        value_before_dot = a_dot * b + a * b_dot + 0.1 * math.cos(a) * a_dot
        value_before = a * b + 0.1 * math.sin(a)
        a_dot = 0.9 * b_dot
        a = b * 0.9
        b_dot = value_before_dot
        b = value_before
    return a + b * b, a_dot + (b_dot * b + b * b_dot)
