"""Answers on a scale: thresholds cut a latent number into ordered classes."""

import numpy as np


def ordered_logit(beta, gaps, x, answers):
    cuts = np.cumsum(np.concatenate(([gaps[0]], np.exp(gaps[1:]))))
    latent = x @ beta
    below = 1.0 / (1.0 + np.exp(latent[:, None] - cuts))
    n = len(answers)
    padded = np.hstack((np.zeros((n, 1)), below, np.ones((n, 1))))
    probability = np.diff(padded, axis=1)
    return -np.log(probability[np.arange(n), answers]).mean()


EXAMPLE = (
    np.array([0.7, -0.4]),
    np.array([-0.8, 0.1, -0.3]),
    np.array([[0.2, 1.1], [-0.9, 0.4], [0.6, -0.5], [1.3, 0.8]]),
    np.array([1, 0, 3, 2]),
)
