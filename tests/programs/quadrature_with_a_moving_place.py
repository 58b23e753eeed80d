"""A place that each trip moves on by one step, beside a sum over it."""

import math


def quadrature_with_a_moving_place(a, b, step, n):
    place = 0.0
    total = 0.0
    state = 7
    for i in range(n):
        total += step * math.exp(-a * place) * math.cos(b * place)
        place += step
        state = state * 5 % 11
        if state > 4:
            total += a * b * state
    return total + place


EXAMPLE = (0.7, 1.3, 0.25, 5)
ARGNUMS = (0, 1)
