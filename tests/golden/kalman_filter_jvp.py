import math


def kalman_filter_jvp(
    y, process_noise, observation_noise, y_dot, process_noise_dot, observation_noise_dot
):
    """The value of kalman_filter, and its derivative in the direction y_dot,
    process_noise_dot, observation_noise_dot.
    """
    mean_dot = 0.0
    mean = 0.0
    variance_dot = 0.0
    variance = 1.0
    log_likelihood_dot = 0.0
    log_likelihood = 0.0
    for k in range(len(y)):
        variance_dot += process_noise_dot
        variance += process_noise
        total_dot = variance_dot + observation_noise_dot
        total = variance + observation_noise
        gain = variance / total
        gain_dot = (variance_dot - gain * total_dot) / total
        residual_dot = y_dot[k] - mean_dot
        residual = y[k] - mean
        quotient = residual**2 / total
        quotient_dot = (2.0 * residual * residual_dot - quotient * total_dot) / total
        factor = 2.0 * math.pi * total_dot / (2.0 * math.pi * total) + quotient_dot
        log_likelihood_dot -= 0.5 * factor
        log_likelihood -= 0.5 * (math.log(2.0 * math.pi * total) + quotient)
        mean_dot += gain_dot * residual + gain * residual_dot
        mean += gain * residual
        variance_dot = variance_dot * (1.0 - gain) - variance * gain_dot
        variance *= 1.0 - gain
    return log_likelihood, log_likelihood_dot
