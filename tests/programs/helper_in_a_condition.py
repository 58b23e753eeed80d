"""Calls stand in the conditions of a while and of a branch."""

import math


def energy(q, p):
    return 0.5 * p * p + 1.0 - math.cos(q)


def helper_in_a_condition(q, p):
    steps = 0
    while energy(q, p) < 1.5:
        p = p * 1.2
        q = q + 0.1 * p
        steps += 1
    if energy(q, 0.0) > 100.0:
        return 0.0
    return energy(q, p) * q + steps * p


EXAMPLE = (0.4, 0.7)
