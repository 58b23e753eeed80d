"""A chain of labels over a sentence: what the right one scores against all others."""

import numpy as np
from scipy.special import logsumexp


def tagged_words(words, weights, moves, start, tags):
    scores = np.inner(words, weights)
    alpha = start + scores[0]
    for row in scores[1:]:
        alpha = logsumexp(alpha[:, None] + moves, axis=0) + row
    right = start[tags[0]] + np.choose(tags, scores.T).sum()
    right += moves[tags[:-1], tags[1:]].sum()
    best = start + scores[0]
    for row in scores[1:]:
        best = np.amax(best[:, None] + moves, axis=0) + row
    margin = np.maximum(0.0, best.max() - right + 0.5)
    return logsumexp(alpha) - right, margin


EXAMPLE = (
    np.array([[0.4, 1.0], [-0.9, 0.3], [1.2, -0.6], [0.5, 0.8]]),
    np.array([[0.7, -0.1], [-0.3, 0.9], [0.2, 0.4]]),
    np.array([[0.3, -0.5, 0.1], [0.6, 0.2, -0.4], [-0.2, 0.7, 0.5]]),
    np.array([0.2, -0.1, 0.4]),
    np.array([0, 1, 2, 0]),
)
