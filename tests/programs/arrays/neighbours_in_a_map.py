"""Points in a plane that shall have the neighbours they had in many dimensions."""

import numpy as np
from scipy.special import kl_div


def neighbours_in_a_map(data, precision, places, exaggeration):
    n = len(data)
    norms = np.sum(np.square(data), axis=1)
    far = np.add.outer(norms, norms) - 2.0 * data @ data.T
    weights = np.exp(-precision[:, None] * far)
    np.fill_diagonal(weights, 0.0)
    p = weights / weights.sum(axis=1, keepdims=True)
    p = (p + p.T) / (2.0 * n)
    apart = np.sum((places[:, None] - places[None]) ** 2, axis=-1)
    q = 1.0 / (1.0 + apart)
    q[np.diag_indices(n)] = 0.0
    q = q / q.sum()
    off = ~np.eye(n, dtype=bool)
    loss = np.sum(kl_div(exaggeration * p[off], q[off]))
    perplexity = np.exp2(-np.sum(p[off] * np.log2(p[off])))
    return loss, perplexity


EXAMPLE = (
    np.array([[0.1, 0.9, -0.3], [0.4, 0.5, 0.2], [-0.7, 0.3, 0.8], [1.1, -0.4, 0.5]]),
    np.array([0.8, 1.1, 0.6, 0.9]),
    np.array([[0.2, 0.3], [0.6, -0.1], [-0.5, 0.7], [0.9, 0.4]]),
    1.2,
)
