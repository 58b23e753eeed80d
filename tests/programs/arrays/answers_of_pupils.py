"""Tests by the three-parameter logistic: abilities, guesses, and what items tell."""

import numpy as np
from scipy.special import expit, logit, xlog1py, xlogy


def answers_of_pupils(ability, difficulty, sharpness, guess, right):
    z = sharpness * (ability[:, None] - difficulty)
    know = expit(z)
    p = guess + (1.0 - guess) * know
    likelihood = np.sum(xlogy(right, p) + xlog1py(1.0 - right, -p))
    slope = sharpness * (1.0 - guess) * know * (1.0 - know)
    information = np.sum(slope**2 / (p * (1.0 - p)), axis=1)
    prior = -0.5 * ability @ ability - 0.5 * np.sum((logit(guess) + 1.2) ** 2)
    return likelihood + prior, 1.0 / np.sqrt(information + 1.0)


EXAMPLE = (
    np.array([0.4, -0.8, 1.1]),
    np.array([-0.5, 0.3, 0.9, 1.4]),
    np.array([1.1, 0.7, 1.6, 1.2]),
    np.array([0.2, 0.25, 0.15, 0.3]),
    np.array([[1.0, 1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 1.0], [1.0, 1.0, 1.0, 0.0]]),
)
