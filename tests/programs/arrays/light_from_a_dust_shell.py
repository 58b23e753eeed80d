"""Radiation through a stellar atmosphere: exponential integrals, grey."""

import numpy as np
from scipy.integrate import trapezoid
from scipy.special import exp1


def light_from_a_dust_shell(depth, source, temperature, cosine):
    mean = 0.5 * trapezoid(source * exp1(depth), depth)
    e2 = np.exp(-depth) - depth * exp1(depth)
    flux = 2.0 * np.pi * np.trapezoid(source * e2, x=depth)
    emergent = trapezoid(
        source * np.exp(-depth / cosine[:, None]) / cosine[:, None], depth
    )
    hopf = 2.0 / 3.0 - 0.1 * np.exp(-2.0 * depth)
    grey = temperature * (0.75 * (depth + hopf)) ** 0.25
    darkening = np.polyfit(cosine, emergent / emergent[-1], 1)
    steps = np.ediff1d(grey)
    return mean, flux, darkening[0], np.sum(steps**2)


EXAMPLE = (
    np.array([0.1, 0.3, 0.7, 1.3, 2.2]),
    np.array([0.6, 0.8, 1.1, 1.4, 1.9]),
    1.2,
    np.array([0.3, 0.6, 1.0]),
)
