"""A mixture that boils: Rachford and Rice's split."""

import numpy as np
from scipy import optimize


def vapour_and_liquid(feed, critical, boiling, temperature, pressure):
    reduced = boiling / temperature
    constants = critical / pressure * np.exp(5.37 * (1.0 - reduced))

    def balance(share):
        return np.sum(feed * (constants - 1.0) / (1.0 + share * (constants - 1.0)))

    share = optimize.brentq(balance, 1e-6, 1.0 - 1e-6, xtol=1e-15)
    liquid = feed / (1.0 + share * (constants - 1.0))
    vapour = constants * liquid
    mixing = np.sum(vapour * np.log(vapour)) * share
    mixing += np.sum(liquid * np.log(liquid)) * (1.0 - share)
    return share, vapour, mixing


EXAMPLE = (
    np.array([0.3, 0.45, 0.25]),
    np.array([4.6, 3.7, 2.5]),
    np.array([1.1, 1.6, 2.0]),
    1.4,
    3.1,
)
