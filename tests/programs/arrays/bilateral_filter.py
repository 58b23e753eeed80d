"""A picture is smoothed among pixels that are near and alike."""

import numpy as np


def bilateral_filter(picture, near, alike, radius):
    padded = np.pad(picture, radius, mode="edge")
    rows, columns = picture.shape
    total = np.zeros_like(picture)
    weight = np.zeros_like(picture)
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            top, left = radius + dy, radius + dx
            other = padded[top : top + rows, left : left + columns]
            distance = (dx * dx + dy * dy) / near**2
            w = np.exp(-0.5 * (distance + ((other - picture) / alike) ** 2))
            total += w * other
            weight += w
    return total / weight


EXAMPLE = (np.array([[0.7, 0.3, 0.2], [1.1, 0.4, 0.9], [0.5, 0.8, 0.1]]), 0.9, 0.4, 1)
