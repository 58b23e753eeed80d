"""Radiation behind layers with a spectrum: optical depths and doses by quadrature."""

import numpy as np
from scipy.integrate import cumulative_trapezoid, simpson


def dose_behind_a_wall(energy, intensity, density, thickness, power):
    depth = np.linspace(0.0, thickness, 5)
    column = cumulative_trapezoid(density, depth, initial=0)
    attenuation = 0.6 * energy**-power + 0.05
    left = intensity * np.exp(-np.outer(column, attenuation))
    dose = simpson(left * energy, x=energy, axis=1)
    hardness = dose / simpson(left, x=energy, axis=1)
    half = np.interp(0.5 * dose[0], dose[::-1], depth[::-1])
    return half, hardness[-1], simpson(dose * density, x=depth)


EXAMPLE = (
    np.array([0.4, 0.7, 1.1, 1.6, 2.3]),
    np.array([0.9, 1.6, 1.3, 0.7, 0.2]),
    np.array([1.2, 1.5, 2.1, 1.9, 1.4]),
    1.3,
    1.6,
)
