"""A power by squaring, over the bits of the exponent."""


def binary_power(x, n):
    result = 1.0
    base = x
    while n > 0:
        if n & 1:
            result *= base
        base *= base
        n >>= 1
    return result


EXAMPLE = (1.3, 11)
