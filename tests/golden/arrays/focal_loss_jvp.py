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
    p_t_dot = np.zeros_like(logits)
    p_t = np.empty_like(logits)
    alpha_t_dot = np.zeros(len(logits))
    alpha_t = np.empty(len(logits))
    for i in range(len(logits)):
        exponential = np.exp(-logits[i])
        p = 1.0 / (1.0 + exponential)
        p_dot = p * exponential * logits_dot[i] / (1.0 + exponential)
        if labels[i] == 1:
            p_t_dot[i] = p_dot
            p_t[i] = p
            alpha_t_dot[i] = alpha_dot
            alpha_t[i] = alpha
        else:
            p_t_dot[i] = -p_dot
            p_t[i] = 1.0 - p
            alpha_t_dot[i] = -alpha_dot
            alpha_t[i] = 1.0 - alpha
    clipped_values_dot = np.zeros_like(p_t)
    clipped_values = np.empty_like(p_t)
    for i in range(len(p_t)):
        a_i = p_t[i]
        clipped_values[i], clipped_values_dot[i] = bounded_tangent(a_i, p_t_dot[i])
    total_dot = 0.0
    total = 0.0
    for i in range(len(logits)):
        power = (1.0 - p_t[i]) ** gamma
        factor = (
            power * math.log(1.0 - p_t[i])
            if 1.0 - p_t[i] > 0.0
            else 0.0
            if 1.0 - p_t[i] == 0.0
            else math.nan
        )
        term = factor * gamma_dot
        factor_2 = gamma * (1.0 - p_t[i]) ** (gamma - 1.0) if gamma != 0.0 else 0.0
        term_2 = factor_2 * p_t_dot[i]
        power_dot = term - term_2
        log_clipped_values_dot = clipped_values_dot[i] / clipped_values[i]
        log_clipped_values = np.log(clipped_values[i])
        term_3 = (-alpha_t_dot[i] * power - alpha_t[i] * power_dot) * log_clipped_values
        loss_dot = term_3 - alpha_t[i] * power * log_clipped_values_dot
        loss = -alpha_t[i] * power * log_clipped_values
        total_dot += loss_dot
        total += loss
    count_nonzero_labels = np.count_nonzero(labels)
    return total / count_nonzero_labels, total_dot / count_nonzero_labels
