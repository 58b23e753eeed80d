import math

import numpy as np


def gaussian_mixture_jvp(
    x, weight, mean, log_width, x_dot, weight_dot, mean_dot, log_width_dot
):
    """The value of gaussian_mixture, and its derivative in the direction x_dot,
    weight_dot, mean_dot, log_width_dot.
    """
    k = len(mean)
    total_dot = 0.0
    total = 0.0
    term_dot = np.zeros(k)
    term = np.empty(k)
    for k_2 in range(len(x)):
        value_dot = x_dot[k_2]
        value = x[k_2]
        high_dot = 0.0
        high = -1e300
        for j in range(k):
            exponential = math.exp(-log_width[j])
            exponential_dot = -exponential * log_width_dot[j]
            term_2 = (value_dot - mean_dot[j]) * exponential
            z_dot = term_2 + (value - mean[j]) * exponential_dot
            z = (value - mean[j]) * exponential
            term_dot[j] = (
                weight_dot[j] / weight[j]
                - log_width_dot[j]
                - (0.5 * z_dot * z + 0.5 * z * z_dot)
            )
            term[j] = math.log(weight[j]) - log_width[j] - 0.5 * z * z
            high_dot = term_dot[j] if term[j] > high else high_dot
            high = max(high, term[j])
        s_dot = 0.0
        s = 0.0
        for j in range(k):
            exponential = math.exp(term[j] - high)
            s_dot += exponential * (term_dot[j] - high_dot)
            s += exponential
        total_dot += high_dot + s_dot / s
        total += high + math.log(s)
    return total, total_dot
