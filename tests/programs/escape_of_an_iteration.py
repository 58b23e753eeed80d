"""How fast z**2 + c escapes, as a smooth number: a loop over a complex number."""

import numpy as np


def escape_of_an_iteration(x, y):
    c = complex(x, y)
    z = 0j
    n = 0
    while abs(z) < 20.0 and n < 40:
        z = z * z + c
        n += 1
    return n + 1.0 - np.log(np.log(abs(z)))


EXAMPLE = (0.6, 0.7)
