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


def fourier_tangent(x, x_dot):
    z = fourier(x)
    return z, fourier(x_dot)


def each_line_tangent(a, a_dot):
    """each_line and its tangent."""
    values_dot = np.empty(a.shape, dtype=np.complex128)
    values = np.empty(a.shape, dtype=np.complex128)
    for i in range(a.shape[0]):
        line, line_dot = fourier_tangent(a[i], a_dot[i])
        for n in range(a.shape[1]):
            values_dot[i, n] = line_dot[n]
            values[i, n] = line[n]
    return values, values_dot


def rfftfreq_tangent(n, d, d_dot):
    """rfftfreq and its tangent."""
    values_dot = np.empty(n // 2 + 1)
    values = np.empty(n // 2 + 1)
    for k in range(n // 2 + 1):
        quotient = k / (n * d)
        values_dot[k] = -quotient * n * d_dot / (n * d)
        values[k] = quotient
    return values, values_dot


def windows_tangent(a, size, a_dot):
    """windows and its tangent."""
    if size > len(a):
        raise ValueError("window shape cannot be larger than input array shape")
    found_dot = np.empty((len(a) - size + 1, size))
    found = np.empty((len(a) - size + 1, size))
    for i in range(len(a) - size + 1):
        for k in range(size):
            found_dot[i, k] = a_dot[i + k]
            found[i, k] = a[i + k]
    return found, found_dot


def segments_tangent(x, width, step, x_dot):
    """segments and its tangent."""
    windows_result, windows_result_dot = windows_tangent(x, width, x_dot)
    cut_dot = windows_result_dot[::step]
    cut = windows_result[::step]
    out_dot = np.empty_like(cut)
    out = np.empty_like(cut)
    for i in range(cut.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(cut.shape[1]):
            total_dot += cut_dot[i, j]
            total += cut[i, j]
        values = total / cut.shape[1]
        values_dot = total_dot / cut.shape[1]
        for j in range(cut.shape[1]):
            out_dot[i, j] = cut_dot[i, j] - values_dot
            out[i, j] = cut[i, j] - values
    return out, out_dot


def spectrum_of_segments_jvp(x, y, rate, width, x_dot, y_dot, rate_dot):
    """The value of spectrum_of_segments, and its derivative in the direction x_dot,
    y_dot, rate_dot.
    """
    M = width + 2
    window = cosines(M)[1:-1]
    segments_result, segments_result_dot = segments_tangent(x, width, width // 2, x_dot)
    if segments_result.shape[1] != len(window):
        raise ValueError("segments_result and window have different shapes")
    a_2_dot = np.empty_like(segments_result)
    a_2 = np.empty_like(segments_result)
    for i in range(segments_result.shape[0]):
        for j in range(segments_result.shape[1]):
            a_2_dot[i, j] = segments_result_dot[i, j] * window[j]
            a_2[i, j] = segments_result[i, j] * window[j]
    if segments_result.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    a_2_2_dot = np.zeros_like(a_2 + 0j) + a_2_dot
    a_2_2 = a_2 + 0j
    values, values_dot = each_line_tangent(a_2_2, a_2_2_dot)
    stop = values.shape[1] // 2 + 1
    a_dot = values_dot[:, 0:stop]
    a = values[:, 0:stop]
    segments_result_2, segments_result_2_dot = segments_tangent(
        y, width, width // 2, y_dot
    )
    if segments_result_2.shape[1] != len(window):
        raise ValueError("segments_result and window have different shapes")
    a_3_dot = np.empty_like(segments_result_2)
    a_3 = np.empty_like(segments_result_2)
    for i in range(segments_result_2.shape[0]):
        for j in range(segments_result.shape[1]):
            a_3_dot[i, j] = segments_result_2_dot[i, j] * window[j]
            a_3[i, j] = segments_result_2[i, j] * window[j]
    a_2_3_dot = np.zeros_like(a_3 + 0j) + a_3_dot
    a_2_3 = a_3 + 0j
    values_2, values_2_dot = each_line_tangent(a_2_3, a_2_3_dot)
    stop_2 = values_2.shape[1] // 2 + 1
    b_dot = values_2_dot[:, 0:stop_2]
    b = values_2[:, 0:stop_2]
    total = 0.0
    for i in range(segments_result.shape[1]):
        total += window[i] ** 2
    scale = 2.0 / (rate * total)
    scale_dot = -scale * rate_dot * total / (rate * total)
    if a.shape[0] != b.shape[0]:
        raise ValueError("a and b have different shapes")
    if a.shape[1] != b.shape[1]:
        raise ValueError("a and b have different shapes")
    a_4_dot = a_dot * np.conj(b) + a * np.conj(b_dot)
    a_4 = a * np.conj(b)
    sum_result_dot = np.sum(a_4_dot, 0)
    sum_result = np.sum(a_4, 0)
    values_3 = sum_result / complex(a_4.shape[0])
    values_3_dot = sum_result_dot / complex(a_4.shape[0])
    across_dot = scale_dot * values_3 + scale * values_3_dot
    across = scale * values_3
    abs_a = np.abs(a)
    abs_a_dot = np.real(np.conj(a) * a_dot) / np.where(abs_a != 0.0, abs_a, 1.0)
    a_5_dot = 2.0 * abs_a * abs_a_dot
    a_5 = abs_a**2
    total_2_dot = np.zeros(a_5.shape[1])
    total_2 = np.zeros(a_5.shape[1])
    for i in range(a_5.shape[0]):
        for j in range(a_5.shape[1]):
            total_2_dot[j] += a_5_dot[i, j]
            total_2[j] += a_5[i, j]
    px_dot = np.empty(a_5.shape[1])
    px = np.empty(a_5.shape[1])
    abs_b = np.abs(b)
    abs_b_dot = np.real(np.conj(b) * b_dot) / np.where(abs_b != 0.0, abs_b, 1.0)
    a_6_dot = 2.0 * abs_b * abs_b_dot
    a_6 = abs_b**2
    total_3_dot = np.zeros(a_6.shape[1])
    total_3 = np.zeros(a_6.shape[1])
    for i in range(a_6.shape[0]):
        for j in range(a_6.shape[1]):
            total_3_dot[j] += a_6_dot[i, j]
            total_3[j] += a_6[i, j]
    py_dot = np.empty(a_6.shape[1])
    py = np.empty(a_6.shape[1])
    for i in range(a_6.shape[1]):
        values_4 = total_3[i] / a_6.shape[0]
        py_dot[i] = scale_dot * values_4 + scale * total_3_dot[i] / a_6.shape[0]
        py[i] = scale * values_4
    quotient = 1.0 / rate
    f, f_dot = rfftfreq_tangent(width, quotient, -quotient * rate_dot / rate)
    term_dot = np.empty(max(a_5.shape[1] - 1, 0))
    term = np.empty(max(a_5.shape[1] - 1, 0))
    if len(f) != a_5.shape[1]:
        raise ValueError("f and px have different shapes")
    total_4_dot = 0.0
    total_4 = 0.0
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(a_5.shape[1]):
        values_4 = total_2[i] / a_5.shape[0]
        px_dot[i] = scale_dot * values_4 + scale * total_2_dot[i] / a_5.shape[0]
        px[i] = scale * values_4
        total_4_dot += f_dot[i] * px[i] + f[i] * px_dot[i]
        total_4 += f[i] * px[i]
        total_5_dot += px_dot[i]
        total_5 += px[i]
    for i in range(a_5.shape[1] - 1):
        term_dot[i] = px_dot[i + 1] * py[i + 1] + px[i + 1] * py_dot[i + 1]
        term[i] = px[i + 1] * py[i + 1]
    abs_across = np.abs(across[1:])
    factor = np.real(np.conj(across[1:]) * across_dot[1:])
    abs_across_dot = factor / np.where(abs_across != 0.0, abs_across, 1.0)
    coherence = abs_across**2 / term
    coherence_dot = (2.0 * abs_across * abs_across_dot - coherence * term_dot) / term
    centroid = total_4 / total_5
    centroid_dot = (total_4_dot - centroid * total_5_dot) / total_5
    z_dot = across_dot[1]
    z = across[1]
    factor_2 = np.real(z) * np.imag(z_dot) - np.imag(z) * np.real(z_dot)
    value_dot = factor_2 / (np.real(z) ** 2 + np.imag(z) ** 2)
    value = np.arctan2(np.imag(z), np.real(z))
    return coherence, centroid, value, coherence_dot, centroid_dot, value_dot
