"""Base and exponent of a power both depend on the arguments."""


def power_of_two_variables(x, y):
    return x**y + (x * y) ** (x + y) - y ** (x**2)


EXAMPLE = (1.4, 0.6)
