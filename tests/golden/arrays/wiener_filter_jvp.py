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


def mirrored_tangent(a, n, a_dot):
    """mirrored and its tangent."""
    values_dot = np.zeros(n, dtype=np.complex128)
    values = np.zeros(n, np.complex128)
    values_dot[0] = np.real(a_dot[0])
    values[0] = np.real(a[0])
    for k in range(1, min(len(a), n // 2 + 1)):
        if 2 * k == n:
            values_dot[k] = np.real(a_dot[k])
            values[k] = np.real(a[k])
        else:
            values_dot[k] = a_dot[k]
            values[k] = a[k]
            values_dot[n - k] = np.conj(a_dot[k])
            values[n - k] = np.conj(a[k])
    return values, values_dot


def rfft_2_tangent(a, n, a_dot):
    """rfft_2 and its tangent."""
    if n < 1:
        raise ValueError("a transform of no numbers")
    values_2_dot = np.zeros(n, dtype=np.complex128)
    values_2 = np.zeros(n, dtype=np.complex128)
    count = min(n, a.shape[0])
    if values_2[0:count].shape != a[0:count].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values_2_dot[0:count][:] = a_dot[0:count]
    values_2[0:count][:] = a[0:count]
    values, values_dot = fourier_tangent(values_2, values_2_dot)
    stop = values.shape[0] // 2 + 1
    value_dot = values_dot[0:stop]
    value = values[0:stop]
    return value, value_dot


def rfftfreq(n):
    """The frequencies that belong to the elements of a transform of real numbers."""
    values = np.empty(n // 2 + 1)
    for k in range(n // 2 + 1):
        values[k] = k / (n * 1.0)
    return values


def wiener_filter_jvp(
    record, kernel, noise, smooth, record_dot, kernel_dot, noise_dot, smooth_dot
):
    """The value of wiener_filter, and its derivative in the direction record_dot,
    kernel_dot, noise_dot, smooth_dot.
    """
    n = len(record)
    if record.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_dot = np.zeros_like(record + 0j) + record_dot
    a_2 = record + 0j
    values, values_dot = fourier_tangent(a_2, a_2_dot)
    stop = values.shape[0] // 2 + 1
    seen_dot = values_dot[0:stop]
    seen = values[0:stop]
    blur, blur_dot = rfft_2_tangent(kernel, n, kernel_dot)
    abs_seen = np.abs(seen)
    factor = np.where(abs_seen != 0.0, abs_seen, 1.0)
    abs_seen_dot = np.real(np.conj(seen) * seen_dot) / factor
    quotient = abs_seen**2 / n
    quotient_dot = 2.0 * abs_seen * abs_seen_dot / n
    power_dot = np.where(quotient - noise >= 0.05, quotient_dot - noise_dot, 0.0)
    power = np.maximum(quotient - noise, 0.05)
    f = rfftfreq(n)
    if len(power) != len(f):
        raise ValueError("power and f have different shapes")
    penalty_dot = np.empty_like(power)
    penalty = np.empty_like(power)
    for i in range(len(power)):
        quotient_2 = noise / power[i]
        quotient_2_dot = (noise_dot - quotient_2 * power_dot[i]) / power[i]
        penalty_dot[i] = quotient_2_dot + smooth_dot * (2.0 * np.pi * f[i]) ** 4
        penalty[i] = quotient_2 + smooth * (2.0 * np.pi * f[i]) ** 4
    if len(blur) != len(power):
        raise ValueError("blur and penalty have different shapes")
    abs_blur = np.abs(blur)
    factor_2 = np.where(abs_blur != 0.0, abs_blur, 1.0)
    abs_blur_dot = np.real(np.conj(blur) * blur_dot) / factor_2
    gain = np.conj(blur) / (abs_blur**2 + penalty)
    factor_3 = np.conj(blur_dot) - gain * (2.0 * abs_blur * abs_blur_dot + penalty_dot)
    gain_dot = factor_3 / (abs_blur**2 + penalty)
    a_dot = gain_dot * seen + gain * seen_dot
    a = gain * seen
    if n < 1:
        raise ValueError("a transform of no numbers")
    a_2_2, a_2_2_dot = mirrored_tangent(a, n, a_dot)
    if a_2_2.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2, values_2_dot = backward_tangent(a_2_2, a_2_2_dot)
    quotient_3 = values_2 / a_2_2.shape[0]
    quotient_3_dot = values_2_dot / a_2_2.shape[0]
    return np.real(quotient_3).copy(), np.real(quotient_3_dot).copy()
