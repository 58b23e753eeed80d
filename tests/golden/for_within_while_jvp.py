import math


def for_within_while_jvp(x, x_dot):
    """The value of for_within_while, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 0.1
    rounds = 1
    while s < 2.0 and rounds < 6:
        for i in range(rounds):
            if len(x) == 0:
                raise ZeroDivisionError("division by zero")
            cos_s_dot = -math.sin(s) * s_dot
            cos_s = math.cos(s)
            term = 0.2 * x_dot[i % len(x)] * cos_s + 0.2 * x[i % len(x)] * cos_s_dot
            s_dot = s_dot + term
            s = s + 0.2 * x[i % len(x)] * cos_s
        s_dot = 1.3 * s_dot
        s = s * 1.3 + 0.2
        rounds += 1
    return s * rounds, s_dot * rounds
