"""How likely a text is when nobody knows which frame of a sound holds which letter."""

import numpy as np
from scipy.special import log_softmax


def reading_without_marks(scores, letters, blank):
    logits = log_softmax(scores, axis=1)
    states = np.insert(letters, np.arange(len(letters) + 1), blank)
    n = len(states)
    may_skip = (states[2:] != blank) & (states[2:] != states[:-2])
    alpha = np.full(n, -1e3)
    alpha[:2] = logits[0, states[:2]]
    for row in logits[1:]:
        step = np.r_[-1e3, alpha[:-1]]
        skip = np.full(n, -1e3)
        skip[2:] = np.where(may_skip, alpha[:-2], -1e3)
        alpha = np.logaddexp.reduce(np.stack([alpha, step, skip]), axis=0) + row[states]
    return -np.logaddexp(alpha[-1], alpha[-2])


EXAMPLE = (
    np.array(
        [
            [0.3, 1.2, -0.4],
            [0.8, 0.5, 0.1],
            [-0.2, 0.7, 1.5],
            [1.0, -0.6, 0.4],
            [0.2, 0.9, 0.6],
        ]
    ),
    np.array([1, 2]),
    0,
)
