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


def each_line_2_tangent(a, a_dot):
    """each_line_2 and its tangent."""
    values_dot = np.empty(a.shape, dtype=np.complex128)
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line, line_dot = fourier_tangent(a[i], a_dot[i])
        for n in range(a.shape[1]):
            values_dot[i, n] = line_dot[n]
            values[i, n] = line[n]
    return values, values_dot


def backward_tangent(x, x_dot):
    """backward and its tangent."""
    values, values_dot = fourier_tangent(x, x_dot)
    turned_dot = np.empty(len(x), dtype=np.complex128)
    turned = np.empty(len(x), dtype=np.complex128)
    for k in range(len(x)):
        turned_dot[k] = values_dot[-k]
        turned[k] = values[-k]
    return turned, turned_dot


def each_line_3_tangent(a, a_dot):
    """each_line_3 and its tangent."""
    values_dot = np.empty(a.shape, dtype=np.complex128)
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[1]):
        line, line_dot = backward_tangent(a[:, i], a_dot[:, i])
        for n in range(a.shape[0]):
            values_dot[n, i] = line_dot[n]
            values[n, i] = line[n]
    return values, values_dot


def each_line_4_tangent(a, a_dot):
    """each_line_4 and its tangent."""
    values_dot = np.empty(a.shape, dtype=np.complex128)
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line, line_dot = backward_tangent(a[i], a_dot[i])
        for n in range(a.shape[1]):
            values_dot[i, n] = line_dot[n]
            values[i, n] = line[n]
    return values, values_dot


def each_line_tangent(a, a_dot):
    """each_line and its tangent."""
    values_dot = np.empty(a.shape, dtype=np.complex128)
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[1]):
        line, line_dot = fourier_tangent(a[:, i], a_dot[:, i])
        for n in range(a.shape[0]):
            values_dot[n, i] = line_dot[n]
            values[n, i] = line[n]
    return values, values_dot


def fftfreq(n, d):
    """The frequencies that belong to the elements of a transform."""
    values = np.empty(n)
    for k in range(n):
        values[k] = (k if 2 * k < n else k - n) / (n * d)
    return values


def rolled_tangent(a, shift, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[(i - shift) % length, j]
            whole[i, j] = a[(i - shift) % length, j]
    return whole, whole_dot


def angular_spectrum_of_a_beam_jvp(
    slit, focus, distance, wavelength, slit_dot, focus_dot, distance_dot, wavelength_dot
):
    """The value of angular_spectrum_of_a_beam, and its derivative in the direction
    slit_dot, focus_dot, distance_dot, wavelength_dot.
    """
    n = 8
    start = -1.0
    last = 1.0
    step = (last - start) / 8
    a = np.arange(8)
    x = np.empty(len(a))
    zeros = np.zeros((len(a), len(a)))
    y = np.empty_like(zeros)
    for i in range(len(a)):
        x[i] = start + a[i] * step
        for j in range(len(a)):
            y[i, j] = zeros[i, j] + x[i]
    r2 = np.empty_like(zeros)
    k = 2.0 * np.pi / wavelength
    k_dot = -k * wavelength_dot / wavelength
    power_dot = 2.0 * slit * slit_dot
    power = slit**2
    opening_dot = np.empty_like(zeros)
    opening = np.empty_like(zeros)
    for i in range(len(a)):
        for j in range(len(a)):
            x_3 = zeros[i, j] + x[j]
            r2[i, j] = x_3**2 + y[i, j] ** 2
            quotient = r2[i, j] / power
            quotient_dot = -quotient * power_dot / power
            exponential = np.exp(-(quotient**2))
            opening_dot[i, j] = -2.0 * exponential * quotient * quotient_dot
            opening[i, j] = exponential
    quotient_2 = -0.5j * k * r2 / focus
    quotient_2_dot = (-0.5j * k_dot * r2 - quotient_2 * focus_dot) / focus
    exp_quotient = np.exp(quotient_2)
    exp_quotient_dot = exp_quotient * quotient_2_dot
    field_dot = opening_dot * exp_quotient + opening * exp_quotient_dot
    field = opening * exp_quotient
    f = fftfreq(n, 2.0 / n)
    quotient = 1.0 / wavelength**2
    quotient_dot = -2.0 * quotient * wavelength * wavelength_dot / wavelength**2
    sqrt_inside_dot = np.empty((n, n))
    sqrt_inside = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            inside = quotient - f[i] ** 2 - f[j] ** 2
            sqrt_inside_2 = np.sqrt(inside)
            sqrt_inside_dot[i, j] = quotient_dot / (2.0 * sqrt_inside_2)
            sqrt_inside[i, j] = sqrt_inside_2
    passed = np.exp(2j * np.pi * distance * sqrt_inside)
    term = 2j * np.pi * distance * sqrt_inside_dot
    factor = 2j * np.pi * distance_dot * sqrt_inside + term
    passed_dot = passed * factor
    if field.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2, values_2_dot = each_line_tangent(field, field_dot)
    if values_2.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    each_line_2_result, each_line_2_result_dot = each_line_2_tangent(
        values_2, values_2_dot
    )
    if each_line_2_result.shape[0] != passed.shape[0]:
        raise ValueError("each_line_2_result and passed have different shapes")
    if each_line_2_result.shape[1] != passed.shape[0]:
        raise ValueError("each_line_2_result and passed have different shapes")
    a_2_dot = each_line_2_result_dot * passed + each_line_2_result * passed_dot
    a_2 = each_line_2_result * passed
    if a_2.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2, values_2_2_dot = each_line_3_tangent(a_2, a_2_dot)
    values_3 = values_2_2 / a_2.shape[0]
    values_3_dot = values_2_2_dot / a_2.shape[0]
    if values_3.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2_2, values_2_2_2_dot = each_line_4_tangent(values_3, values_3_dot)
    there = values_2_2_2 / values_3.shape[1]
    there_dot = values_2_2_2_dot / values_3.shape[1]
    abs_there = np.abs(there)
    factor_2 = np.where(abs_there != 0.0, abs_there, 1.0)
    abs_there_dot = np.real(np.conj(there) * there_dot) / factor_2
    light_dot = 2.0 * abs_there * abs_there_dot
    light = abs_there**2
    if light.shape[0] != len(a):
        raise ValueError("light and r2 have different shapes")
    if light.shape[1] != len(a):
        raise ValueError("light and r2 have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(a)):
        for j in range(len(a)):
            total_dot += light_dot[i, j] * r2[i, j]
            total += light[i, j] * r2[i, j]
            total_2_dot += light_dot[i, j]
            total_2 += light[i, j]
    quotient = total / total_2
    width = np.sqrt(quotient)
    width_dot = (total_dot - quotient * total_2_dot) / total_2 / (2.0 * width)
    shift = light.shape[0] // 2
    x_2_2, x_2_2_dot = rolled_tangent(light, shift, light_dot)
    value_dot = x_2_2_dot[0]
    value = x_2_2[0]
    return value, width, value_dot, width_dot
