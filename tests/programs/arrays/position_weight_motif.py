"""How well a motif explains sequences, whose places in them nobody knows."""

import numpy as np


def position_weight_motif(scores, background, sequences, prior):
    width = scores.shape[0]
    weights = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    log_background = np.log(background / background.sum())
    ratio = weights - log_background
    places = sequences.shape[1] - width + 1
    window = np.arange(places)[:, None] + np.arange(width)
    letters = sequences[:, window]
    score = ratio[np.arange(width), letters].sum(axis=2)
    total = np.logaddexp.reduce(score, axis=1) - np.log(places)
    return np.sum(np.log1p(prior * np.expm1(total))) - 0.01 * np.sum(scores**2)


EXAMPLE = (
    np.array([[0.2, -0.3, 0.8, 0.1], [0.5, 0.9, -0.4, -0.2]]),
    np.array([0.3, 0.2, 0.2, 0.3]),
    np.array([[0, 2, 1, 3], [2, 1, 1, 0]]),
    0.6,
)
