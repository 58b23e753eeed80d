import math


def collatz_steps_jvp(x, n, x_dot):
    """The value of collatz_steps, and its derivative in the direction x_dot."""
    s_dot = x_dot
    s = x
    while n != 1:
        if n % 2 == 0:
            n = n // 2
            s_dot = 0.5 * s_dot + x_dot
            s = s * 0.5 + x
        else:
            n = 3 * n + 1
            s_dot = math.cos(s) * s_dot + (x_dot * x + x * x_dot)
            s = math.sin(s) + x * x
    return s, s_dot
