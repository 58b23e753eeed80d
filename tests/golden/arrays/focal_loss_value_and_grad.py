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
    p_t = np.empty_like(logits)
    alpha_t = np.empty(len(logits))
    for i in range(len(logits)):
        p = 1.0 / (1.0 + np.exp(-logits[i]))
        if labels[i] == 1:
            p_t[i] = p
            alpha_t[i] = alpha
        else:
            p_t[i] = 1.0 - p
            alpha_t[i] = 1.0 - alpha
    clipped_values = np.empty_like(p_t)
    for i in range(len(p_t)):
        a_i = p_t[i]
        clipped_values[i] = bounded(a_i)
    total = 0.0
    count_nonzero_labels = np.count_nonzero(labels)

    # reverse sweep
    logits_bar = np.zeros_like(logits)
    total_bar = 1.0 / count_nonzero_labels
    p_t_bar = np.zeros_like(p_t)
    alpha_t_bar = np.zeros_like(alpha_t)
    clipped_values_bar = np.zeros_like(clipped_values)

    # forward and reverse in one sweep: the iterations are independent
    gamma_bar = 0.0
    for i in range(len(logits)):
        power = (1.0 - p_t[i]) ** gamma
        log_clipped_values = np.log(clipped_values[i])
        loss = -alpha_t[i] * power * log_clipped_values
        total += loss
        alpha_t_bar[i] -= power * log_clipped_values * total_bar
        power_bar = -alpha_t[i] * log_clipped_values * total_bar
        log_clipped_values_bar = -alpha_t[i] * power * total_bar
        clipped_values_bar[i] += log_clipped_values_bar / clipped_values[i]
        factor = gamma * (1.0 - p_t[i]) ** (gamma - 1.0) if gamma != 0.0 else 0.0
        p_t_bar[i] -= factor * power_bar
        factor_2 = (
            power * math.log(1.0 - p_t[i])
            if 1.0 - p_t[i] > 0.0
            else 0.0
            if 1.0 - p_t[i] == 0.0
            else math.nan
        )
        gamma_bar += factor_2 * power_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(p_t)):
        a_i = p_t[i]
        p_t_bar[i] += bounded_adjoint(a_i, clipped_values_bar[i])

    # forward and reverse in one sweep: the iterations are independent
    alpha_bar = 0.0
    for i in range(len(logits)):
        exponential = np.exp(-logits[i])
        p = 1.0 / (1.0 + exponential)
        if labels[i] == 1:
            alpha_bar += alpha_t_bar[i]
            p_bar = p_t_bar[i]
        else:
            alpha_bar -= alpha_t_bar[i]
            p_bar = -p_t_bar[i]
        logits_bar[i] += exponential * p * p_bar / (1.0 + exponential)
    return total / count_nonzero_labels, logits_bar, gamma_bar, alpha_bar
