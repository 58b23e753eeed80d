"""A helper takes one tuple and returns another: complex multiplication."""


def multiply(a, b):
    return a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]


def helper_that_takes_a_tuple(x, y):
    z = (1.0, 0.0)
    for _ in range(4):
        z = multiply(z, (x, y))
    return z[0] + 2.0 * z[1]


EXAMPLE = (0.7, 0.8)
