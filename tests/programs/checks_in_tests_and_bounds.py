"""Helpers that may raise stand in a test and in the bounds of a loop."""


def checked(x):
    if x < 0.0:
        raise ValueError("negative")
    return x


def checks_in_tests_and_bounds(x):
    if checked(x) > 1.0:
        x = x + 0.0
    for _ in range(int(checked(x))):
        x = x * 1.0
    return x * x


EXAMPLE = (1.5,)
