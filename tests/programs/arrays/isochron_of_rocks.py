"""How old rocks are: a straight line through ratios of isotopes."""

import numpy as np
from scipy.stats import linregress, pearsonr


def isochron_of_rocks(parent, daughter, decay, seen):
    slope, intercept, r, p, error = linregress(parent, daughter)
    age = np.log1p(slope) / decay
    age_error = error / (1.0 + slope) / decay
    rest = daughter - (intercept + slope * parent)
    trend = pearsonr(parent**2, np.abs(rest))
    score = (age - seen) / age_error
    return age, intercept, r**2, 0.5 * score**2 + trend[0] ** 2


EXAMPLE = (
    np.array([0.4, 1.1, 2.3, 3.2, 4.1]),
    np.array([0.71, 0.81, 0.75, 0.93, 0.86]),
    0.3,
    0.15,
)
