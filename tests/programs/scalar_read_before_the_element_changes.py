"""A scalar read from an element keeps its value, a view does not."""

import numpy as np


def scalar_read_before_the_element_changes(x):
    y = x * 1.0
    first = y[0]
    window = y[0:1]
    y[0] = y[1] * y[2]
    return first * window[0] + y[0] * first


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
