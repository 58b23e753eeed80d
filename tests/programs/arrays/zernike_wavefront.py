"""Aberrations fitted to a measured wavefront, and what is left of them."""

import numpy as np


def zernike_wavefront(rho, theta, phase):
    terms = np.column_stack(
        (
            np.ones_like(rho),
            rho * np.cos(theta),
            2.0 * rho**2 - 1.0,
            rho**2 * np.sin(2.0 * theta),
        )
    )
    coefficients, *_ = np.linalg.lstsq(terms, phase, rcond=None)
    rest = phase - terms @ coefficients
    rms = np.sqrt(np.mean(rest**2))
    return coefficients, np.exp(-((2.0 * np.pi * rms) ** 2))


EXAMPLE = (
    np.array([0.2, 0.9, 0.5, 0.8, 0.6, 0.4]),
    np.array([0.3, 1.1, 2.0, 3.3, 4.4, 5.6]),
    np.array([0.11, 0.05, -0.08, 0.02, 0.09, -0.04]),
)
