import math

import numpy as np


def logistic_regression_loss_value_and_grad(weights, bias, features, labels):
    """The value of logistic_regression_loss, and its gradient with respect to
    weights, bias and features.
    """
    loss = 0.0
    features_bar = np.zeros_like(features)
    loss_bar = 1.0 / len(labels)
    weights_bar = 0.1 * weights

    # forward and reverse in one sweep: the iterations are independent
    bias_bar = 0.0
    for i in range(features.shape[0]):
        z = bias
        for j in range(len(weights)):
            z += weights[j] * features[i, j]
        if labels[i] == 1:
            exponential = math.exp(-z)
            loss += math.log1p(exponential)
            z_bar = -exponential * loss_bar / (1.0 + exponential)
        else:
            exp_z = math.exp(z)
            loss += math.log1p(exp_z)
            z_bar = exp_z * loss_bar / (1.0 + exp_z)
        for j in range(len(weights)):
            weights_bar[j] += features[i, j] * z_bar
            features_bar[i, j] += weights[j] * z_bar
        bias_bar += z_bar
    value = loss / len(labels) + 0.05 * np.dot(weights, weights)
    return value, weights_bar, bias_bar, features_bar
