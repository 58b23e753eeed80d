"""A return ends an endless loop from within a branch."""

import math


def return_out_of_a_while_loop(x, y):
    t = x
    while True:
        t = math.cos(t) * y + 0.1 * x
        if t * t < 0.2:
            return t * x
        y = y * 0.8


EXAMPLE = (0.4, 1.1)
