"""A map of heights: slopes and shades, where water gathers, and how rough it is."""

import numpy as np


def terrain_of_a_valley(height, spacing, azimuth, altitude):
    dy, dx = np.gradient(height, *spacing)
    slope = np.arctan(np.hypot(dx, dy))
    aspect = np.arctan2(-dx, dy)
    sun, high = np.radians(azimuth), np.radians(altitude)
    shade = np.sin(high) * np.cos(slope)
    shade += np.cos(high) * np.sin(slope) * np.cos(sun - aspect)
    shade = np.clip(shade, 0.0, None)
    bend = np.zeros_like(height)
    inner = height[1:-1, 1:-1]
    bend[1:-1, 1:-1] = sum(
        np.roll(height, s, axis=k)[1:-1, 1:-1] - inner for s in (1, -1) for k in (0, 1)
    )
    wet = np.log((1.0 + np.exp(bend)) / (np.tan(slope) + 0.1))
    windows = np.lib.stride_tricks.sliding_window_view(height, (2, 2))
    rough = np.ptp(windows.reshape(*windows.shape[:2], 4), axis=-1)
    return shade, wet.mean(), rough.max()


EXAMPLE = (
    np.array([[1.2, 0.9, 1.1, 1.6], [0.8, 0.3, 0.6, 1.3], [1.0, 0.45, 0.2, 0.7]]),
    (0.9, 1.1),
    315.0,
    40.0,
)
