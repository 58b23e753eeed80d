"""Spreads of default swaps to a curve of hazards, one maturity after the other."""

import numpy as np
from scipy.optimize import brentq


def curve_of_hazards(spreads, maturities, rate, recovery):
    times = np.arange(0.25, 2.01, 0.25)
    discount = np.exp(-rate * times)

    def value(hazard, known, k):
        own = np.where(np.arange(len(maturities)) < k, known, hazard)
        edges = np.concatenate(([0.0], maturities[:-1]))
        inside = np.clip(times[:, None] - edges, 0.0, maturities - edges)
        alive = np.exp(-inside @ own)
        before = np.concatenate((np.ones(1), alive[:-1]))
        due = times <= maturities[k] + 1e-9
        paid = np.sum(0.25 * discount * alive, where=due) * spreads[k]
        lost = np.sum((1.0 - recovery) * discount * (before - alive), where=due)
        return paid - lost

    hazards = np.zeros(len(maturities))
    for k in range(len(maturities)):
        hazards[k] = brentq(value, 1e-6, 2.0, args=(hazards.copy(), k), xtol=1e-15)
    return hazards, 1.0 - np.exp(-hazards @ np.diff(maturities, prepend=0.0))


EXAMPLE = (np.array([0.02, 0.035, 0.04]), np.array([0.52, 1.03, 2.02]), 0.03, 0.4)
