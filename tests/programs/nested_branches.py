"""Branches within branches, some without an else."""

import math


def nested_branches(x, y):
    s = x
    if x > 0.0:
        if y > 0.0:
            s = s * y
            if s > 1.0:
                s = math.log(s)
        else:
            s = s - y
        if s < 0.5:
            s += x * y
    elif y > 0.0:
        s = y
    return s * s


EXAMPLE = (1.5, 1.2)
