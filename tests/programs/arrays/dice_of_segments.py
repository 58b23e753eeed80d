"""Regions in a picture: how far soft ones overlap the true, and how smooth they are."""

import numpy as np
from scipy.special import softmax


def dice_of_segments(logits, labels, smooth, stiffness):
    p = softmax(logits, axis=0)
    truth = np.moveaxis(np.eye(len(logits))[labels], -1, 0)
    both = np.sum(p * truth, axis=(1, 2))
    size = np.sum(p + truth, axis=(1, 2))
    dice = (2.0 * both + smooth) / (size + smooth)
    false = np.sum(p * (1.0 - truth), axis=(1, 2))
    missed = np.sum((1.0 - p) * truth, axis=(1, 2))
    tversky = both / (both + 0.3 * false + 0.7 * missed)
    edges = np.abs(np.diff(p, axis=1)).sum() + np.abs(np.diff(p, axis=2)).sum()
    return np.mean(1.0 - dice), np.mean((1.0 - tversky) ** 0.75) + stiffness * edges


EXAMPLE = (
    np.array(
        [
            [[0.4, -0.9, 0.3], [1.1, 0.2, -0.5]],
            [[-0.2, 0.8, 0.6], [0.1, -0.7, 1.3]],
            [[0.9, 0.5, -0.4], [-0.3, 0.6, 0.2]],
        ]
    ),
    np.array([[0, 1, 1], [0, 2, 1]]),
    0.5,
    0.02,
)
