"""The acidity along a titration: Newton's method on the balance of charges."""

import numpy as np


def titration_curve(constants, acid, base, volumes, start):
    dilution = start / (start + volumes)
    c_acid, c_base = acid * dilution, base * volumes / (start + volumes)
    k = np.cumprod(constants)
    powers = np.arange(1, len(k) + 1)
    ph = np.full_like(volumes, 5.0)
    for _ in range(4):
        h = 10.0**-ph
        terms = k[:, None] / h ** powers[:, None]
        total = 1.0 + terms.sum(axis=0)
        bound = (powers[:, None] * terms).sum(axis=0) / total
        square = (powers[:, None] ** 2 * terms).sum(axis=0) / total
        balance = c_base + h - 1e-2 / h - c_acid * bound
        slope = -np.log(10.0) * (h + 1e-2 / h + c_acid * (square - bound**2))
        ph = ph - np.clip(balance / slope, -1.0, 1.0)
    return ph


EXAMPLE = (np.array([0.3, 0.05]), 0.8, 1.0, np.array([2.0, 6.0, 11.0]), 10.0)
