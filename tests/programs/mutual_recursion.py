"""Two functions call each other."""


def even_part(n, x):
    if n == 0:
        return 1.0
    return odd_part(n - 1, x) * x


def odd_part(n, x):
    if n == 0:
        return x
    return even_part(n - 1, x) + x * x


def mutual_recursion(x):
    return even_part(5, x)


EXAMPLE = (1.3,)
