import math

import numpy as np


def logistic_regression_loss_hessian(weights, bias, features, labels):
    """The Hessian of logistic_regression_loss with respect to weights."""
    z_bar_dot = np.empty(weights.shape[0])
    z_dot = np.empty(weights.shape[0])
    loss_bar = 1.0 / len(labels)
    hessian = np.zeros((weights.shape[0], weights.shape[0]))
    for i in range(len(weights)):
        hessian[i, i] += 0.1
    for i in range(features.shape[0]):
        z = bias
        for c in range(weights.shape[0]):
            z_dot[c] = 0.0
        for j in range(len(weights)):
            z += weights[j] * features[i, j]
            z_dot[j] += features[i, j]
        if labels[i] == 1:
            exponential = math.exp(-z)
            z_bar = -exponential * loss_bar / (1.0 + exponential)
            exponential_dot = -exponential
            factor_2 = -exponential_dot * loss_bar - z_bar * exponential_dot
            factor = factor_2 / (1.0 + exponential)
            for c in range(weights.shape[0]):
                z_bar_dot[c] = factor * z_dot[c]
        else:
            exp_z = math.exp(z)
            z_bar = exp_z * loss_bar / (1.0 + exp_z)
            factor = (exp_z * loss_bar - z_bar * exp_z) / (1.0 + exp_z)
            for c in range(weights.shape[0]):
                z_bar_dot[c] = factor * z_dot[c]
        for j in range(len(weights)):
            features_ij = features[i, j]
            for c in range(j + 1):
                hessian[j, c] += features_ij * z_bar_dot[c]
    for row in range(weights.shape[0]):
        for column in range(row):
            hessian[column, row] = hessian[row, column]
    return hessian
