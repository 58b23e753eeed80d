"""Remainder and floor division of floats of both signs."""


def remainder_and_floor_division(x, y):
    a = x % y
    b = x // y
    c = (-x) % y
    return a * c + b * y + (x * x) % 1.0


EXAMPLE = (7.3, 2.0)
