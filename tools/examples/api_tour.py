"""Two small functions, of which every derivative is written."""

import math


def rosenbrock(x):
    """The banana-shaped valley: two variables, its minimum at (1, 1)."""
    return 100.0 * (x[1] - x[0] ** 2) ** 2 + (1.0 - x[0]) ** 2


def polar(r: float, phi: float):
    """The point of the plane at a distance and an angle."""
    return r * math.cos(phi), r * math.sin(phi)
