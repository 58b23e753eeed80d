"""Powers with constant integer exponents: positive, zero, one and negative."""


def powers_with_integer_constants(x, y):
    s = x**2 + x**3 - x**5
    s += y**0 + y**1
    return s * y**-1 + x**-2


EXAMPLE = (-0.8, 1.4)
