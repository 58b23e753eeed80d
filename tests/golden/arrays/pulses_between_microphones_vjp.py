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


def pulses_between_microphones_vjp(
    left, right, whitening, rate, result_0_bar, result_1_bar
):
    """The adjoints of left, right, whitening and rate of pulses_between_microphones,
    for the adjoint of its result.
    """
    # forward sweep
    n = 16
    values = np.zeros(16, dtype=np.complex128)
    count = min(16, right.shape[0])
    if values[0:count].shape != right[0:count].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values[0:count][:] = right[0:count]
    values_2 = fourier(values)
    values_3 = np.zeros(16, dtype=np.complex128)
    count_2 = min(16, left.shape[0])
    if values_3[0:count_2].shape != left[0:count_2].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values_3[0:count_2][:] = left[0:count_2]
    values_2_2 = fourier(values_3)
    if len(values_2) != len(values_2_2):
        raise ValueError("values and values_2 have different shapes")
    cross = values_2 * np.conj(values_2_2)
    abs_cross = np.abs(cross)
    power = (abs_cross + 0.1) ** whitening
    cross_2 = cross / power
    if cross_2.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_4 = backward(cross_2)
    x = np.real(values_4 / cross_2.shape[0])
    shift_2 = x.shape[0] // 2
    correlation = rolled(x, shift_2)
    peak = np.argmax(correlation[1:-1]) + 1
    row = correlation[peak - 1 : peak + 2]
    if len(row) != 3:
        raise ValueError("row is unpacked into 3 names")
    before = row[0]
    at = row[1]
    after = row[2]
    shift = 0.5 * (before - after) / (before - 2.0 * at + after)

    # reverse sweep
    left_bar = np.zeros_like(left)
    right_bar = np.zeros_like(right)
    difference_bar = -0.25 * shift * result_1_bar
    numerator_bar = result_0_bar / rate
    shift_bar = numerator_bar - 0.25 * (before - after) * result_1_bar
    rate_bar = -(peak - n // 2 + shift) * numerator_bar / rate
    numerator_bar = shift_bar / (before - 2.0 * at + after)
    sum_bar = -shift * numerator_bar
    correlation_bar = np.zeros_like(correlation)
    row_bar = correlation_bar[peak - 1 : peak + 2]
    row_bar[2] += sum_bar - difference_bar - 0.5 * numerator_bar
    row_bar[1] += result_1_bar - 2.0 * sum_bar
    row_bar[0] += difference_bar + 0.5 * numerator_bar + sum_bar
    x_bar = np.zeros_like(x)
    rolled_adjoint(shift_2, correlation_bar, x_bar)
    values_4_bar = np.zeros_like(values_4)
    values_4_bar += x_bar / cross_2.shape[0]
    cross_2_bar = np.zeros_like(cross_2)
    backward_adjoint(cross_2, values_4_bar, cross_2_bar)
    cross_bar = cross_2_bar / power
    power_bar = np.real(-cross_2 * cross_2_bar / power)
    abs_cross_bar = (
        whitening
        * (abs_cross + 0.1) ** (whitening - 1.0 if whitening != 0.0 else 0.0)
        * power_bar
    )
    whitening_bar = np.sum(
        power
        * np.log(np.where(abs_cross + 0.1 == 0.0, 1.0, abs_cross + 0.1))
        * power_bar
    )
    cross_bar += (
        np.conj(cross) * abs_cross_bar / np.where(abs_cross != 0.0, abs_cross, 1.0)
    )
    values_2_bar = np.conj(values_2_2) * cross_bar
    values_2_2_bar = np.conj(values_2 * cross_bar)
    values_3_bar = np.zeros_like(values_3)
    fourier_adjoint(values_3, values_2_2_bar, values_3_bar)
    left_bar[0:count_2] += np.real(values_3_bar[0:count_2][:])
    values_bar = np.zeros_like(values)
    fourier_adjoint(values, values_2_bar, values_bar)
    right_bar[0:count] += np.real(values_bar[0:count][:])
    return left_bar, right_bar, whitening_bar, rate_bar
