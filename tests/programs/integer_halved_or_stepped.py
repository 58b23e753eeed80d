"""An integer is overwritten in both branches of a test that reads it."""

import math


def integer_halved_or_stepped(x, n):
    s = 0.0
    k = n
    for i in range(5):
        if k % 2 == 0:
            k = k // 2
        else:
            k = k + 3
        s += math.sin(x * k)
    return s


EXAMPLE = (1.3, 6)
