"""How far supernovae are in an expanding universe, whose zero point is fitted."""

import numpy as np


def distances_of_supernovae(matter, dark, redshifts, magnitudes, weights, points):
    s = np.linspace(0.0, 1.0, points)
    z = redshifts[:, None] * s[None, :]
    expansion = np.sqrt(
        matter * (1 + z) ** 3 + dark + (1 - matter - dark) * (1 + z) ** 2
    )
    comoving = redshifts * np.trapezoid(1.0 / expansion, dx=1.0 / (points - 1), axis=1)
    model = 5.0 * np.log10((1.0 + redshifts) * comoving)
    offset = np.average(magnitudes - model, weights=weights)
    return np.sum(weights * (magnitudes - model - offset) ** 2)


EXAMPLE = (
    0.3,
    0.65,
    np.array([0.1, 0.4, 0.9]),
    np.array([-4.6, -1.5, 0.9]),
    np.array([1.0, 2.0, 0.7]),
    5,
)
