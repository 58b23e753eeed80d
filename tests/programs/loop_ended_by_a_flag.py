"""A boolean name, set in a branch, ends a while loop."""

import math


def loop_ended_by_a_flag(x):
    done = False
    s = x
    steps = 0
    while not done:
        s = s + 0.3 * math.exp(-s)
        steps += 1
        done = s > 2.1 or steps > 20
    return s * steps


EXAMPLE = (0.9,)
