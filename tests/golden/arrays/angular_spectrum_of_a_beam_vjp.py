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


def each_line(a):
    """What a function gives for each vector along an axis, in its place."""
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[1]):
        line = fourier(a[:, i])
        for n in range(a.shape[0]):
            values[n, i] = line[n]
    return values


def each_line_2(a):
    """What a function gives for each vector along an axis, in its place."""
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line = fourier(a[i])
        for n in range(a.shape[1]):
            values[i, n] = line[n]
    return values


def fourier_adjoint(x, z_bar, x_bar):
    x_bar += fourier(z_bar)


def each_line_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        line = fourier(a[i])
        line_bar = np.zeros_like(line)
        for n in range(a.shape[1]):
            line_bar[n] += result_bar[i, n]
        fourier_adjoint(a[i], line_bar, a_bar[i])


def backward(x):
    """The sums of x[j] * exp(2j * pi * j * k / n): those of -k, in their order."""
    values = fourier(x)
    turned = np.empty(len(x), dtype=np.complex128)
    for k in range(len(x)):
        turned[k] = values[-k]
    return turned


def each_line_3(a):
    """What a function gives for each vector along an axis, in its place."""
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[1]):
        line = backward(a[:, i])
        for n in range(a.shape[0]):
            values[n, i] = line[n]
    return values


def backward_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    values = fourier(x)

    # reverse sweep
    values_bar = np.zeros_like(values)
    for k in range(len(x)):
        values_bar[-k] += result_bar[k]
    fourier_adjoint(x, values_bar, x_bar)


def each_line_3_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        line = backward(a[:, i])
        line_bar = np.zeros_like(line)
        for n in range(a.shape[0]):
            line_bar[n] += result_bar[n, i]
        backward_adjoint(a[:, i], line_bar, a_bar[:, i])


def each_line_4(a):
    """What a function gives for each vector along an axis, in its place."""
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line = backward(a[i])
        for n in range(a.shape[1]):
            values[i, n] = line[n]
    return values


def each_line_4_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        line = backward(a[i])
        line_bar = np.zeros_like(line)
        for n in range(a.shape[1]):
            line_bar[n] += result_bar[i, n]
        backward_adjoint(a[i], line_bar, a_bar[i])


def each_line_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        line = fourier(a[:, i])
        line_bar = np.zeros_like(line)
        for n in range(a.shape[0]):
            line_bar[n] += result_bar[n, i]
        fourier_adjoint(a[:, i], line_bar, a_bar[:, i])


def fftfreq(n, d):
    """The frequencies that belong to the elements of a transform."""
    values = np.empty(n)
    for k in range(n):
        values[k] = (k if 2 * k < n else k - n) / (n * d)
    return values


def rolled(a, shift):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole[i, j] = a[(i - shift) % length, j]
    return whole


