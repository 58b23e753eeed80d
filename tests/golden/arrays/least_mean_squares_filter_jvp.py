import numpy as np


def least_mean_squares_filter_jvp(
    signal, desired, taps, rate, signal_dot, desired_dot, rate_dot
):
    """The value of least_mean_squares_filter, and its derivative in the direction
    signal_dot, desired_dot, rate_dot.
    """
    w_dot = np.zeros(taps)
    w = np.zeros(taps)
    errors_dot = np.empty(len(signal) - taps + 1)
    errors = np.empty(len(signal) - taps + 1)
    for n in range(len(errors)):
        window_dot = signal_dot[n : n + taps][::-1]
        window = signal[n : n + taps][::-1]
        if len(w) != len(window):
            raise ValueError("w and window have different shapes")
        errors_dot[n] = desired_dot[n + taps - 1] - (w_dot @ window + w @ window_dot)
        errors[n] = desired[n + taps - 1] - w @ window
        term_dot = rate_dot * errors[n] + rate * errors_dot[n]
        term = rate * errors[n]
        for i in range(taps):
            product_dot = window_dot @ window + window @ window_dot
            product = window @ window
            quotient = term * window[i] / (0.01 + product)
            factor = (
                term_dot * window[i] + term * window_dot[i] - quotient * product_dot
            )
            quotient_dot = factor / (0.01 + product)
            w_dot[i] += quotient_dot
            w[i] += quotient
    errors_part_dot = errors_dot[-2:]
    errors_part = errors[-2:]
    total_dot = 0.0
    total = 0.0
    for i in range(len(errors_part)):
        total_dot += 2.0 * errors_part[i] * errors_part_dot[i]
        total += errors_part[i] ** 2
    return w, total / len(errors_part), w_dot, total_dot / len(errors_part)
