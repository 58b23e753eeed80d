import numpy as np


def periodogram_jvp(signal, frequencies, rate, signal_dot, frequencies_dot, rate_dot):
    """The value of periodogram, and its derivative in the direction signal_dot,
    frequencies_dot, rate_dot.
    """
    n = len(signal)
    window = np.empty(n)
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        window[i] = 0.5 - 0.5 * np.cos(2.0 * np.pi * i / (n - 1))
        total_dot += signal_dot[i]
        total += signal[i]
    tapered_dot = np.empty_like(signal)
    tapered = np.empty_like(signal)
    b = np.arange(n)
    values = np.empty(b.shape)
    for i in range(len(b)):
        values[i] = b[i]
    outer_result_dot = np.outer(frequencies_dot, values)
    outer_result = np.outer(frequencies, values)
    if outer_result.shape[1] != n:
        raise ValueError("phase and tapered have different shapes")
    cos_phase_dot = np.empty_like(outer_result)
    cos_phase = np.empty_like(outer_result)
    sin_phase_dot = np.empty_like(outer_result)
    sin_phase = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            phase = 2.0 * np.pi * outer_result[i, j] / rate
            phase_dot = (2.0 * np.pi * outer_result_dot[i, j] - phase * rate_dot) / rate
            sin_phase_2 = np.sin(phase)
            cos_phase_dot[i, j] = -sin_phase_2 * phase_dot
            cos_phase[i, j] = np.cos(phase)
            sin_phase_dot[i, j] = cos_phase[i, j] * phase_dot
            sin_phase[i, j] = sin_phase_2
    total_2 = 0.0
    for i in range(n):
        tapered_dot[i] = (signal_dot[i] - total_dot / n) * window[i]
        tapered[i] = (signal[i] - total / n) * window[i]
        total_2 += window[i] ** 2
    real_dot = cos_phase_dot @ tapered + cos_phase @ tapered_dot
    real = cos_phase @ tapered
    imaginary_dot = sin_phase_dot @ tapered + sin_phase @ tapered_dot
    imaginary = sin_phase @ tapered
    out_dot = np.empty_like(real)
    out = np.empty_like(real)
    for i in range(outer_result.shape[0]):
        quotient = (real[i] ** 2 + imaginary[i] ** 2) / (rate * total_2)
        factor = (
            2.0 * real[i] * real_dot[i]
            + 2.0 * imaginary[i] * imaginary_dot[i]
            - quotient * rate_dot * total_2
        )
        quotient_dot = factor / (rate * total_2)
        out_dot[i] = quotient_dot
        out[i] = quotient
    return out, out_dot
