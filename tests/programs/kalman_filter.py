"""The log-likelihood of a scalar random walk by the Kalman filter."""

import math

import numpy as np


def kalman_filter(y, process_noise, observation_noise):
    mean = 0.0
    variance = 1.0
    log_likelihood = 0.0
    for observation in y:
        variance += process_noise
        total = variance + observation_noise
        gain = variance / total
        residual = observation - mean
        log_likelihood -= 0.5 * (math.log(2.0 * math.pi * total) + residual**2 / total)
        mean += gain * residual
        variance *= 1.0 - gain
    return log_likelihood


EXAMPLE = (np.array([0.7, 1.3, 0.4, 0.9]), 0.3, 0.5)
