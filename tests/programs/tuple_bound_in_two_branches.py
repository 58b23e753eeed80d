"""Tuples that have one name in two branches, in a loop, and after another."""


def tuple_bound_in_two_branches(x, y):
    if x > 1.0:
        pair = (x, y)
    else:
        pair = (y, x * x)
    for i in range(3):
        if i == 1:
            pair = (pair[1] * x, pair[0])
        else:
            pair = (pair[0], pair[1] + y)
    return pair[0] * pair[1]


EXAMPLE = (0.7, 1.3)
