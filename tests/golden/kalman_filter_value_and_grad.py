import math

import numpy as np


def kalman_filter_value_and_grad(y, process_noise, observation_noise):
    """The value of kalman_filter, and its gradient with respect to y, process_noise
    and observation_noise.
    """
    # forward sweep: saves variance and mean
    mean = 0.0
    variance = 1.0
    log_likelihood = 0.0
    variance_saved = np.empty(len(y))
    mean_saved = np.empty(len(y))
    for k in range(len(y)):
        variance += process_noise
        total = variance + observation_noise
        gain = variance / total
        residual = y[k] - mean
        log_likelihood -= 0.5 * (math.log(2.0 * math.pi * total) + residual**2 / total)
        mean_saved[k] = mean
        mean += gain * residual
        variance_saved[k] = variance
        variance *= 1.0 - gain

    # reverse sweep
    y_bar = np.zeros_like(y)
    mean_bar = 0.0
    variance_bar = 0.0
    observation_noise_bar = 0.0
    process_noise_bar = 0.0
    for k in range(len(y) - 1, -1, -1):
        variance = variance_saved[k]
        total = variance + observation_noise
        gain = variance / total
        residual = y[k] - mean_saved[k]
        gain_bar = residual * mean_bar - variance * variance_bar
        total_bar = -math.pi / (2.0 * math.pi * total)
        numerator_bar_2 = -0.5 / total
        residual_bar = gain * mean_bar + 2.0 * residual * numerator_bar_2
        mean_bar -= residual_bar
        numerator_bar = gain_bar / total
        total_bar -= residual**2 * numerator_bar_2 / total + gain * numerator_bar
        variance_bar = (1.0 - gain) * variance_bar + numerator_bar + total_bar
        observation_noise_bar += total_bar
        process_noise_bar += variance_bar
        y_bar[k] += residual_bar
    return log_likelihood, y_bar, process_noise_bar, observation_noise_bar
