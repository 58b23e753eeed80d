import numpy as np


def cosines(count):
    """Cosines of a window's places, weighed and added up; a lone sample weighs 1."""
    values = np.ones(max(count, 0))
    if count > 1:
        for i in range(count):
            angle = 2.0 * np.pi * i / (count - 1)
            values[i] = 0.42 - 0.5 * np.cos(angle) + 0.08 * np.cos(2.0 * angle)
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


def each_line(a):
    """What a function gives for each vector along an axis, in its place."""
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line = fourier(a[i])
        for n in range(a.shape[1]):
            values[i, n] = line[n]
    return values


def fourier_adjoint(x, z_bar, x_bar):
    x_bar += fourier(z_bar)


def each_line_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        line = fourier(a[i])
        line_bar = np.zeros_like(line)
        for n in range(a.shape[1]):
            line_bar[n] += result_bar[i, n]
        fourier_adjoint(a[i], line_bar, a_bar[i])


def rfftfreq(n, d):
    """The frequencies that belong to the elements of a transform of real numbers."""
    values = np.empty(n // 2 + 1)
    for k in range(n // 2 + 1):
        values[k] = k / (n * d)
    return values


def rfftfreq_adjoint(n, d, result_bar):
    """The adjoint of d in rfftfreq."""
    # forward and reverse in one sweep: the iterations are independent
    d_bar = 0.0
    for k in range(n // 2 + 1):
        d_bar -= n * k * result_bar[k] / (n * d) / (n * d)
    return d_bar


def windows(a, size):
    """The windows of a vector, one in each row."""
    if size > len(a):
        raise ValueError("window shape cannot be larger than input array shape")
    found = np.empty((len(a) - size + 1, size))
    for i in range(len(a) - size + 1):
        for k in range(size):
            found[i, k] = a[i + k]
    return found


def segments(x, width, step):
    cut = windows(x, width)[::step]
    out = np.empty_like(cut)
    for i in range(cut.shape[0]):
        total = 0.0
        for j in range(cut.shape[1]):
            total += cut[i, j]
        values = total / cut.shape[1]
        for j in range(cut.shape[1]):
            out[i, j] = cut[i, j] - values
    return out


def windows_adjoint(size, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    if size > len(a_bar):
        raise ValueError("window shape cannot be larger than input array shape")

    # reverse sweep
    for i in range(len(a_bar) - size + 1):
        for k in range(size):
            a_bar[i + k] += result_bar[i, k]


def segments_adjoint(x, width, step, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep
    windows_result = windows(x, width)
    cut = windows_result[::step]

    # reverse sweep
    windows_result_bar = np.zeros_like(windows_result)
    cut_bar = windows_result_bar[::step]
    for i in range(cut.shape[0]):
        values_bar = 0.0
        for j in range(cut.shape[1]):
            cut_bar[i, j] += result_bar[i, j]
            values_bar -= result_bar[i, j]
        total_bar = values_bar / cut.shape[1]
        for j in range(cut.shape[1]):
            cut_bar[i, j] += total_bar
    windows_adjoint(width, windows_result_bar, x_bar)


def spectrum_of_segments_vjp(
    x, y, rate, width, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of x, y and rate of spectrum_of_segments, for the adjoint of its
    result.
    """
    # forward sweep
    M = width + 2
    window = cosines(M)[1:-1]
    segments_result = segments(x, width, width // 2)
    if segments_result.shape[1] != len(window):
        raise ValueError("segments_result and window have different shapes")
    a_2 = np.empty_like(segments_result)
    for i in range(segments_result.shape[0]):
        for j in range(segments_result.shape[1]):
            a_2[i, j] = segments_result[i, j] * window[j]
    if segments_result.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    a_2_2 = a_2 + 0j
    values = each_line(a_2_2)
    stop = values.shape[1] // 2 + 1
    a = values[:, 0:stop]
    segments_result_2 = segments(y, width, width // 2)
    if segments_result_2.shape[1] != len(window):
        raise ValueError("segments_result and window have different shapes")
    a_3 = np.empty_like(segments_result_2)
    for i in range(segments_result_2.shape[0]):
        for j in range(segments_result.shape[1]):
            a_3[i, j] = segments_result_2[i, j] * window[j]
    a_2_3 = a_3 + 0j
    values_2 = each_line(a_2_3)
    stop_2 = values_2.shape[1] // 2 + 1
    b = values_2[:, 0:stop_2]
    total = 0.0
    for i in range(segments_result.shape[1]):
        total += window[i] ** 2
    scale = 2.0 / (rate * total)
    if a.shape[0] != b.shape[0]:
        raise ValueError("a and b have different shapes")
    if a.shape[1] != b.shape[1]:
        raise ValueError("a and b have different shapes")
    a_4 = a * np.conj(b)
    sum_result = np.sum(a_4, 0)
    values_3 = sum_result / complex(a_4.shape[0])
    across = scale * values_3
    abs_a = np.abs(a)
    a_5 = abs_a**2
    total_2 = np.zeros(a_5.shape[1])
    for i in range(a_5.shape[0]):
        for j in range(a_5.shape[1]):
            total_2[j] += a_5[i, j]
    px = np.empty(a_5.shape[1])
    abs_b = np.abs(b)
    a_6 = abs_b**2
    total_3 = np.zeros(a_6.shape[1])
    for i in range(a_6.shape[0]):
        for j in range(a_6.shape[1]):
            total_3[j] += a_6[i, j]
    py = np.empty(a_6.shape[1])
    for i in range(a_6.shape[1]):
        py[i] = scale * (total_3[i] / a_6.shape[0])
    quotient = 1.0 / rate
    f = rfftfreq(width, quotient)
    term = np.empty(max(a_5.shape[1] - 1, 0))
    if len(f) != a_5.shape[1]:
        raise ValueError("f and px have different shapes")
    total_4 = 0.0
    total_5 = 0.0
    for i in range(a_5.shape[1]):
        px[i] = scale * (total_2[i] / a_5.shape[0])
        total_4 += f[i] * px[i]
        total_5 += px[i]
    for i in range(a_5.shape[1] - 1):
        term[i] = px[i + 1] * py[i + 1]
    abs_across = np.abs(across[1:])
    coherence = abs_across**2 / term
    centroid = total_4 / total_5
    z = across[1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    coherence_bar = result_0_bar.copy()
    z_bar = -1j * np.real(z) * result_2_bar / (np.real(z) ** 2 + np.imag(z) ** 2)
    z_bar -= np.imag(z) * result_2_bar / (np.real(z) ** 2 + np.imag(z) ** 2)
    across_bar = np.zeros_like(across)
    across_bar[1] += z_bar
    numerator_bar = result_1_bar / total_5
    total_5_bar = -centroid * numerator_bar
    abs_across_bar = 2.0 * abs_across * coherence_bar / term
    term_bar = -coherence * coherence_bar / term
    across_bar[1:] += (
        np.conj(across[1:])
        * abs_across_bar
        / np.where(abs_across != 0.0, abs_across, 1.0)
    )
    px_bar = np.zeros_like(px)
    py_bar = np.zeros_like(py)
    for i in range(a_5.shape[1] - 1):
        px_bar[i + 1] += py[i + 1] * term_bar[i]
        py_bar[i + 1] += px[i + 1] * term_bar[i]
    total_2_bar = np.empty_like(total_2)
    f_bar = np.empty_like(f)

    # forward and reverse in one sweep: the iterations are independent
    scale_bar = 0.0
    for i in range(a_5.shape[1]):
        f_bar[i] = px[i] * numerator_bar
        px_bar[i] += total_5_bar + f[i] * numerator_bar
        scale_bar += total_2[i] * px_bar[i] / a_5.shape[0]
        total_2_bar[i] = scale * px_bar[i] / a_5.shape[0]
    rate_bar = -quotient * rfftfreq_adjoint(width, quotient, f_bar) / rate
    total_3_bar = np.empty_like(total_3)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a_6.shape[1]):
        scale_bar += total_3[i] * py_bar[i] / a_6.shape[0]
        total_3_bar[i] = scale * py_bar[i] / a_6.shape[0]
    a_6_bar = np.empty_like(a_6)
    for i in range(a_6.shape[0]):
        for j in range(a_6.shape[1]):
            a_6_bar[i, j] = total_3_bar[j]
    abs_b_bar = 2.0 * abs_b * a_6_bar
    values_2_bar = np.zeros_like(values_2)
    b_bar = values_2_bar[:, 0:stop_2]
    b_bar += np.conj(b) * abs_b_bar / np.where(abs_b != 0.0, abs_b, 1.0)
    a_5_bar = np.empty_like(a_5)
    for i in range(a_5.shape[0]):
        for j in range(a_5.shape[1]):
            a_5_bar[i, j] = total_2_bar[j]
    abs_a_bar = 2.0 * abs_a * a_5_bar
    values_bar = np.zeros_like(values)
    a_bar = values_bar[:, 0:stop]
    a_bar += np.conj(a) * abs_a_bar / np.where(abs_a != 0.0, abs_a, 1.0)
    scale_bar += np.real(np.sum(values_3 * across_bar))
    values_3_bar = scale * across_bar
    sum_result_bar = values_3_bar / complex(a_4.shape[0])
    a_4_bar = np.zeros_like(a_4)
    a_4_bar += np.expand_dims(sum_result_bar, 0)
    a_bar += np.conj(b) * a_4_bar
    b_bar += np.conj(a * a_4_bar)
    a_2_3_bar = np.zeros_like(a_2_3)
    each_line_adjoint(a_2_3, values_2_bar, a_2_3_bar)
    a_3_bar = np.real(a_2_3_bar).copy()
    segments_result_2_bar = np.empty_like(segments_result_2)
    for i in range(segments_result_2.shape[0]):
        for j in range(segments_result.shape[1]):
            segments_result_2_bar[i, j] = window[j] * a_3_bar[i, j]
    segments_adjoint(y, width, width // 2, segments_result_2_bar, y_bar)
    a_2_2_bar = np.zeros_like(a_2_2)
    each_line_adjoint(a_2_2, values_bar, a_2_2_bar)
    a_2_bar = np.real(a_2_2_bar).copy()
    segments_result_bar = np.empty_like(segments_result)
    for i in range(segments_result.shape[0]):
        for j in range(segments_result.shape[1]):
            segments_result_bar[i, j] = window[j] * a_2_bar[i, j]
    segments_adjoint(x, width, width // 2, segments_result_bar, x_bar)
    return x_bar, y_bar, rate_bar - total * scale * scale_bar / (rate * total)
