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


def rolled_tangent(a, shift, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i - shift) % length]
        whole[i] = a[(i - shift) % length]
    return whole, whole_dot


def pulses_between_microphones_jvp(
    left, right, whitening, rate, left_dot, right_dot, whitening_dot, rate_dot
):
    """The value of pulses_between_microphones, and its derivative in the direction
    left_dot, right_dot, whitening_dot, rate_dot.
    """
    n = 16
    values_dot = np.zeros(16, dtype=np.complex128)
    values = np.zeros(16, dtype=np.complex128)
    count = min(16, right.shape[0])
    if values[0:count].shape != right[0:count].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values_dot[0:count][:] = right_dot[0:count]
    values[0:count][:] = right[0:count]
    values_2, values_2_dot = fourier_tangent(values, values_dot)
    values_3_dot = np.zeros(16, dtype=np.complex128)
    values_3 = np.zeros(16, dtype=np.complex128)
    count_2 = min(16, left.shape[0])
    if values_3[0:count_2].shape != left[0:count_2].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values_3_dot[0:count_2][:] = left_dot[0:count_2]
    values_3[0:count_2][:] = left[0:count_2]
    values_2_2, values_2_2_dot = fourier_tangent(values_3, values_3_dot)
    if len(values_2) != len(values_2_2):
        raise ValueError("values and values_2 have different shapes")
    cross_dot = values_2_dot * np.conj(values_2_2) + values_2 * np.conj(values_2_2_dot)
    cross = values_2 * np.conj(values_2_2)
    abs_cross = np.abs(cross)
    factor = np.where(abs_cross != 0.0, abs_cross, 1.0)
    abs_cross_dot = np.real(np.conj(cross) * cross_dot) / factor
    power = (abs_cross + 0.1) ** whitening
    term = (
        whitening
        * (abs_cross + 0.1) ** (whitening - 1.0 if whitening != 0.0 else 0.0)
        * abs_cross_dot
    )
    term_2 = (
        power
        * np.log(np.where(abs_cross + 0.1 == 0.0, 1.0, abs_cross + 0.1))
        * whitening_dot
    )
    power_dot = term + term_2
    quotient = cross / power
    quotient_dot = (cross_dot - quotient * power_dot) / power
    cross = quotient
    if cross.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_4, values_4_dot = backward_tangent(cross, quotient_dot)
    quotient = values_4 / cross.shape[0]
    quotient_dot = values_4_dot / cross.shape[0]
    x_dot = np.real(quotient_dot)
    x = np.real(quotient)
    shift_2 = x.shape[0] // 2
    correlation, correlation_dot = rolled_tangent(x, shift_2, x_dot)
    peak = np.argmax(correlation[1:-1]) + 1
    row_dot = correlation_dot[peak - 1 : peak + 2]
    row = correlation[peak - 1 : peak + 2]
    if len(row) != 3:
        raise ValueError("row is unpacked into 3 names")
    before_dot = row_dot[0]
    before = row[0]
    at_dot = row_dot[1]
    at = row[1]
    after_dot = row_dot[2]
    after = row[2]
    shift = 0.5 * (before - after) / (before - 2.0 * at + after)
    term_3 = shift * (before_dot - 2.0 * at_dot + after_dot)
    factor_2 = 0.5 * (before_dot - after_dot) - term_3
    shift_dot = factor_2 / (before - 2.0 * at + after)
    value_0 = (peak - n // 2 + shift) / rate
    value_0_dot = (shift_dot - value_0 * rate_dot) / rate
    term_5 = 0.25 * (before_dot - after_dot) * shift
    term_4 = term_5 + 0.25 * (before - after) * shift_dot
    value_1_dot = at_dot - term_4
    value_1 = at - 0.25 * (before - after) * shift
    return value_0, value_1, value_0_dot, value_1_dot
