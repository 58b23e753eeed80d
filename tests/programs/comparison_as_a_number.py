"""Results of comparisons are used as numbers."""

import math


def comparison_as_a_number(x, y):
    up = x > 0.5
    down = y > 0.5
    return up * x * x + down * y + (x < y) * 2.0 + (1 - down) * math.exp(y)


EXAMPLE = (0.9, -0.3)
