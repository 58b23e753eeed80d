import math

import numpy as np


def bounded(a):
    """a, or the bound that it is beyond."""
    if a < 1e-08:
        a = 1e-08
    if a > 1.0:
        a = 1.0
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    # forward sweep
    condition = a < 1e-08
    if condition:
        a = 1e-08

    # reverse sweep
    a_bar = result_bar
    if a > 1.0:
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar


def focal_loss_value_and_grad(logits, labels, gamma, alpha):
    """The value of focal_loss, and its gradient with respect to logits, gamma and
    alpha.
    """
    # forward sweep
    if len(labels) != len(logits):
        raise ValueError("labels and p have different shapes")
    total = 0.0
    count_nonzero_labels = np.count_nonzero(labels)

    # reverse sweep
    logits_bar = np.empty_like(logits)
    total_bar = 1.0 / count_nonzero_labels

    # forward and reverse in one sweep: the iterations are independent
    alpha_bar = 0.0
    gamma_bar = 0.0
    for i in range(len(logits)):
        exponential = np.exp(-logits[i])
        p = 1.0 / (1.0 + exponential)
        if labels[i] == 1:
            p_t = p
            alpha_t = alpha
        else:
            p_t = 1.0 - p
            alpha_t = 1.0 - alpha
        clipped_result = bounded(p_t)
        power = (1.0 - p_t) ** gamma
        log_clipped_result = np.log(clipped_result)
        loss = -alpha_t * power * log_clipped_result
        total += loss
        alpha_t_bar = -power * log_clipped_result * total_bar
        power_bar = -alpha_t * log_clipped_result * total_bar
        factor = -(gamma * (1.0 - p_t) ** (gamma - 1.0) if gamma != 0.0 else 0.0)
        p_t_bar = factor * power_bar
        factor_2 = (
            power * math.log(1.0 - p_t)
            if 1.0 - p_t > 0.0
            else 0.0
            if 1.0 - p_t == 0.0
            else math.nan
        )
        gamma_bar += factor_2 * power_bar
        p_t_bar += bounded_adjoint(p_t, -alpha_t * power * total_bar / clipped_result)
        if labels[i] == 1:
            alpha_bar += alpha_t_bar
            p_bar = p_t_bar
        else:
            alpha_bar -= alpha_t_bar
            p_bar = -p_t_bar
        logits_bar[i] = exponential * p * p_bar / (1.0 + exponential)
    return total / count_nonzero_labels, logits_bar, gamma_bar, alpha_bar
