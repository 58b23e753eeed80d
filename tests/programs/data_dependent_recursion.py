"""The values themselves decide how deep a recursion goes."""


def reduce_angle(t):
    if t < 0.5:
        return t * t
    return 2.0 * reduce_angle(t / 2.0) + 0.1 * t


def data_dependent_recursion(x, y):
    return reduce_angle(x * y) * reduce_angle(y)


EXAMPLE = (1.7, 1.4)
