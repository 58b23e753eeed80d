"""An implicit Euler scheme whose steps are solved by Newton's method until they are."""

import math


def newton_in_every_step(y, rate, dt, steps):
    for _ in range(steps):
        old = y
        for _ in range(20):
            change = (y - old + dt * math.sin(rate * y)) / (
                1.0 + dt * rate * math.cos(rate * y)
            )
            y -= change
            if abs(change) < 1e-13:
                break
    return y * y


EXAMPLE = (0.9, 1.7, 0.3, 4)
