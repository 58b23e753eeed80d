"""Sums, differences, products and quotients of one scalar."""


def polynomial_of_a_scalar(x):
    p = 3.0 * x * x - 2.0 * x + 1.0
    q = x - 5.0
    return p / q - x / 3.0 + 2.0 / x


EXAMPLE = (1.7,)
