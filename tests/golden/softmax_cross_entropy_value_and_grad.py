import math

import numpy as np


def softmax_cross_entropy_value_and_grad(scores, label):
    """The value of softmax_cross_entropy, and its gradient with respect to scores."""
    # forward sweep: saves high
    high = scores[0]
    high_saved = np.empty(len(scores))
    for k in range(1, len(scores)):
        high_saved[k] = high
        high = max(high, scores[k])
    total = 0.0
    for k in range(len(scores)):
        total += math.exp(scores[k] - high)
    value = math.log(total) + high - scores[label]

    # reverse sweep
    scores_bar = np.zeros_like(scores)
    total_bar = 1.0 / total
    high_bar = 1.0
    scores_bar[label] -= 1.0

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(scores)):
        exponential = math.exp(scores[k] - high)
        scores_bar[k] += exponential * total_bar
        high_bar -= exponential * total_bar
    for k in range(len(scores) - 1, 0, -1):
        high = high_saved[k]
        scores_bar[k] += high_bar if scores[k] > high else 0.0
        high_bar = 0.0 if scores[k] > high else high_bar
    scores_bar[0] += high_bar
    return value, scores_bar
