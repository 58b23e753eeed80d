"""Magnitudes of a hot body behind dust, seen through filters."""

import numpy as np


def colours_of_a_black_body(temperature, radius, dust, wavelengths, filters):
    x = 14.388 / (wavelengths * temperature)
    planck = wavelengths**-5.0 / np.expm1(x)
    planck *= 10.0 ** (-0.4 * dust / wavelengths)
    weight = filters * wavelengths
    seen = np.trapezoid(planck * weight, wavelengths, axis=1)
    seen /= np.trapezoid(weight, wavelengths, axis=1)
    magnitudes = -2.5 * np.log10(seen * radius**2)
    return magnitudes[:-1] - magnitudes[1:]


EXAMPLE = (
    5.8,
    1.1,
    0.3,
    np.array([0.4, 0.5, 0.65, 0.8]),
    np.array([[0.9, 0.4, 0.1, 0.0], [0.1, 0.8, 0.6, 0.1], [0.0, 0.1, 0.5, 0.9]]),
)
