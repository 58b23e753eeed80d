"""A trial of several groups: the ratio of variances, its chance, power."""

import numpy as np
from scipy import stats


def groups_of_a_trial(values, group, level, effect):
    sizes = np.bincount(group)
    means = np.bincount(group, weights=values) / sizes
    grand = values.mean()
    between = np.sum(sizes * (means - grand) ** 2)
    within = np.sum((values - means[group]) ** 2)
    first, second = len(sizes) - 1, len(values) - len(sizes)
    ratio = between / first / (within / second)
    chance = stats.f.sf(ratio, first, second)
    threshold = stats.f.isf(level, first, second)
    noncentral = effect**2 * len(values)
    power = stats.ncf.sf(threshold, first, second, noncentral)
    spread = np.sqrt(np.bincount(group, values**2) / sizes - means**2)
    return ratio, chance, power, spread


EXAMPLE = (
    np.array([1.1, 0.7, 1.9, 2.4, 1.6, 2.9, 2.2, 1.3]),
    np.array([0, 0, 1, 1, 1, 2, 2, 0]),
    0.05,
    0.6,
)
