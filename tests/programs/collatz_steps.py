"""A while loop over an integer carries a float along."""

import math


def collatz_steps(x, n):
    s = x
    while n != 1:
        if n % 2 == 0:
            n = n // 2
            s = s * 0.5 + x
        else:
            n = 3 * n + 1
            s = math.sin(s) + x * x
    return s


EXAMPLE = (0.6, 6)
