"""Progress of an enzyme's reaction by Lambert's function, with a slow inhibitor."""

import numpy as np
from scipy.special import exprel, lambertw


def enzyme_with_time(times, start, fastest, half, inhibitor, onset, seen):
    apparent = half * (1.0 + inhibitor)
    slowed = times * exprel(-onset * times)
    ratio = start / apparent
    argument = ratio * np.exp(ratio - fastest * slowed / apparent)
    left = apparent * np.real(lambertw(argument))
    rate = fastest * left / (apparent + left)
    initial = np.diff(left, prepend=start)[0] / times[0]
    residual = (start - left - seen) / np.maximum(np.abs(seen), 0.05)
    weight = 1.0 / (1.0 + residual**2)
    return np.sum(weight * residual**2), rate, initial


EXAMPLE = (
    np.array([0.4, 1.0, 1.9, 3.2]),
    1.8,
    1.1,
    0.7,
    0.4,
    0.3,
    np.array([0.2, 0.55, 0.8, 1.2]),
)
