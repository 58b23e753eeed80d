import math

import numpy as np


def gaussian_mixture_value_and_grad(x, weight, mean, log_width):
    """The value of gaussian_mixture, and its gradient with respect to x, weight,
    mean and log_width.
    """
    # forward sweep
    k = len(mean)
    total = 0.0
    term = np.empty(k)
    for k_2 in range(len(x)):
        value = x[k_2]
        high = -1e300
        for j in range(k):
            z = (value - mean[j]) * math.exp(-log_width[j])
            term[j] = math.log(weight[j]) - log_width[j] - 0.5 * z * z
            high = max(high, term[j])
        s = 0.0
        for j in range(k):
            s += math.exp(term[j] - high)
        total += high + math.log(s)

    # reverse sweep
    x_bar = np.empty_like(x)
    weight_bar = np.zeros_like(weight)
    mean_bar = np.zeros_like(mean)
    log_width_bar = np.zeros_like(log_width)
    term_bar = np.zeros_like(term)

    # forward and reverse in one sweep: the iterations are independent
    high_saved = np.empty(k)
    exponential_saved = np.empty(k)
    for k_2 in range(len(x)):
        value = x[k_2]
        high = -1e300
        for j in range(k):
            exponential = math.exp(-log_width[j])
            exponential_saved[j] = exponential
            z = (value - mean[j]) * exponential
            term[j] = math.log(weight[j]) - log_width[j] - 0.5 * z * z
            high_saved[j] = high
            high = max(high, term[j])
        s = 0.0
        for j in range(k):
            s += math.exp(term[j] - high)
        high_bar = 1.0
        s_bar = 1.0 / s
        for j in range(k):
            exponential = math.exp(term[j] - high)
            term_bar[j] += exponential * s_bar
            high_bar -= exponential * s_bar
        value_bar = 0.0
        for j in range(k - 1, -1, -1):
            high = high_saved[j]
            term_bar[j] += high_bar if term[j] > high else 0.0
            high_bar = 0.0 if term[j] > high else high_bar
            exponential = exponential_saved[j]
            z = (value - mean[j]) * exponential
            weight_bar[j] += term_bar[j] / weight[j]
            log_width_bar[j] -= term_bar[j]
            z_bar = -z * term_bar[j]
            term_bar[j] = 0.0
            value_bar += exponential * z_bar
            mean_bar[j] -= exponential * z_bar
            log_width_bar[j] -= exponential * (value - mean[j]) * z_bar
        x_bar[k_2] = value_bar
    return total, x_bar, weight_bar, mean_bar, log_width_bar
