"""A tuple assignment evaluates every right side before it binds a name."""

import math


def tuple_assignment_reads_before_it_writes(x):
    a, b = 1.0, x
    for _ in range(4):
        a, b = b * 0.9, a * b + 0.1 * math.sin(a)
    return a + b * b


EXAMPLE = (0.8,)
