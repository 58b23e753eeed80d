"""An argument is a tuple of scalars, which is unpacked and indexed."""

import math


def tuple_argument(parameters, t):
    amplitude, rate, phase = parameters
    return amplitude * math.exp(-rate * t) * math.cos(phase * t) + parameters[1]


EXAMPLE = ((1.2, 0.5, 2.0), 0.7)
