"""Water caught between the hills of a profile."""

import numpy as np


def rain_that_stays(height, spacing, threshold):
    left = np.maximum.accumulate(height)
    right = np.maximum.accumulate(height[::-1])[::-1]
    level = np.fmin(left, right)
    depth = level - height
    slope = np.gradient(height, spacing)
    steep = np.hypot(slope, 1.0)
    wet = depth > threshold
    volume = spacing * np.sum(depth, where=wet)
    return volume, np.sum(np.where(wet, 0.0, slope**2 / steep)), depth.max(initial=0.1)


EXAMPLE = (np.array([0.2, 1.4, 0.6, 0.9, 0.3, 1.9, 0.8, 1.1, 0.5]), 0.7, 0.01)
