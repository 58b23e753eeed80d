import math

import numpy as np


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < 1e-08:
        a_dot = 0.0
        a = 1e-08
    if a > 1.0:
        a_dot = 0.0
        a = 1.0
    return a, a_dot


def focal_loss_jvp(logits, labels, gamma, alpha, logits_dot, gamma_dot, alpha_dot):
    """The value of focal_loss, and its derivative in the direction logits_dot,
    gamma_dot, alpha_dot.
    """
    if len(labels) != len(logits):
        raise ValueError("labels and p have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(logits)):
        exponential = np.exp(-logits[i])
        p = 1.0 / (1.0 + exponential)
        p_dot = p * exponential * logits_dot[i] / (1.0 + exponential)
        if labels[i] == 1:
            p_t_dot = p_dot
            p_t = p
            alpha_t_dot = alpha_dot
            alpha_t = alpha
        else:
            p_t_dot = -p_dot
            p_t = 1.0 - p
            alpha_t_dot = -alpha_dot
            alpha_t = 1.0 - alpha
        clipped_result, clipped_result_dot = bounded_tangent(p_t, p_t_dot)
        power = (1.0 - p_t) ** gamma
        factor = (
            power * math.log(1.0 - p_t)
            if 1.0 - p_t > 0.0
            else 0.0
            if 1.0 - p_t == 0.0
            else math.nan
        )
        term = factor * gamma_dot
        factor_2 = gamma * (1.0 - p_t) ** (gamma - 1.0) if gamma != 0.0 else 0.0
        term_2 = factor_2 * p_t_dot
        power_dot = term - term_2
        log_clipped_result_dot = clipped_result_dot / clipped_result
        log_clipped_result = np.log(clipped_result)
        term_3 = (-alpha_t_dot * power - alpha_t * power_dot) * log_clipped_result
        loss_dot = term_3 - alpha_t * power * log_clipped_result_dot
        loss = -alpha_t * power * log_clipped_result
        total_dot += loss_dot
        total += loss
    count_nonzero_labels = np.count_nonzero(labels)
    return total / count_nonzero_labels, total_dot / count_nonzero_labels
