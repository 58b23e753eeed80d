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


def cosines(count):
    """Cosines of a window's places, weighed and added up; a lone sample weighs 1."""
    values = np.ones(max(count, 0))
    if count > 1:
        for i in range(count):
            angle = 2.0 * np.pi * i / (count - 1)
            values[i] = 0.5 - 0.5 * np.cos(angle) + 0.0 * np.cos(2.0 * angle)
    return values


def rolled_tangent(a, shift, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i - shift) % length]
        whole[i] = a[(i - shift) % length]
    return whole, whole_dot


def cepstrum_of_an_echo_jvp(
    sound, strength, delay, floor, sound_dot, strength_dot, floor_dot
):
    """The value of cepstrum_of_an_echo, and its derivative in the direction
    sound_dot, strength_dot, floor_dot.
    """
    n = len(sound)
    rolled_result, rolled_result_dot = rolled_tangent(sound, delay, sound_dot)
    cosines_result = cosines(n)
    a_dot = np.empty_like(sound)
    a = np.empty_like(sound)
    for i in range(n):
        operand_dot = strength_dot * rolled_result[i] + strength * rolled_result_dot[i]
        heard = sound[i] + strength * rolled_result[i]
        a_dot[i] = (sound_dot[i] + operand_dot) * cosines_result[i]
        a[i] = heard * cosines_result[i]
    if n < 1:
        raise ValueError("a transform of no numbers")
    a_2_dot = np.zeros_like(a + 0j) + a_dot
    a_2 = a + 0j
    spectrum, spectrum_dot = fourier_tangent(a_2, a_2_dot)
    factor = (
        2.0 * np.real(spectrum) * np.real(spectrum_dot)
        + 2.0 * np.imag(spectrum) * np.imag(spectrum_dot)
        + floor_dot
    )
    log_power_dot = factor / (np.real(spectrum) ** 2 + np.imag(spectrum) ** 2 + floor)
    log_power = np.log(np.real(spectrum) ** 2 + np.imag(spectrum) ** 2 + floor)
    if log_power.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_2_dot = np.zeros_like(log_power + 0j) + log_power_dot
    a_2_2 = log_power + 0j
    values_2, values_2_dot = backward_tangent(a_2_2, a_2_2_dot)
    quotient = values_2 / a_2_2.shape[0]
    quotient_dot = values_2_dot / a_2_2.shape[0]
    cepstrum_dot = np.real(quotient_dot)
    cepstrum = np.real(quotient)
    low = np.exp(-0.5 * np.arange(n) ** 2)
    if cepstrum.shape != low.shape:
        raise ValueError("cepstrum and low have different shapes")
    a_3_dot = np.empty_like(cepstrum)
    a_3 = np.empty_like(cepstrum)
    for i in range(len(cepstrum)):
        a_3_dot[i] = cepstrum_dot[i] * low[i]
        a_3[i] = cepstrum[i] * low[i]
    if len(cepstrum) < 1:
        raise ValueError("a transform of no numbers")
    a_2_3_dot = np.zeros_like(a_3 + 0j) + a_3_dot
    a_2_3 = a_3 + 0j
    values_3, values_3_dot = fourier_tangent(a_2_3, a_2_3_dot)
    lifted_dot = np.real(values_3_dot)
    lifted = np.real(values_3)
    if log_power.shape != lifted.shape:
        raise ValueError("log_power and lifted have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(log_power)):
        total_dot += (
            2.0 * (log_power[i] - lifted[i]) * (log_power_dot[i] - lifted_dot[i])
        )
        total += (log_power[i] - lifted[i]) ** 2
    value_1 = total / len(log_power)
    value_1_dot = total_dot / len(log_power)
    return cepstrum[delay], value_1, cepstrum_dot[delay], value_1_dot
