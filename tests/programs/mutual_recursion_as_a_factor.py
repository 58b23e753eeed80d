"""A function is a factor in another that it calls in turn."""


def outer_factor(x, n):
    if n == 0:
        return x
    return inner_factor(x, n - 1) * x


def inner_factor(x, n):
    if n == 0:
        return 1.0
    return outer_factor(x, n - 1)


def mutual_recursion_as_a_factor(x):
    return outer_factor(x, 4)


EXAMPLE = (1.3,)
