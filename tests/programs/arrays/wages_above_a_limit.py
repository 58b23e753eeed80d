"""Wages of which those above a limit are not told: Tobit's likelihood."""

import numpy as np
from scipy.stats import norm


def wages_above_a_limit(beta, gamma, schooling, wages, limit):
    design = np.column_stack((np.ones_like(schooling), schooling))
    middle = design @ beta
    scatter = np.exp(design @ gamma)
    at_limit = wages > limit
    seen = norm.logpdf(wages, loc=middle, scale=scatter)
    above = norm.logsf(limit, middle, scatter)
    return np.where(at_limit, above, seen).sum() - 0.5 * gamma @ gamma


EXAMPLE = (
    np.array([0.5, 0.8]),
    np.array([-0.3, 0.2]),
    np.array([0.4, 1.1, 1.9, 0.8, 1.5]),
    np.array([0.9, 1.2, 2.7, 1.6, 2.3]),
    2.0,
)
