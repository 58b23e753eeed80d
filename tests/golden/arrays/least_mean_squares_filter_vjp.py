import numpy as np


def least_mean_squares_filter_vjp(
    signal, desired, taps, rate, result_0_bar, result_1_bar
):
    """The adjoints of signal, desired and rate of least_mean_squares_filter, for the
    adjoint of its result.
    """
    # forward sweep: saves w
    w = np.zeros(taps)
    errors = np.empty(len(signal) - taps + 1)
    w_saved = np.empty((len(errors), taps))
    for n in range(len(errors)):
        window = signal[n : n + taps][::-1]
        if len(w) != len(window):
            raise ValueError("w and window have different shapes")
        errors[n] = desired[n + taps - 1] - w @ window
        term = rate * errors[n]
        for i in range(taps):
            w_saved[n, i] = w[i]
            w[i] += term * window[i] / (0.01 + window @ window)
    errors_part = errors[-2:]

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    desired_bar = np.zeros_like(desired)
    w_bar = result_0_bar.copy()
    total_bar = result_1_bar / len(errors_part)
    errors_bar = np.zeros_like(errors)
    errors_part_bar = errors_bar[-2:]
    for i in range(len(errors_part)):
        errors_part_bar[i] += 2.0 * errors_part[i] * total_bar
    rate_bar = 0.0
    for n in range(len(errors) - 1, -1, -1):
        window = signal[n : n + taps][::-1]
        term = rate * errors[n]
        window_bar = signal_bar[n : n + taps][::-1]
        term_bar = 0.0
        for i in range(taps):
            w[i] = w_saved[n, i]
            product = window @ window
            numerator_bar = w_bar[i] / (0.01 + product)
            term_bar += window[i] * numerator_bar
            window_bar[i] += term * numerator_bar
            product_bar = -term * window[i] * numerator_bar / (0.01 + product)
            window_bar += 2.0 * window * product_bar
        rate_bar += errors[n] * term_bar
        errors_bar[n] += rate * term_bar
        desired_bar[n + taps - 1] += errors_bar[n]
        w_bar -= window * errors_bar[n]
        window_bar -= w * errors_bar[n]
    return signal_bar, desired_bar, rate_bar
