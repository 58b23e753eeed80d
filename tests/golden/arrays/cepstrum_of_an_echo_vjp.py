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


def cosines(count):
    """Cosines of a window's places, weighed and added up; a lone sample weighs 1."""
    values = np.ones(max(count, 0))
    if count > 1:
        for i in range(count):
            angle = 2.0 * np.pi * i / (count - 1)
            values[i] = 0.5 - 0.5 * np.cos(angle) + 0.0 * np.cos(2.0 * angle)
    return values


def rolled(a, shift):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        whole[i] = a[(i - shift) % length]
    return whole


def rolled_adjoint(shift, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        a_bar[(i - shift) % length] += result_bar[i]


def cepstrum_of_an_echo_vjp(sound, strength, delay, floor, result_0_bar, result_1_bar):
    """The adjoints of sound, strength and floor of cepstrum_of_an_echo, for the
    adjoint of its result.
    """
    # forward sweep
    n = len(sound)
    rolled_result = rolled(sound, delay)
    cosines_result = cosines(n)
    a = np.empty_like(sound)
    for i in range(n):
        heard = sound[i] + strength * rolled_result[i]
        a[i] = heard * cosines_result[i]
    if n < 1:
        raise ValueError("a transform of no numbers")
    a_2 = a + 0j
    spectrum = fourier(a_2)
    log_power = np.log(np.real(spectrum) ** 2 + np.imag(spectrum) ** 2 + floor)
    if log_power.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_2 = log_power + 0j
    values_2 = backward(a_2_2)
    cepstrum = np.real(values_2 / a_2_2.shape[0])
    low = np.exp(-0.5 * np.arange(n) ** 2)
    if cepstrum.shape != low.shape:
        raise ValueError("cepstrum and low have different shapes")
    a_3 = np.empty_like(cepstrum)
    for i in range(len(cepstrum)):
        a_3[i] = cepstrum[i] * low[i]
    if len(cepstrum) < 1:
        raise ValueError("a transform of no numbers")
    a_2_3 = a_3 + 0j
    values_3 = fourier(a_2_3)
    lifted = np.real(values_3)
    if log_power.shape != lifted.shape:
        raise ValueError("log_power and lifted have different shapes")

    # reverse sweep
    sound_bar = np.empty_like(sound)
    total_bar = result_1_bar / len(log_power)
    cepstrum_bar = np.zeros_like(cepstrum)
    cepstrum_bar[delay] += result_0_bar
    log_power_bar = np.empty_like(log_power)
    lifted_bar = np.empty_like(lifted)
    for i in range(len(log_power)):
        difference_bar = 2.0 * (log_power[i] - lifted[i]) * total_bar
        log_power_bar[i] = difference_bar
        lifted_bar[i] = -difference_bar
    values_3_bar = np.zeros_like(values_3)
    values_3_bar += lifted_bar
    a_2_3_bar = np.zeros_like(a_2_3)
    fourier_adjoint(a_2_3, values_3_bar, a_2_3_bar)
    a_3_bar = np.real(a_2_3_bar).copy()
    for i in range(len(cepstrum)):
        cepstrum_bar[i] += low[i] * a_3_bar[i]
    values_2_bar = np.zeros_like(values_2)
    values_2_bar += cepstrum_bar / a_2_2.shape[0]
    a_2_2_bar = np.zeros_like(a_2_2)
    backward_adjoint(a_2_2, values_2_bar, a_2_2_bar)
    log_power_bar += np.real(a_2_2_bar)
    spectrum_bar = np.zeros_like(spectrum)
    sum_bar = log_power_bar / (np.real(spectrum) ** 2 + np.imag(spectrum) ** 2 + floor)
    spectrum_bar += 2.0 * np.real(spectrum) * sum_bar
    spectrum_bar -= 2.0 * 1j * np.imag(spectrum) * sum_bar
    a_2_bar = np.zeros_like(a_2)
    fourier_adjoint(a_2, spectrum_bar, a_2_bar)
    a_bar = np.real(a_2_bar).copy()
    rolled_result_bar = np.empty_like(rolled_result)
    strength_bar = 0.0
    for i in range(n):
        heard_bar = cosines_result[i] * a_bar[i]
        sound_bar[i] = heard_bar
        strength_bar += rolled_result[i] * heard_bar
        rolled_result_bar[i] = strength * heard_bar
    rolled_adjoint(delay, rolled_result_bar, sound_bar)
    return sound_bar, strength_bar, np.sum(sum_bar)
