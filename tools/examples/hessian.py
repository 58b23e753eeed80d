"""A chain of particles, whose Hessian gives its vibrations."""

import math


def energy(x, stiffness):
    """Springs between neighbours, and a corrugated ground under each particle."""
    total = 0.0
    for i in range(len(x)):
        total += 1.0 - math.cos(x[i])
    for i in range(1, len(x)):
        stretch = x[i] - x[i - 1] - 1.0
        total += 0.5 * stiffness * stretch**2
    return total
