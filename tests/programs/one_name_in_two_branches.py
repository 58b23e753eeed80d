"""One name means two things in two branches, and a third in a loop."""

import math


def one_name_in_two_branches(x, y):
    s = 0.5
    if x < 1.0:
        t = math.sin(x)
        s += t * t
    if y > 1.0:
        t = math.cos(x) * y
        s = s * t * t
    for i in range(3):
        t = s * y + i
        s = s + t * t
    return s


EXAMPLE = (0.7, 1.3)
