import numpy as np


def cosines(count):
    """Cosines of a window's places, weighed and added up; a lone sample weighs 1."""
    values = np.ones(max(count, 0))
    if count > 1:
        for i in range(count):
            angle = 2.0 * np.pi * i / (count - 1)
            values[i] = 0.54 - 0.46 * np.cos(angle) + 0.0 * np.cos(2.0 * angle)
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


def matmul_2_tangent(left, right, left_dot):
    """matmul_2 and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(left.shape[0]):
        total_dot += left_dot[i] * right[i]
        total += left[i] * right[i]
    return total, total_dot


def matmul_tangent(left, right, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(left.shape[0]):
        total_dot += left[i] * right_dot[i]
        total += left[i] * right[i]
    return total, total_dot


def rolled(a, shift):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape, dtype=np.int64)
    for i in range(length):
        whole[i] = a[(i - shift) % length]
    return whole


def shifted_pictures_jvp(first, second, damping, first_dot, second_dot, damping_dot):
    """The value of shifted_pictures, and its derivative in the direction first_dot,
    second_dot, damping_dot.
    """
    rows = first.shape[0]
    columns = first.shape[1]
    window = np.outer(cosines(rows), cosines(columns))
    if first.shape[0] != window.shape[0]:
        raise ValueError("first and window have different shapes")
    if first.shape[1] != window.shape[1]:
        raise ValueError("first and window have different shapes")
    total_dot = 0.0
    total = 0.0
    a_2_dot = np.empty_like(first)
    a_2 = np.empty_like(first)
    if rows < 1:
        raise ValueError("a transform of no numbers")
    total_2_dot = 0.0
    total_2 = 0.0
    for k in range(rows):
        for m in range(columns):
            total_dot += first_dot[k, m]
            total += first[k, m]
            total_2_dot += second_dot[k, m]
            total_2 += second[k, m]
    a_3_dot = np.empty_like(second)
    a_3 = np.empty_like(second)
    total_3_dot = 0.0
    total_3 = 0.0
    x = np.empty(rows, dtype=np.int64)
    for k in range(rows):
        for m in range(columns):
            quotient_dot = total_dot / (rows * columns)
            a_2_dot[k, m] = (first_dot[k, m] - quotient_dot) * window[k, m]
            a_2[k, m] = (first[k, m] - total / (rows * columns)) * window[k, m]
            quotient_dot = total_2_dot / (rows * columns)
            a_3_dot[k, m] = (second_dot[k, m] - quotient_dot) * window[k, m]
            a_3[k, m] = (second[k, m] - total_2 / (rows * columns)) * window[k, m]
        x[k] = k - rows // 2
    a_2_2_dot = np.zeros_like(a_2 + 0j) + a_2_dot
    a_2_2 = a_2 + 0j
    values, values_dot = each_line_tangent(a_2_2, a_2_2_dot)
    if values.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    a, a_dot = each_line_2_tangent(values, values_dot)
    if second.shape[0] != window.shape[0]:
        raise ValueError("second and window have different shapes")
    if second.shape[1] != window.shape[1]:
        raise ValueError("second and window have different shapes")
    a_2_3_dot = np.zeros_like(a_3 + 0j) + a_3_dot
    a_2_3 = a_3 + 0j
    values_2, values_2_dot = each_line_tangent(a_2_3, a_2_3_dot)
    if values_2.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    b, b_dot = each_line_2_tangent(values_2, values_2_dot)
    if a.shape[0] != b.shape[0]:
        raise ValueError("a and b have different shapes")
    if a.shape[1] != b.shape[1]:
        raise ValueError("a and b have different shapes")
    cross_dot = a_dot * np.conj(b) + a * np.conj(b_dot)
    cross = a * np.conj(b)
    abs_cross = np.abs(cross)
    factor = np.where(abs_cross != 0.0, abs_cross, 1.0)
    abs_cross_dot = np.real(np.conj(cross) * cross_dot) / factor
    a_4 = cross / (abs_cross + damping)
    a_4_dot = (cross_dot - a_4 * (abs_cross_dot + damping_dot)) / (abs_cross + damping)
    if a_4.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2, values_2_2_dot = each_line_3_tangent(a_4, a_4_dot)
    values_3 = values_2_2 / a_4.shape[0]
    values_3_dot = values_2_2_dot / a_4.shape[0]
    if values_3.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2_2, values_2_2_2_dot = each_line_4_tangent(values_3, values_3_dot)
    quotient_2 = values_2_2_2 / values_3.shape[1]
    quotient_2_dot = values_2_2_2_dot / values_3.shape[1]
    peak_dot = np.real(quotient_2_dot)
    peak = np.real(quotient_2)
    weight_dot = np.empty_like(peak)
    weight = np.empty_like(peak)
    for k in range(peak.shape[0]):
        for m in range(peak.shape[1]):
            exponential = np.exp(8.0 * peak[k, m])
            weight_dot[k, m] = 8.0 * exponential * peak_dot[k, m]
            weight[k, m] = exponential
            total_3_dot += weight_dot[k, m]
            total_3 += weight[k, m]
    shift = -(rows // 2)
    i = rolled(x, shift)
    x_2 = np.empty(columns, dtype=np.int64)
    for k in range(columns):
        x_2[k] = k - columns // 2
    shift_2 = -(columns // 2)
    j = rolled(x_2, shift_2)
    total_4_dot = np.empty(peak.shape[0])
    total_4 = np.empty(peak.shape[0])
    total_5_dot = np.zeros(peak.shape[1])
    total_5 = np.zeros(peak.shape[1])
    for k in range(peak.shape[0]):
        total_4_dot[k] = 0.0
        total_4[k] = 0.0
        for m in range(peak.shape[1]):
            factor_2 = weight_dot[k, m] - weight[k, m] * total_3_dot / total_3
            weight_dot[k, m] = factor_2 / total_3
            weight[k, m] /= total_3
            total_4_dot[k] += weight_dot[k, m]
            total_4[k] += weight[k, m]
            total_5_dot[m] += weight_dot[k, m]
            total_5[m] += weight[k, m]
    value_0, value_0_dot = matmul_tangent(i, total_4, total_4_dot)
    value_1, value_1_dot = matmul_2_tangent(total_5, j, total_5_dot)
    return value_0, value_1, value_0_dot, value_1_dot
