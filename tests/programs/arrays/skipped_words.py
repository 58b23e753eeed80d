"""Words that occur together: vectors by noise that is told apart, with shared rows."""

import numpy as np
from scipy.special import log_expit


def skipped_words(inner, outer, pairs, noise, counts):
    centre, context = inner[pairs[:, 0]], outer[pairs[:, 1]]
    together = np.vecdot(centre, context)
    others = np.matmul(outer[noise], centre[..., None])[..., 0]
    chance = counts**0.75 / np.sum(counts**0.75)
    rank = noise.shape[1] * chance
    loss = -log_expit(together - np.log(rank[pairs[:, 1]]))
    loss = loss - np.sum(log_expit(-(others - np.log(rank[noise]))), axis=1)
    return loss.mean() + 0.01 * np.linalg.norm(inner, ord="fro")


EXAMPLE = (
    np.array([[0.3, -0.5], [0.9, 0.2], [-0.4, 0.7]]),
    np.array([[0.1, 0.8], [-0.6, 0.4], [0.5, -0.2]]),
    np.array([[0, 1], [2, 0], [1, 1]]),
    np.array([[2, 0], [1, 2], [0, 2]]),
    np.array([5.0, 3.0, 2.0]),
)
