"""A while over an integer that its branches change, weighted by a float."""

import math


def collatz_while(x, n):
    s = 0.0
    while n > 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        s += math.cos(x / n)
    return s


EXAMPLE = (0.7, 6)
