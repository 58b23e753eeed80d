"""Lennard-Jones energy in a periodic box; distant pairs are skipped."""

import numpy as np


def lennard_jones_with_cutoff(x, box, cutoff):
    energy = 0.0
    for i in range(len(x)):
        for j in range(i):
            d = x[i] - x[j]
            d -= box * round(d / box)
            r2 = d * d
            if r2 > cutoff * cutoff:
                continue
            s6 = 1.0 / r2**3
            energy += 4.0 * (s6 * s6 - s6)
    return energy


EXAMPLE = (np.array([0.1, 1.5, 2.9, 4.2]), 5.4, 1.6)
