"""Tokens go to the best two of several experts; a term keeps their loads even."""

import numpy as np
from scipy.special import softmax


def routing_to_experts(tokens, gate, experts, balance):
    scores = tokens @ gate
    best = np.argsort(-scores, axis=1)[:, :2]
    chosen = softmax(np.take_along_axis(scores, best, axis=1), axis=1)
    weights = np.zeros_like(scores)
    np.put_along_axis(weights, best, chosen, axis=1)
    answers = np.tanh(np.einsum("td,edo->teo", tokens, experts))
    mixed = np.sum(weights[:, :, None] * answers, axis=1)
    share = np.bincount(best.ravel(), minlength=gate.shape[1]) / best.size
    load = np.mean(softmax(scores, axis=1), axis=0)
    return mixed, balance * gate.shape[1] * np.vdot(share, load)


EXAMPLE = (
    np.array([[0.5, -1.1], [1.2, 0.3], [-0.7, 0.9]]),
    np.array([[0.9, -0.4, 0.2], [0.3, 0.8, -1.1]]),
    np.array(
        [
            [[0.2, -0.7], [1.1, 0.4]],
            [[0.6, 0.3], [-0.5, 0.8]],
            [[-0.9, 0.1], [0.4, 1.3]],
        ]
    ),
    0.1,
)
