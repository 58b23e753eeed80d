import math


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
    total_dot = 0.0
    total = 0.0
    for i in range(len(weights)):
        total_dot += weights_dot[i] * weights[i] + weights[i] * weights_dot[i]
        total += weights[i] * weights[i]
    value = loss / len(labels) + 0.05 * total
    return value, loss_dot / len(labels) + 0.05 * total_dot