def rolled_adjoint(shift, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    for i in range(length):
        for j in range(a_bar.shape[1]):
            a_bar[(i - shift) % length, j] += result_bar[i, j]


def angular_spectrum_of_a_beam_vjp(
    slit, focus, distance, wavelength, result_0_bar, result_1_bar
):
    """The adjoints of slit, focus, distance and wavelength of
    angular_spectrum_of_a_beam, for the adjoint of its result.
    """
    # forward sweep
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
    power = slit**2
    opening = np.empty_like(zeros)
    for i in range(len(a)):
        for j in range(len(a)):
            x_3 = zeros[i, j] + x[j]
            r2[i, j] = x_3**2 + y[i, j] ** 2
            opening[i, j] = np.exp(-((r2[i, j] / power) ** 2))
    quotient_2 = -0.5j * k * r2 / focus
    exp_quotient = np.exp(quotient_2)
    field = opening * exp_quotient
    f = fftfreq(n, 2.0 / n)
    quotient = 1.0 / wavelength**2
    sqrt_inside = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            inside = quotient - f[i] ** 2 - f[j] ** 2
            sqrt_inside[i, j] = np.sqrt(inside)
    passed = np.exp(2j * np.pi * distance * sqrt_inside)
    if field.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2 = each_line(field)
    if values_2.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    each_line_2_result = each_line_2(values_2)
    if each_line_2_result.shape[0] != passed.shape[0]:
        raise ValueError("each_line_2_result and passed have different shapes")
    if each_line_2_result.shape[1] != passed.shape[0]:
        raise ValueError("each_line_2_result and passed have different shapes")
    a_2 = each_line_2_result * passed
    if a_2.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2 = each_line_3(a_2)
    values_3 = values_2_2 / a_2.shape[0]
    if values_3.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2_2 = each_line_4(values_3)
    there = values_2_2_2 / values_3.shape[1]
    abs_there = np.abs(there)
    light = abs_there**2
    if light.shape[0] != len(a):
        raise ValueError("light and r2 have different shapes")
    if light.shape[1] != len(a):
        raise ValueError("light and r2 have different shapes")
    total = 0.0
    total_2 = 0.0
    for i in range(len(a)):
        for j in range(len(a)):
            total += light[i, j] * r2[i, j]
            total_2 += light[i, j]
    quotient_3 = total / total_2
    width = np.sqrt(quotient_3)
    shift = light.shape[0] // 2
    x_2_2 = rolled(light, shift)

    # reverse sweep
    x_2_2_bar = np.zeros_like(x_2_2)
    value_bar = x_2_2_bar[0]
    value_bar += result_0_bar
    light_bar = np.zeros_like(light)
    rolled_adjoint(shift, x_2_2_bar, light_bar)
    numerator_bar = result_1_bar / (2.0 * width) / total_2
    total_2_bar = -quotient_3 * numerator_bar
    for i in range(len(a)):
        for j in range(len(a)):
            light_bar[i, j] += total_2_bar + r2[i, j] * numerator_bar
    abs_there_bar = 2.0 * abs_there * light_bar
    there_bar = (
        np.conj(there) * abs_there_bar / np.where(abs_there != 0.0, abs_there, 1.0)
    )
    values_2_2_2_bar = there_bar / values_3.shape[1]
    values_3_bar = np.zeros_like(values_3)
    each_line_4_adjoint(values_3, values_2_2_2_bar, values_3_bar)
    values_2_2_bar = values_3_bar / a_2.shape[0]
    a_2_bar = np.zeros_like(a_2)
    each_line_3_adjoint(a_2, values_2_2_bar, a_2_bar)
    each_line_2_result_bar = passed * a_2_bar
    passed_bar = each_line_2_result * a_2_bar
    values_2_bar = np.zeros_like(values_2)
    each_line_2_adjoint(values_2, each_line_2_result_bar, values_2_bar)
    field_bar = np.zeros_like(field)
    each_line_adjoint(field, values_2_bar, field_bar)
    product_bar = passed * passed_bar
    distance_bar = np.real(2j * np.pi * np.sum(sqrt_inside * product_bar))
    sqrt_inside_bar = np.real(2j * np.pi * distance * product_bar)

    # forward and reverse in one sweep: the iterations are independent
    quotient_bar = 0.0
    for i in range(n):
        for j in range(n):
            quotient_bar += sqrt_inside_bar[i, j] / (2.0 * sqrt_inside[i, j])
    wavelength_bar = -2.0 * wavelength * quotient * quotient_bar / wavelength**2
    opening_bar = np.real(exp_quotient * field_bar)
    exp_quotient_bar = opening * field_bar
    quotient_2_bar = exp_quotient * exp_quotient_bar
    k_bar = np.real(-0.5j * np.sum(r2 * quotient_2_bar / focus))
    focus_bar = np.real(-np.sum(quotient_2 * quotient_2_bar / focus))
    power_bar = 0.0
    for i in range(len(a)):
        for j in range(len(a)):
            quotient = r2[i, j] / power
            exponential = np.exp(-(quotient**2))
            quotient_bar = -2.0 * quotient * exponential * opening_bar[i, j]
            power_bar -= quotient * quotient_bar / power
    wavelength_bar -= k * k_bar / wavelength
    return 2.0 * slit * power_bar, focus_bar, distance_bar, wavelength_bar
