import math

import numpy as np


def logistic_regression_loss_jvp(
    weights, bias, features, labels, weights_dot, bias_dot, features_dot
):
    """The value of logistic_regression_loss, and its derivative in the direction
    weights_dot, bias_dot, features_dot.
    """
    loss_dot = 0.0
    loss = 0.0
    for i in range(features.shape[0]):
        z_dot = bias_dot
        z = bias
        for j in range(len(weights)):
            z_dot += weights_dot[j] * features[i, j] + weights[j] * features_dot[i, j]
            z += weights[j] * features[i, j]
        if labels[i] == 1:
            exponential = math.exp(-z)
            loss_dot -= exponential * z_dot / (1.0 + exponential)
            loss += math.log1p(exponential)
        else:
            exp_z = math.exp(z)
            loss_dot += exp_z * z_dot / (1.0 + exp_z)
            loss += math.log1p(exp_z)
    quotient_dot = loss_dot / len(labels)
    term = 0.05 * (np.dot(weights_dot, weights) + np.dot(weights, weights_dot))
    value_dot = quotient_dot + term
    return loss / len(labels) + 0.05 * np.dot(weights, weights), value_dot
