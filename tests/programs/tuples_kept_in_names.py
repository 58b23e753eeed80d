"""Tuples are bound to names, indexed, nested and rebound."""


def tuples_kept_in_names(x, y):
    pair = (x * y, x - y)
    nested = (pair, 2.0 * x)
    (a, b), c = nested
    pair = (b * c, a)
    return pair[0] * pair[1] + nested[0][1] * nested[1]


EXAMPLE = (0.7, 1.3)
