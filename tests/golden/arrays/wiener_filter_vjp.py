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


def mirrored(a, n):
    """The transform of n real numbers, of which the first half is given."""
    values = np.zeros(n, np.complex128)
    values[0] = np.real(a[0])
    for k in range(1, min(len(a), n // 2 + 1)):
        if 2 * k == n:
            values[k] = np.real(a[k])
        else:
            values[k] = a[k]
            values[n - k] = np.conj(a[k])
    return values


def mirrored_adjoint(n, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    values_bar = result_bar.copy()
    for k in range(min(len(a_bar), n // 2 + 1) - 1, 0, -1):
        if 2 * k == n:
            a_bar[k] += np.real(values_bar[k])
            values_bar[k] = 0.0
        else:
            a_bar[k] += np.conj(values_bar[n - k])
            values_bar[n - k] = 0.0
            a_bar[k] += values_bar[k]
            values_bar[k] = 0.0
    a_bar[0] += np.real(values_bar[0])


def rfft_2(a, n):
    """The first half of the transform of real numbers, which tells the other."""
    if n < 1:
        raise ValueError("a transform of no numbers")
    values_2 = np.zeros(n, dtype=np.complex128)
    count = min(n, a.shape[0])
    if values_2[0:count].shape != a[0:count].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values_2[0:count][:] = a[0:count]
    values = fourier(values_2)
    stop = values.shape[0] // 2 + 1
    return values[0:stop]


def rfft_2_adjoint(a, n, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    if n < 1:
        raise ValueError("a transform of no numbers")
    values_2 = np.zeros(n, dtype=np.complex128)
    count = min(n, a.shape[0])
    if values_2[0:count].shape != a[0:count].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values_2[0:count][:] = a[0:count]
    values = fourier(values_2)
    stop = values.shape[0] // 2 + 1

    # reverse sweep
    values_bar = np.zeros_like(values)
    value_bar = values_bar[0:stop]
    value_bar += result_bar
    values_2_bar = np.zeros_like(values_2)
    fourier_adjoint(values_2, values_bar, values_2_bar)
    a_bar[0:count] += np.real(values_2_bar[0:count][:])


def rfftfreq(n):
    """The frequencies that belong to the elements of a transform of real numbers."""
    values = np.empty(n // 2 + 1)
    for k in range(n // 2 + 1):
        values[k] = k / (n * 1.0)
    return values


def wiener_filter_vjp(record, kernel, noise, smooth, result_bar):
    """The adjoints of record, kernel, noise and smooth of wiener_filter, for the
    adjoint of its result.
    """
    # forward sweep
    n = len(record)
    if record.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2 = record + 0j
    values = fourier(a_2)
    stop = values.shape[0] // 2 + 1
    seen = values[0:stop]
    blur = rfft_2(kernel, n)
    abs_seen = np.abs(seen)
    power = np.maximum(abs_seen**2 / n - noise, 0.05)
    f = rfftfreq(n)
    if len(power) != len(f):
        raise ValueError("power and f have different shapes")
    penalty = np.empty_like(power)
    for i in range(len(power)):
        penalty[i] = noise / power[i] + smooth * (2.0 * np.pi * f[i]) ** 4
    if len(blur) != len(power):
        raise ValueError("blur and penalty have different shapes")
    abs_blur = np.abs(blur)
    gain = np.conj(blur) / (abs_blur**2 + penalty)
    a = gain * seen
    if n < 1:
        raise ValueError("a transform of no numbers")
    a_2_2 = mirrored(a, n)
    if a_2_2.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2 = backward(a_2_2)

    # reverse sweep
    record_bar = np.zeros_like(record)
    kernel_bar = np.zeros_like(kernel)
    value_bar = result_bar.copy()
    values_2_bar = np.zeros_like(values_2)
    values_2_bar += value_bar / a_2_2.shape[0]
    a_2_2_bar = np.zeros_like(a_2_2)
    backward_adjoint(a_2_2, values_2_bar, a_2_2_bar)
    a_bar = np.zeros_like(a)
    mirrored_adjoint(n, a_2_2_bar, a_bar)
    values_bar = np.zeros_like(values)
    seen_bar = values_bar[0:stop]
    gain_bar = seen * a_bar
    seen_bar += gain * a_bar
    blur_bar = np.conj(gain_bar / (abs_blur**2 + penalty))
    sum_bar = np.real(-gain * gain_bar / (abs_blur**2 + penalty))
    abs_blur_bar = 2.0 * abs_blur * sum_bar
    blur_bar += np.conj(blur) * abs_blur_bar / np.where(abs_blur != 0.0, abs_blur, 1.0)
    power_bar = np.empty_like(power)

    # forward and reverse in one sweep: the iterations are independent
    smooth_bar = 0.0
    noise_bar = 0.0
    for i in range(len(power)):
        smooth_bar += (2.0 * np.pi * f[i]) ** 4 * sum_bar[i]
        numerator_bar = sum_bar[i] / power[i]
        noise_bar += numerator_bar
        power_bar[i] = -noise * numerator_bar / power[i]
    difference_bar = np.where(abs_seen**2 / n - noise >= 0.05, power_bar, 0.0)
    abs_seen_bar = 2.0 * abs_seen * difference_bar / n
    noise_bar -= np.sum(difference_bar)
    seen_bar += np.conj(seen) * abs_seen_bar / np.where(abs_seen != 0.0, abs_seen, 1.0)
    rfft_2_adjoint(kernel, n, blur_bar, kernel_bar)
    a_2_bar = np.zeros_like(a_2)
    fourier_adjoint(a_2, values_bar, a_2_bar)
    record_bar += np.real(a_2_bar)
    return record_bar, kernel_bar, noise_bar, smooth_bar
