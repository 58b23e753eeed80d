"""Light along rays through a cloud: what each sample adds, behind those before it."""

import numpy as np


def volume_rendering(density, colour, near, far, background):
    n = density.shape[1]
    edges = np.linspace(near, far, n + 1)
    alpha = 1.0 - np.exp(-density * np.diff(edges))
    passed = np.cumprod(1.0 - alpha, axis=1)
    before = np.concatenate((np.ones_like(passed[:, :1]), passed[:, :-1]), axis=1)
    weights = alpha * before
    seen = np.einsum("rs,rsc->rc", weights, colour) + passed[:, -1:] * background
    depth = np.sum(weights * 0.5 * (edges[1:] + edges[:-1]), axis=1)
    return seen, depth


EXAMPLE = (
    np.array([[0.3, 0.9, 0.2], [0.5, 0.1, 1.4]]),
    np.sin(np.arange(12.0)).reshape(2, 3, 2) ** 2,
    0.5,
    2.3,
    np.array([0.2, 0.6]),
)
