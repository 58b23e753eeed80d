"""Two scalars are swapped, and three are rotated, by tuple assignment."""


def swapped_scalars(x, y):
    z = x * y
    x, y = y, x
    s = x * x + y
    x, y, z = y, z, x
    return s * x + y * y * y - z


EXAMPLE = (0.7, 1.4)
