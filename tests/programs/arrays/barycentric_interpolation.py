"""Polynomials through points by the second barycentric formula, and their slopes."""

import numpy as np


def barycentric_interpolation(nodes, values, at):
    gaps = nodes[:, None] - nodes
    weights = 1.0 / np.prod(gaps, axis=1, where=~np.eye(len(nodes), dtype=bool))
    terms = weights / (at[:, None] - nodes)
    bottom = terms.sum(axis=1)
    p = terms @ values / bottom
    quotient = (p[:, None] - values) / (at[:, None] - nodes)
    return p, np.sum(terms * quotient, axis=1) / bottom


EXAMPLE = (
    np.array([-0.9, -0.3, 0.4, 1.1]),
    np.array([0.2, 0.8, -0.1, 0.5]),
    np.array([-0.6, 0.1, 0.7]),
)
