import math

import numpy as np


def by_halves(x):
    """The Fourier sums of a vector whose length is a power of two."""
    n = len(x)
    z = np.empty(n, dtype=np.complex128)
    turns = np.empty(n // 2, dtype=np.complex128)
    for k in range(n // 2):
        turns[k] = np.exp(-2j * np.pi * k / n)
    place = 0
    for i in range(n):
        z[place] = x[i]
        bit = n // 2
        while bit > 0 and place >= bit:
            place -= bit
            bit //= 2
        place += bit
    half = 1
    step = n // 2
    while half < n:
        for start in range(0, n, 2 * half):
            for k in range(half):
                term = turns[k * step] * z[start + k + half]
                z[start + k + half] = z[start + k] - term
                z[start + k] += term
        half *= 2
        step //= 2
    return z


def by_chirps(x):
    """The Fourier sums of a vector of any length, as a convolution."""
    n = len(x)
    size = 1
    while size < 2 * n - 1:
        size *= 2
    chirp = np.empty(n, dtype=np.complex128)
    signal = np.zeros(size, dtype=np.complex128)
    kernel = np.zeros(size, dtype=np.complex128)
    square = 0
    for k in range(n):
        chirp[k] = np.exp(-1j * np.pi * square / n)
        signal[k] = x[k] * chirp[k]
        kernel[k] = np.conj(chirp[k])
        if k > 0:
            kernel[size - k] = kernel[k]
        square += 2 * k + 1
        if square >= 2 * n:
            square -= 2 * n
    signal = by_halves(signal)
    kernel = by_halves(kernel)
    for k in range(size):
        signal[k] *= kernel[k]
    signal = by_halves(signal)
    z = np.empty(n, dtype=np.complex128)
    for k in range(n):
        z[k] = chirp[k] * signal[size - k if k > 0 else 0] / size
    return z


def fourier(x):
    """The sums of x[j] * exp(-2j * pi * j * k / n) over j, for each k:
    s2sad.library.transforms.fourier(x).
    """
    n = len(x)
    while n > 1 and n % 2 == 0:
        n //= 2
    return by_halves(x) if n == 1 else by_chirps(x)


def fourier_tangent(x, x_dot):
    z = fourier(x)
    return z, fourier(x_dot)


def backward_tangent(x, x_dot):
    """backward and its tangent."""
    values, values_dot = fourier_tangent(x, x_dot)
    turned_dot = np.empty(len(x), dtype=np.complex128)
    turned = np.empty(len(x), dtype=np.complex128)
    for k in range(len(x)):
        turned_dot[k] = values_dot[-k]
        turned[k] = values[-k]
    return turned, turned_dot


def unwrap_tangent(p, p_dot):
    """unwrap and its tangent."""
    result_dot = np.empty_like(p)
    result = np.empty_like(p)
    half = 0.5 * 6.283185307179586
    turns = 0.0
    for i in range(len(p)):
        if i > 0:
            step = p[i] - p[i - 1]
            if abs(step) >= half:
                jump = math.floor((step + half) / 6.283185307179586)
                if step > 0.0 and step + half == jump * 6.283185307179586:
                    jump -= 1
                turns += jump
        result_dot[i] = p_dot[i]
        result[i] = p[i] - turns * 6.283185307179586
    return result, result_dot


def envelope_of_a_signal_jvp(x, rate, x_dot, rate_dot):
    """The value of envelope_of_a_signal, and its derivative in the direction x_dot,
    rate_dot.
    """
    n = x.size
    step = np.zeros(n)
    step[0] = 1.0
    step[1 : (n + 1) // 2] = 2.0
    if n % 2 == 0:
        step[n // 2] = 1.0
    if x.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_dot = np.zeros_like(x + 0j) + x_dot
    a_2 = x + 0j
    values, values_dot = fourier_tangent(a_2, a_2_dot)
    if values.shape != step.shape:
        raise ValueError("values and step have different shapes")
    a_dot = values_dot * step
    a = values * step
    if a.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2, values_2_dot = backward_tangent(a, a_dot)
    analytic = values_2 / a.shape[0]
    analytic_dot = values_2_dot / a.shape[0]
    envelope = np.abs(analytic)
    factor = np.real(np.conj(analytic) * analytic_dot)
    envelope_dot = factor / np.where(envelope != 0.0, envelope, 1.0)
    term = np.imag(analytic) * np.real(analytic_dot)
    factor_2 = np.real(analytic) * np.imag(analytic_dot) - term
    value_dot = factor_2 / (np.real(analytic) ** 2 + np.imag(analytic) ** 2)
    value = np.arctan2(np.imag(analytic), np.real(analytic))
    phase, phase_dot = unwrap_tangent(value, value_dot)
    weight_dot = np.empty(max(len(envelope) - 1, 0))
    weight = np.empty(max(len(envelope) - 1, 0))
    for i in range(len(envelope) - 1):
        term_2 = envelope[i + 1] * envelope_dot[i]
        weight_dot[i] = envelope_dot[i + 1] * envelope[i] + term_2
        weight[i] = envelope[i + 1] * envelope[i]
    if max(len(value) - 1, 0) != max(len(envelope) - 1, 0):
        raise ValueError("a and weights have different shapes")
    totals_dot = 0.0
    totals = 0.0
    counts_dot = 0.0
    counts = 0.0
    for i in range(len(value) - 1):
        frequency = (phase[i + 1] - phase[i]) * rate / (2.0 * np.pi)
        term_3 = (phase_dot[i + 1] - phase_dot[i]) * rate
        factor_3 = term_3 + (phase[i + 1] - phase[i]) * rate_dot
        frequency_dot = factor_3 / (2.0 * np.pi)
        totals_dot += frequency_dot * weight[i] + frequency * weight_dot[i]
        totals += frequency * weight[i]
        counts_dot += weight_dot[i]
        counts += weight[i]
    value_2 = totals / counts
    value_2_dot = (totals_dot - value_2 * counts_dot) / counts
    return envelope, value_2, envelope_dot, value_2_dot
