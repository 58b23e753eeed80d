"""A power law of whole numbers above a least one: Hurwitz' zeta, against others."""

import numpy as np
from scipy.special import zeta


def tails_of_cities(sizes, exponent, least, decay):
    kept = sizes[sizes >= least]
    mass = kept**-exponent / zeta(exponent, least)
    likelihood = np.sum(np.log(mass))
    other = -decay * (kept - least) + np.log(-np.expm1(-decay))
    ratio = np.log(mass) - other
    vuong = ratio.sum() / (np.sqrt(len(kept)) * ratio.std())
    survive = zeta(exponent, np.sort(kept)) / zeta(exponent, least)
    empirical = 1.0 - np.arange(len(kept)) / len(kept)
    return likelihood, vuong, np.max(np.abs(survive - empirical))


EXAMPLE = (np.array([1, 3, 2, 5, 9, 2, 14, 4]), 2.3, 2, 0.2)
