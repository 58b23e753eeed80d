import numpy as np


def periodogram_vjp(signal, frequencies, rate, result_bar):
    """The adjoints of signal, frequencies and rate of periodogram, for the adjoint
    of its result.
    """
    # forward sweep
    n = len(signal)
    window = np.empty(n)
    total = 0.0
    for i in range(n):
        window[i] = 0.5 - 0.5 * np.cos(2.0 * np.pi * i / (n - 1))
        total += signal[i]
    tapered = np.empty_like(signal)
    b = np.arange(n)
    values = np.empty(b.shape)
    for i in range(len(b)):
        values[i] = b[i]
    outer_result = np.outer(frequencies, values)
    if outer_result.shape[1] != n:
        raise ValueError("phase and tapered have different shapes")
    cos_phase = np.empty_like(outer_result)
    sin_phase = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            phase = 2.0 * np.pi * outer_result[i, j] / rate
            cos_phase[i, j] = np.cos(phase)
            sin_phase[i, j] = np.sin(phase)
    total_2 = 0.0
    for i in range(n):
        tapered[i] = (signal[i] - total / n) * window[i]
        total_2 += window[i] ** 2
    real = cos_phase @ tapered
    imaginary = sin_phase @ tapered

    # reverse sweep
    signal_bar = np.empty_like(signal)
    out_bar = result_bar.copy()
    real_bar = np.empty_like(real)
    imaginary_bar = np.empty_like(imaginary)

    # forward and reverse in one sweep: the iterations are independent
    rate_bar = 0.0
    for i in range(outer_result.shape[0]):
        quotient = (real[i] ** 2 + imaginary[i] ** 2) / (rate * total_2)
        numerator_bar = out_bar[i] / (rate * total_2)
        real_bar[i] = 2.0 * real[i] * numerator_bar
        imaginary_bar[i] = 2.0 * imaginary[i] * numerator_bar
        rate_bar -= total_2 * quotient * numerator_bar
    sin_phase_bar = np.outer(imaginary_bar, tapered)
    tapered_bar = sin_phase.T @ imaginary_bar
    cos_phase_bar = np.outer(real_bar, tapered)
    tapered_bar += cos_phase.T @ real_bar
    total_bar = 0.0
    for i in range(n):
        signal_bar[i] = window[i] * tapered_bar[i]
        total_bar -= window[i] * tapered_bar[i] / n
    outer_result_bar = np.empty_like(outer_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            phase = 2.0 * np.pi * outer_result[i, j] / rate
            phase_bar = cos_phase[i, j] * sin_phase_bar[i, j]
            phase_bar -= sin_phase[i, j] * cos_phase_bar[i, j]
            numerator_bar = phase_bar / rate
            outer_result_bar[i, j] = 2.0 * np.pi * numerator_bar
            rate_bar -= phase * numerator_bar
    frequencies_bar = np.dot(outer_result_bar, values)
    for i in range(n):
        signal_bar[i] += total_bar
    return signal_bar, frequencies_bar, rate_bar
