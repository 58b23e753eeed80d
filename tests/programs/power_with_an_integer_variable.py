"""The exponent is an integer argument and the base is negative."""


def power_with_an_integer_variable(x, n, m):
    return x**n + x ** (n - 1) * (0.5 * x) ** m


EXAMPLE = (-1.2, 3, -2)
