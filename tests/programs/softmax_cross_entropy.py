"""Cross entropy with the largest score taken off first."""

import math

import numpy as np


def softmax_cross_entropy(scores, label):
    high = scores[0]
    for k in range(1, len(scores)):
        high = max(high, scores[k])
    total = 0.0
    for k in range(len(scores)):
        total += math.exp(scores[k] - high)
    return math.log(total) + high - scores[label]


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 2)
