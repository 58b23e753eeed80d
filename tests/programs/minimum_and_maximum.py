"""Built-in min and max of two and of three values."""


def minimum_and_maximum(x, y, z):
    low = min(x, y)
    high = max(x * y, z, 0.1)
    return low * high + min(x * x, y * y, 3.0) * max(z, 2.0)


EXAMPLE = (0.8, -1.1, 1.5)
