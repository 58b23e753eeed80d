"""Attention of several heads in which no token sees those that come after it."""

import numpy as np


def causal_attention(x, wq, wk, wv, heads):
    n, d = x.shape
    q = (x @ wq).reshape(n, heads, d // heads).transpose(1, 0, 2)
    k = (x @ wk).reshape(n, heads, d // heads).transpose(1, 0, 2)
    v = (x @ wv).reshape(n, heads, d // heads).transpose(1, 0, 2)
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(d // heads)
    scores = np.where(np.tri(n, dtype=bool), scores, -1e9)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ v).transpose(1, 0, 2).reshape(n, d)


EXAMPLE = (
    np.sin(np.arange(12.0)).reshape(3, 4),
    np.cos(np.arange(16.0)).reshape(4, 4),
    np.sin(np.arange(16.0) + 0.5).reshape(4, 4),
    np.cos(0.7 * np.arange(16.0)).reshape(4, 4),
    2,
)
