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


def backward(x):
    """The sums of x[j] * exp(2j * pi * j * k / n): those of -k, in their order."""
    values = fourier(x)
    turned = np.empty(len(x), dtype=np.complex128)
    for k in range(len(x)):
        turned[k] = values[-k]
    return turned


def fourier_adjoint(x, z_bar, x_bar):
    x_bar += fourier(z_bar)


def backward_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    values = fourier(x)

    # reverse sweep
    values_bar = np.zeros_like(values)
    for k in range(len(x)):
        values_bar[-k] += result_bar[k]
    fourier_adjoint(x, values_bar, x_bar)


def unwrap(p):
    """Angles of which whole periods are taken off where they jump by more than half."""
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
        result[i] = p[i] - turns * 6.283185307179586
    return result


def unwrap_adjoint(result_bar, p_bar):
    """The adjoint of p is added to p_bar."""
    for i in range(len(p_bar)):
        p_bar[i] += result_bar[i]


def envelope_of_a_signal_vjp(x, rate, result_0_bar, result_1_bar):
    """The adjoints of x and rate of envelope_of_a_signal, for the adjoint of its
    result.
    """
    # forward sweep
    n = x.size
    step = np.zeros(n)
    step[0] = 1.0
    step[1 : (n + 1) // 2] = 2.0
    if n % 2 == 0:
        step[n // 2] = 1.0
    if x.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2 = x + 0j
    values = fourier(a_2)
    if values.shape != step.shape:
        raise ValueError("values and step have different shapes")
    a = values * step
    if a.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2 = backward(a)
    analytic = values_2 / a.shape[0]
    envelope = np.abs(analytic)
    value = np.arctan2(np.imag(analytic), np.real(analytic))
    phase = unwrap(value)
    weight = np.empty(max(len(envelope) - 1, 0))
    for i in range(len(envelope) - 1):
        weight[i] = envelope[i + 1] * envelope[i]
    if max(len(value) - 1, 0) != max(len(envelope) - 1, 0):
        raise ValueError("a and weights have different shapes")
    totals = 0.0
    counts = 0.0
    for i in range(len(value) - 1):
        frequency = (phase[i + 1] - phase[i]) * rate / (2.0 * np.pi)
        totals += frequency * weight[i]
        counts += weight[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    envelope_bar = result_0_bar.copy()
    numerator_bar = result_1_bar / counts
    counts_bar = -totals * numerator_bar / counts
    phase_bar = np.zeros_like(phase)
    weight_bar = np.zeros_like(weight)

    # forward and reverse in one sweep: the iterations are independent
    rate_bar = 0.0
    for i in range(len(value) - 1):
        frequency = (phase[i + 1] - phase[i]) * rate / (2.0 * np.pi)
        weight_bar[i] += counts_bar + frequency * numerator_bar
        product_bar = weight[i] * numerator_bar / (2.0 * np.pi)
        phase_bar[i + 1] += rate * product_bar
        phase_bar[i] -= rate * product_bar
        rate_bar += (phase[i + 1] - phase[i]) * product_bar
    for i in range(len(envelope) - 1):
        envelope_bar[i + 1] += envelope[i] * weight_bar[i]
        envelope_bar[i] += envelope[i + 1] * weight_bar[i]
    value_bar = np.zeros_like(value)
    unwrap_adjoint(phase_bar, value_bar)
    analytic_bar = (
        -1j
        * np.real(analytic)
        * value_bar
        / (np.real(analytic) ** 2 + np.imag(analytic) ** 2)
    )
    analytic_bar -= (
        np.imag(analytic)
        * value_bar
        / (np.real(analytic) ** 2 + np.imag(analytic) ** 2)
    )
    analytic_bar += (
        np.conj(analytic) * envelope_bar / np.where(envelope != 0.0, envelope, 1.0)
    )
    values_2_bar = analytic_bar / a.shape[0]
    a_bar = np.zeros_like(a)
    backward_adjoint(a, values_2_bar, a_bar)
    values_bar = step * a_bar
    a_2_bar = np.zeros_like(a_2)
    fourier_adjoint(a_2, values_bar, a_2_bar)
    x_bar += np.real(a_2_bar)
    return x_bar, rate_bar
