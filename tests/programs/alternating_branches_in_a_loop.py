"""Which branch runs alternates with the trip, and both change the state."""

import math


def alternating_branches_in_a_loop(x, n):
    s = x
    t = 0.5 * x
    for i in range(n):
        if i % 2 == 0:
            s = s * t + 0.3
        else:
            t = math.sin(s) - t
    return s - t * t


EXAMPLE = (1.1, 5)
