"""The logistic loss in which well classified examples weigh little."""

import numpy as np


def focal_loss(logits, labels, gamma, alpha):
    p = 1.0 / (1.0 + np.exp(-logits))
    p_t = np.where(labels == 1, p, 1.0 - p)
    alpha_t = np.where(labels == 1, alpha, 1.0 - alpha)
    loss = -alpha_t * (1.0 - p_t) ** gamma * np.log(p_t.clip(1e-8, 1.0))
    return loss.sum() / np.count_nonzero(labels)


EXAMPLE = (np.array([0.7, -1.3, 2.1, 0.4]), np.array([1, 0, 1, 0]), 2.5, 0.25)
