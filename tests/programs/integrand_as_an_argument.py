"""Simpson's rule integrates a lambda over a variable interval."""

import math


def simpson(f, a, b, n):
    h = (b - a) / n
    s = f(a) + f(b)
    for i in range(1, n):
        s += (4.0 if i % 2 == 1 else 2.0) * f(a + i * h)
    return s * h / 3.0


def integrand_as_an_argument(rate, end):
    return simpson(lambda t: math.exp(-rate * t) * math.sin(t), 0.0, end, 8)


EXAMPLE = (0.7, 1.9)
