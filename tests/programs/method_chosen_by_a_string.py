"""A string argument and a boolean one decide which formula is used."""

import numpy as np


def method_chosen_by_a_string(x, method, squared):
    s = 0.0
    for i in range(1, len(x)):
        if method == "trapezoid":
            s += 0.5 * (x[i] ** 2 + x[i - 1] ** 2)
        elif method == "left":
            s += x[i - 1] ** 2
        else:
            raise ValueError(f"unknown method {method}")
    return s * s if squared else s


EXAMPLE = (np.array([0.7, 1.3, -0.4]), "trapezoid", True)
