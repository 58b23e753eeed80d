"""The gradient is an integer's value, and a float."""


def integer_times_a_float(x, n):
    return x * n + (n > 2) * x


EXAMPLE = (1.3, 7)
