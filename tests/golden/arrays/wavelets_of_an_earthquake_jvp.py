import numpy as np


def weighted_tangent(a, weights, a_dot):
    """weighted and its tangent."""
    if len(weights) != len(a):
        raise ValueError("a and weights have different lengths")
    value_dot = 0.0
    value = 0.0
    for i in range(len(a)):
        value_dot += a_dot[i] * weights[i]
        value += a[i] * weights[i]
    return value, value_dot


def along_axis_2_tangent(weights, a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = weighted_tangent(a_i, weights, a_i_dot)
    return values, values_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.empty(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        values_dot[i] = v_dot[np.argmax(v)]
        values[i] = np.max(v)
    return values, values_dot


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


def each_line_tangent(a, a_dot):
    """each_line and its tangent."""
    values_dot = np.empty(a.shape, dtype=np.complex128)
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line, line_dot = backward_tangent(a[i], a_dot[i])
        for n in range(a.shape[1]):
            values_dot[i, n] = line_dot[n]
            values[i, n] = line[n]
    return values, values_dot


def fftfreq_tangent(n, d, d_dot):
    """fftfreq and its tangent."""
    values_dot = np.empty(n)
    values = np.empty(n)
    for k in range(n):
        quotient = (k if 2 * k < n else k - n) / (n * d)
        values_dot[k] = -quotient * n * d_dot / (n * d)
        values[k] = quotient
    return values, values_dot


def integral_tangent(y, x, y_dot, x_dot):
    """integral and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y have different lengths")
    total_dot = 0.0
    total = 0.0
    for i in range(len(y) - 1):
        term = (x[i + 1] - x[i]) * (y_dot[i] + y_dot[i + 1])
        total_dot += (x_dot[i + 1] - x_dot[i]) * (y[i] + y[i + 1]) + term
        total += (x[i + 1] - x[i]) * (y[i] + y[i + 1])
    return total * 0.5, 0.5 * total_dot


def slopes_tangent(f, spacing, f_dot, spacing_dot):
    """slopes and its tangent."""
    result_dot = np.zeros_like(f)
    result = np.empty_like(f)
    last = len(f) - 1
    if last < 1:
        raise ValueError("gradient of too few elements")
    for i in range(1, last):
        left_dot = f_dot[i - 1]
        left = f[i - 1]
        f_i_dot = f_dot[i]
        f_i = f[i]
        right = f[i + 1]
        before_2_dot = spacing_dot[i] - spacing_dot[i - 1]
        before_2 = spacing[i] - spacing[i - 1]
        after_2_dot = spacing_dot[i + 1] - spacing_dot[i]
        after_2 = spacing[i + 1] - spacing[i]
        quotient = before_2 / (after_2 * (before_2 + after_2))
        term_2 = after_2 * (before_2_dot + after_2_dot)
        factor_2 = after_2_dot * (before_2 + after_2) + term_2
        term = quotient * factor_2
        factor = before_2_dot - term
        quotient_dot = factor / (after_2 * (before_2 + after_2))
        rising_dot = (f_dot[i + 1] - f_i_dot) * quotient + (right - f_i) * quotient_dot
        rising = (right - f_i) * quotient
        quotient = after_2 / (before_2 * (before_2 + after_2))
        term_4 = before_2 * (before_2_dot + after_2_dot)
        factor_4 = before_2_dot * (before_2 + after_2) + term_4
        term_3 = quotient * factor_4
        factor_3 = after_2_dot - term_3
        quotient_dot = factor_3 / (before_2 * (before_2 + after_2))
        term_5 = (f_i_dot - left_dot) * quotient + (f_i - left) * quotient_dot
        result_dot[i] = rising_dot + term_5
        result[i] = rising + (f_i - left) * quotient
    before_dot = spacing_dot[1] - spacing_dot[0]
    before = spacing[1] - spacing[0]
    after_dot = spacing_dot[last] - spacing_dot[last - 1]
    after = spacing[last] - spacing[last - 1]
    quotient = (f[1] - f[0]) / before
    result_dot[0] = (f_dot[1] - f_dot[0] - quotient * before_dot) / before
    result[0] = quotient
    quotient = (f[last] - f[last - 1]) / after
    result_dot[last] = (f_dot[last] - f_dot[last - 1] - quotient * after_dot) / after
    result[last] = quotient
    return result, result_dot


def wavelets_of_an_earthquake_jvp(
    record, scales, centre, rate, record_dot, scales_dot, centre_dot, rate_dot
):
    """The value of wavelets_of_an_earthquake, and its derivative in the direction
    record_dot, scales_dot, centre_dot, rate_dot.
    """
    n = len(record)
    quotient = 1.0 / rate
    quotient_dot = -quotient * rate_dot / rate
    fftfreq_result, fftfreq_result_dot = fftfreq_tangent(n, quotient, quotient_dot)
    omega_dot = np.zeros_like(fftfreq_result)
    omega = np.empty_like(fftfreq_result)
    power_2 = np.pi**-0.25
    daughter_dot = np.empty((len(scales), n))
    daughter = np.empty((len(scales), n))
    root_dot = np.empty_like(scales)
    root = np.empty_like(scales)
    daughter_2_dot = np.empty((len(scales), n))
    daughter_2 = np.empty((len(scales), n))
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        omega_dot[i] = 2.0 * np.pi * fftfreq_result_dot[i]
        omega[i] = 2.0 * np.pi * fftfreq_result[i]
        total_dot += record_dot[i]
        total += record[i]
    for i in range(len(scales)):
        for j in range(n):
            argument_dot = (
                scales_dot[i] * omega[j] + scales[i] * omega_dot[j] - centre_dot
            )
            argument = scales[i] * omega[j] - centre
            exponential = np.exp(-0.5 * argument**2)
            exponential_dot = -exponential * argument * argument_dot
            daughter_dot[i, j] = power_2 * exponential_dot * (omega[j] > 0.0)
            daughter[i, j] = power_2 * exponential * (omega[j] > 0.0)
        root_2 = np.sqrt(2.0 * np.pi * scales[i] * rate)
        factor = 2.0 * np.pi * scales_dot[i] * rate + 2.0 * np.pi * scales[i] * rate_dot
        root_2_dot = factor / (2.0 * root_2)
        root_dot[i] = root_2_dot
        root[i] = root_2
    root_part_dot = root_dot[:, None]
    root_part = root[:, None]
    a_dot = np.empty_like(record)
    a = np.empty_like(record)
    for i in range(n):
        a_dot[i] = record_dot[i] - total_dot / n
        a[i] = record[i] - total / n
    if n < 1:
        raise ValueError("a transform of no numbers")
    a_2_dot = np.zeros_like(a + 0j) + a_dot
    a_2 = a + 0j
    spectrum, spectrum_dot = fourier_tangent(a_2, a_2_dot)
    if len(spectrum) != n:
        raise ValueError("spectrum and daughter have different shapes")
    M = n + 2
    weights = cosines(M)[1:-1]
    total_2 = 0.0
    for i in range(len(weights)):
        total_2 += weights[i]
    varargs_0_dot = np.empty_like(scales)
    varargs_0 = np.empty_like(scales)
    for i in range(len(scales)):
        for j in range(n):
            term = daughter[i, j] * root_part_dot[i, 0]
            daughter_2_dot[i, j] = daughter_dot[i, j] * root_part[i, 0] + term
            daughter_2[i, j] = daughter[i, j] * root_part[i, 0]
        varargs_0_dot[i] = scales_dot[i] / scales[i]
        varargs_0[i] = np.log(scales[i])
    a_3_dot = spectrum_dot * daughter_2 + spectrum * daughter_2_dot
    a_3 = spectrum * daughter_2
    if a_3.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    values_2, values_2_dot = each_line_tangent(a_3, a_3_dot)
    waves = values_2 / a_3.shape[1]
    waves_dot = values_2_dot / a_3.shape[1]
    if waves.shape[0] != scales[:, None].shape[0]:
        raise ValueError("waves and scales[:, None] have different shapes")
    abs_waves = np.abs(waves)
    factor_2 = np.where(abs_waves != 0.0, abs_waves, 1.0)
    abs_waves_dot = np.real(np.conj(waves) * waves_dot) / factor_2
    power = abs_waves**2 / scales[:, None]
    factor_3 = 2.0 * abs_waves * abs_waves_dot - power * scales_dot[:, None]
    power_dot = factor_3 / scales[:, None]
    ridge, ridge_dot = along_axis_tangent(power, power_dot)
    sums_3, sums_3_dot = along_axis_2_tangent(weights, power, power_dot)
    counts = np.full_like(sums_3, total_2)
    mean_dot = np.zeros_like(sums_3)
    mean = np.empty_like(sums_3)
    f_dot = np.zeros_like(sums_3)
    f = np.empty_like(sums_3)
    for i in range(power.shape[0]):
        mean_dot[i] = sums_3_dot[i] / counts[i]
        mean[i] = sums_3[i] / counts[i]
        f_dot[i] = mean_dot[i] / mean[i]
        f[i] = np.log(mean[i])
    slope, slope_dot = slopes_tangent(f, varargs_0, f_dot, varargs_0_dot)
    value_1, value_1_dot = integral_tangent(mean, scales, mean_dot, scales_dot)
    return ridge, value_1, slope[1], ridge_dot, value_1_dot, slope_dot[1]
