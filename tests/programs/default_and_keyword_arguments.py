"""Helpers are called with defaults, by keyword and in another order."""

import math


def wave(t, amplitude=1.5, rate=2.0, *, phase=0.0):
    return amplitude * math.sin(rate * t + phase)


def default_and_keyword_arguments(x, y=0.4):
    a = wave(x) + wave(x, phase=y)
    return a * wave(rate=y, t=x) + wave(y, x, phase=x * y)


EXAMPLE = (0.7,)
