"""The penalised negative log-likelihood of a logistic regression."""

import math

import numpy as np


def logistic_regression_loss(weights, bias, features, labels):
    loss = 0.0
    for i in range(features.shape[0]):
        z = bias
        for j in range(len(weights)):
            z += weights[j] * features[i, j]
        if labels[i] == 1:
            loss += math.log1p(math.exp(-z))
        else:
            loss += math.log1p(math.exp(z))
    return loss / len(labels) + 0.05 * np.dot(weights, weights)


EXAMPLE = (
    np.array([0.7, -0.4]),
    0.2,
    np.array([[0.5, 1.2], [-0.3, 0.8], [1.1, -0.9]]),
    np.array([1, 0, 1]),
)
