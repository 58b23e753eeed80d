"""Powers with constant float exponents, and a constant to a variable power."""


def powers_with_float_constants(x):
    a = x**2.5 + x**0.5
    b = x**-1.5
    return a * b + 2.0**x + 10 ** (-x)


EXAMPLE = (1.3,)
