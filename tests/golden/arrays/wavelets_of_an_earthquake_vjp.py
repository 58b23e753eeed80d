import numpy as np


def weighted(a, weights):
    """The sum of the elements of a vector, each times its weight."""
    if len(weights) != len(a):
        raise ValueError("a and weights have different lengths")
    value = 0.0
    for i in range(len(a)):
        value += a[i] * weights[i]
    return value


def along_axis_2(weights, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = weighted(a_i, weights)
    return values


def weighted_adjoint(weights, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    if len(weights) != len(a_bar):
        raise ValueError("a and weights have different lengths")

    # reverse sweep
    for i in range(len(a_bar)):
        a_bar[i] += weights[i] * result_bar


def along_axis_2_adjoint(weights, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a_bar.shape[0]):
        a_i_bar = a_bar[i]
        weighted_adjoint(weights, result_bar[i], a_i_bar)


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        v = a[:, i]
        v_bar = a_bar[:, i]
        v_bar[np.argmax(v)] += result_bar[i]


def cosines(count):
    """Cosines of a window's places, weighed and added up; a lone sample weighs 1."""
    values = np.ones(max(count, 0))
    if count > 1:
        for i in range(count):
            angle = 2.0 * np.pi * i / (count - 1)
            values[i] = 0.5 - 0.5 * np.cos(angle) + 0.0 * np.cos(2.0 * angle)
    return values


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


def each_line(a):
    """What a function gives for each vector along an axis, in its place."""
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line = backward(a[i])
        for n in range(a.shape[1]):
            values[i, n] = line[n]
    return values


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


def each_line_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        line = backward(a[i])
        line_bar = np.zeros_like(line)
        for n in range(a.shape[1]):
            line_bar[n] += result_bar[i, n]
        backward_adjoint(a[i], line_bar, a_bar[i])


def fftfreq(n, d):
    """The frequencies that belong to the elements of a transform."""
    values = np.empty(n)
    for k in range(n):
        values[k] = (k if 2 * k < n else k - n) / (n * d)
    return values


def fftfreq_adjoint(n, d, result_bar):
    """The adjoint of d in fftfreq."""
    # forward and reverse in one sweep: the iterations are independent
    d_bar = 0.0
    for k in range(n):
        d_bar -= n * (k if 2 * k < n else k - n) * result_bar[k] / (n * d) / (n * d)
    return d_bar


def integral_adjoint(y, x, result_bar, y_bar, x_bar):
    """The adjoint of y and x is added to y_bar, x_bar."""
    # forward sweep
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")

    # reverse sweep
    total_bar = 0.5 * result_bar
    for i in range(len(y) - 1):
        difference_bar = (y[i] + y[i + 1]) * total_bar
        x_bar[i + 1] += difference_bar
        x_bar[i] -= difference_bar
        sum_bar = (x[i + 1] - x[i]) * total_bar
        y_bar[i] += sum_bar
        y_bar[i + 1] += sum_bar


def slopes(f, spacing):
    """The slopes along one axis, for a step or for the places of the elements."""
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        left = f[i - 1]
        f_i = f[i]
        right = f[i + 1]
        before_2 = spacing[i] - spacing[i - 1]
        after_2 = spacing[i + 1] - spacing[i]
        rising = (right - f_i) * (before_2 / (after_2 * (before_2 + after_2)))
        term = (f_i - left) * (after_2 / (before_2 * (before_2 + after_2)))
        result[i] = rising + term
    before = spacing[1] - spacing[0]
    after = spacing[last] - spacing[last - 1]
    result[0] = (f[1] - f[0]) / before
    result[last] = (f[last] - f[last - 1]) / after
    return result


def slopes_adjoint(f, spacing, result_bar, f_bar, spacing_bar):
    """The adjoint of f and spacing is added to f_bar, spacing_bar."""
    # forward sweep
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    before = spacing[1] - spacing[0]
    after = spacing[last] - spacing[last - 1]

    # reverse sweep
    result_bar_ = result_bar.copy()
    quotient_bar = result_bar_[last]
    result_bar_[last] = 0.0
    numerator_bar = quotient_bar / after
    f_bar[last] += numerator_bar
    f_bar[last - 1] -= numerator_bar
    after_bar = (f[last - 1] - f[last]) * numerator_bar / after
    quotient_bar = result_bar_[0]
    result_bar_[0] = 0.0
    numerator_bar = quotient_bar / before
    f_bar[1] += numerator_bar
    f_bar[0] -= numerator_bar
    before_bar = (f[0] - f[1]) * numerator_bar / before
    spacing_bar[last] += after_bar
    spacing_bar[last - 1] -= after_bar
    spacing_bar[1] += before_bar
    spacing_bar[0] -= before_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(1, last):
        left = f[i - 1]
        f_i = f[i]
        right = f[i + 1]
        before_2 = spacing[i] - spacing[i - 1]
        after_2 = spacing[i + 1] - spacing[i]
        quotient = before_2 / (after_2 * (before_2 + after_2))
        quotient_2 = after_2 / (before_2 * (before_2 + after_2))
        rising_bar = result_bar_[i]
        quotient_2_bar = (f_i - left) * result_bar_[i]
        numerator_bar = quotient_2_bar / (before_2 * (before_2 + after_2))
        product_bar = -quotient_2 * numerator_bar
        after_2_bar = numerator_bar + before_2 * product_bar
        numerator_bar = (right - f_i) * rising_bar / (after_2 * (before_2 + after_2))
        before_2_bar = (2.0 * before_2 + after_2) * product_bar + numerator_bar
        product_bar = -quotient * numerator_bar
        before_2_bar += after_2 * product_bar
        after_2_bar += (before_2 + 2.0 * after_2) * product_bar
        spacing_bar[i + 1] += after_2_bar
        spacing_bar[i] += before_2_bar - after_2_bar
        spacing_bar[i - 1] -= before_2_bar
        f_bar[i + 1] += quotient * rising_bar
        f_bar[i] += quotient_2 * result_bar_[i] - quotient * rising_bar
        f_bar[i - 1] -= quotient_2 * result_bar_[i]


def wavelets_of_an_earthquake_vjp(
    record, scales, centre, rate, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of record, scales, centre and rate of wavelets_of_an_earthquake,
    for the adjoint of its result.
    """
    # forward sweep
    n = len(record)
    quotient = 1.0 / rate
    fftfreq_result = fftfreq(n, quotient)
    omega = np.empty_like(fftfreq_result)
    power_2 = np.pi**-0.25
    daughter = np.empty((len(scales), n))
    root = np.empty_like(scales)
    daughter_2 = np.empty((len(scales), n))
    total = 0.0
    for i in range(n):
        omega[i] = 2.0 * np.pi * fftfreq_result[i]
        total += record[i]
    for i in range(len(scales)):
        for j in range(n):
            argument = scales[i] * omega[j] - centre
            daughter[i, j] = power_2 * np.exp(-0.5 * argument**2) * (omega[j] > 0.0)
        root[i] = np.sqrt(2.0 * np.pi * scales[i] * rate)
    root_part = root[:, None]
    a = np.empty_like(record)
    for i in range(n):
        a[i] = record[i] - total / n
    if n < 1:
        raise ValueError("a transform of no numbers")
    a_2 = a + 0j
    spectrum = fourier(a_2)
    if len(spectrum) != n:
        raise ValueError("spectrum and daughter have different shapes")
    M = n + 2
    weights = cosines(M)[1:-1]
    total_2 = 0.0
    for i in range(len(weights)):
        total_2 += weights[i]
    varargs_0 = np.empty_like(scales)
    for i in range(len(scales)):
        for j in range(n):
            daughter_2[i, j] = daughter[i, j] * root_part[i, 0]
        varargs_0[i] = np.log(scales[i])
    a_3 = spectrum * daughter_2
    if a_3.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    values_2 = each_line(a_3)
    waves = values_2 / a_3.shape[1]
    if waves.shape[0] != scales[:, None].shape[0]:
        raise ValueError("waves and scales[:, None] have different shapes")
    abs_waves = np.abs(waves)
    power = abs_waves**2 / scales[:, None]
    sums_3 = along_axis_2(weights, power)
    counts = np.full_like(sums_3, total_2)
    mean = np.empty_like(sums_3)
    f = np.empty_like(sums_3)
    for i in range(power.shape[0]):
        mean[i] = sums_3[i] / counts[i]
        f[i] = np.log(mean[i])
    slope = slopes(f, varargs_0)

    # reverse sweep
    record_bar = np.empty_like(record)
    scales_bar = np.zeros_like(scales)
    ridge_bar = result_0_bar.copy()
    slope_bar = np.zeros_like(slope)
    slope_bar[1] += result_2_bar
    mean_bar = np.zeros_like(mean)
    integral_adjoint(mean, scales, result_1_bar, mean_bar, scales_bar)
    varargs_0_bar = np.zeros_like(varargs_0)
    f_bar = np.zeros_like(f)
    slopes_adjoint(f, varargs_0, slope_bar, f_bar, varargs_0_bar)
    sums_3_bar = np.empty_like(sums_3)
    for i in range(power.shape[0]):
        mean_bar[i] += f_bar[i] / mean[i]
        sums_3_bar[i] = mean_bar[i] / counts[i]
    power_bar = np.zeros_like(power)
    along_axis_2_adjoint(weights, sums_3_bar, power_bar)
    along_axis_adjoint(power, ridge_bar, power_bar)
    abs_waves_bar = 2.0 * abs_waves * power_bar / scales[:, None]
    scales_bar[:, None] += np.expand_dims(
        np.sum(-power * power_bar / scales[:, None], axis=1), 1
    )
    waves_bar = (
        np.conj(waves) * abs_waves_bar / np.where(abs_waves != 0.0, abs_waves, 1.0)
    )
    values_2_bar = waves_bar / a_3.shape[1]
    a_3_bar = np.zeros_like(a_3)
    each_line_adjoint(a_3, values_2_bar, a_3_bar)
    spectrum_bar = np.sum(daughter_2 * a_3_bar, axis=0)
    daughter_2_bar = np.real(spectrum * a_3_bar)
    daughter_bar = np.empty_like(daughter)
    root_bar = np.zeros_like(root)
    root_part_bar = root_bar[:, None]
    for i in range(len(scales)):
        scales_bar[i] += varargs_0_bar[i] / scales[i]
        for j in range(n):
            daughter_bar[i, j] = root_part[i, 0] * daughter_2_bar[i, j]
            root_part_bar[i, 0] += daughter[i, j] * daughter_2_bar[i, j]
    a_2_bar = np.zeros_like(a_2)
    fourier_adjoint(a_2, spectrum_bar, a_2_bar)
    a_bar = np.real(a_2_bar).copy()
    total_bar = 0.0
    for i in range(n):
        record_bar[i] = a_bar[i]
        total_bar -= a_bar[i] / n
    omega_bar = np.zeros_like(omega)
    rate_bar = 0.0
    centre_bar = 0.0
    for i in range(len(scales)):
        product_bar = root_bar[i] / (2.0 * np.sqrt(2.0 * np.pi * scales[i] * rate))
        scales_bar[i] += 2.0 * np.pi * rate * product_bar
        rate_bar += 2.0 * np.pi * scales[i] * product_bar
        scales_i_bar = 0.0
        for j in range(n):
            argument = scales[i] * omega[j] - centre
            exponential_bar = power_2 * daughter_bar[i, j] * (omega[j] > 0.0)
            argument_bar = -argument * np.exp(-0.5 * argument**2) * exponential_bar
            scales_i_bar += omega[j] * argument_bar
            omega_bar[j] += scales[i] * argument_bar
            centre_bar -= argument_bar
        scales_bar[i] += scales_i_bar
    fftfreq_result_bar = np.empty_like(fftfreq_result)
    for i in range(n):
        record_bar[i] += total_bar
        fftfreq_result_bar[i] = 2.0 * np.pi * omega_bar[i]
    rate_bar -= quotient * fftfreq_adjoint(n, quotient, fftfreq_result_bar) / rate
    return record_bar, scales_bar, centre_bar, rate_bar
