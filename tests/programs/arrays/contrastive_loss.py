"""Each embedding shall be near its own partner and far from those of the others."""

import numpy as np


def contrastive_loss(queries, keys, temperature):
    q = queries / np.linalg.norm(queries, axis=1, keepdims=True)
    k = keys / np.linalg.norm(keys, axis=1, keepdims=True)
    logits = q @ k.T / temperature
    logits -= logits.max(axis=1, keepdims=True)
    log_prob = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -np.mean(np.diag(log_prob))


EXAMPLE = (
    np.array([[0.7, 1.3, -0.4], [0.2, -0.8, 0.9], [-1.1, 0.3, 0.5]]),
    np.array([[0.6, 1.1, -0.2], [0.4, -0.5, 1.2], [-0.9, 0.1, 0.8]]),
    0.5,
)
