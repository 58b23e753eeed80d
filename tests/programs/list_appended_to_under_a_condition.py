"""A list of which nobody knows how long it becomes is read, and made an array."""

import numpy as np


def list_appended_to_under_a_condition(x, level):
    peaks = []
    for i in range(1, len(x) - 1):
        if x[i] > x[i - 1] and x[i] > x[i + 1]:
            peaks.append(x[i] ** 2)
    if not peaks:
        return level * x[0]
    heights = np.array(peaks)
    return np.sum(np.exp(-level * heights)) + peaks[-1] * len(peaks)


EXAMPLE = (np.array([0.1, 0.9, 0.4, 1.3, 0.2, 0.6]), 0.7)
