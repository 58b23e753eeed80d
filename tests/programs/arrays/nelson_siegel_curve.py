"""Prices of bonds with coupons from a yield curve of four numbers."""

import numpy as np


def nelson_siegel_curve(level, slope, curve, tau, times, flows, market):
    x = times / tau
    load = -np.expm1(-x) / x
    yields = level + slope * load + curve * (load - np.exp(-x))
    discount = np.exp(-yields * times)
    prices = np.sum(flows * discount, axis=-1)
    duration = (flows * discount * times).sum(axis=-1) / prices
    return np.mean(((prices - market) / duration) ** 2)


EXAMPLE = (
    0.04,
    -0.02,
    0.015,
    1.8,
    np.array([0.5, 1.0, 2.0, 5.0]),
    np.array([[1.0, 101.0, 0.0, 0.0], [2.0, 2.0, 102.0, 0.0], [3.0, 3.0, 3.0, 103.0]]),
    np.array([99.0, 101.0, 97.0]),
)
