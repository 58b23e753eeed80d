"""Values that nobody reads leave no trace in the derivative."""

import math


def dead_code_and_unused_names(x, y):
    waste = math.exp(x * 100.0)
    unused = waste * y
    s = x * y
    t = s * s
    s = x + y
    unused += s
    return s * math.cos(t)


EXAMPLE = (0.4, 1.1)
