"""A recursive function whose depth is an integer argument."""

import math


def power(x, n):
    if n == 0:
        return 1.0
    half = power(x, n // 2)
    if n % 2 == 0:
        return half * half
    return half * half * x


def recursive_power(x, n):
    return power(x, n) + power(math.sin(x), 3)


EXAMPLE = (0.9, 6)
