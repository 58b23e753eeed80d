import math


def collatz_while_jvp(x, n, x_dot):
    """The value of collatz_while, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 0.0
    while n > 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        quotient = x / n
        s_dot -= math.sin(quotient) * x_dot / n
        s += math.cos(quotient)
    return s, s_dot
