"""What is returned is a part of an array that was made inside."""

import numpy as np


def returned_view(x):
    y = x * x
    return y[1:]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
