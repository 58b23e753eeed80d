"""Two ways to say how far apart distributions of words are."""

import numpy as np
from scipy.special import entr, rel_entr
from scipy.stats import entropy


def topics_in_documents(documents, topics, smoothing):
    p = documents + smoothing
    p = p / p.sum(axis=1, keepdims=True)
    q = topics / topics.sum(axis=1, keepdims=True)
    middle = 0.5 * (p[:, None] + q)
    apart = 0.5 * (rel_entr(p[:, None], middle) + rel_entr(q, middle)).sum(axis=-1)
    weights = np.exp(-apart / 0.3)
    weights = weights / weights.sum(axis=1, keepdims=True)
    explained = entropy(p, weights @ q, axis=1)
    return np.sqrt(apart), explained.sum() + 0.1 * entr(weights.mean(axis=0)).sum()


EXAMPLE = (
    np.array([[3.0, 0.0, 1.0, 2.0], [0.5, 4.0, 1.5, 0.0], [1.0, 1.0, 0.0, 3.0]]),
    np.array([[2.0, 0.3, 0.8, 1.1], [0.4, 1.9, 1.2, 0.5]]),
    0.2,
)
