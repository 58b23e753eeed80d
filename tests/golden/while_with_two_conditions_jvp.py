import math


def while_with_two_conditions_jvp(x, limit, x_dot):
    """The value of while_with_two_conditions, and its derivative in the direction
    x_dot.
    """
    s_dot = x_dot
    s = x
    n = 0
    while s < 50.0 and n < limit:
        s_dot = s_dot * x + s * x_dot
        s = s * x + 0.5
        n += 1
    while s > 2.0 or n < limit - 1:
        sqrt_s = math.sqrt(s)
        s_dot = s_dot / (2.0 * sqrt_s)
        s = sqrt_s
        n += 1
    return s * n, s_dot * n
