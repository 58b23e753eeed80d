"""A contraction is iterated for a fixed number of trips or until it rests."""

import math


def fixed_point_of_a_map(a, b):
    x = 0.0
    y = 0.0
    for _ in range(25):
        x_next = 0.4 * math.cos(a * y) + 0.1 * b
        y = 0.3 * math.sin(b * x) + 0.2 * a
        if abs(x_next - x) < 1e-300:
            break
        x = x_next
    return x * y


EXAMPLE = (0.7, 1.3)
