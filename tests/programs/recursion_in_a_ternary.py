"""Functions call themselves, and each other, inside ternaries."""

import math


def power(x, n):
    return 1.0 if n == 0 else x * power(x, n - 1)


def even_part(n, x):
    return 1.0 if n == 0 else odd_part(n - 1, x) * x


def odd_part(n, x):
    return x if n == 0 else even_part(n - 1, x) + x * x


def recursion_in_a_ternary(x):
    return even_part(3, x) + power(math.sin(x), 4)


EXAMPLE = (1.3,)
