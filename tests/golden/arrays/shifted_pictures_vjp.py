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


def matmul_2_adjoint(right, result_bar, left_bar):
    """The adjoint of left is added to left_bar."""
    # forward sweep
    if right.shape[0] != left_bar.shape[0]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left_bar.shape[0]):
        left_bar[i] += right[i] * result_bar


def matmul_adjoint(left, result_bar, right_bar):
    """The adjoint of right is added to right_bar."""
    # forward sweep
    if right_bar.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        right_bar[i] += left[i] * result_bar


def rolled(a, shift):
    """The elements moved on along an axis."""
    length = a.shape[0]
    whole = np.empty(a.shape, dtype=np.int64)
    for i in range(length):
        whole[i] = a[(i - shift) % length]
    return whole


def shifted_pictures_vjp(first, second, damping, result_0_bar, result_1_bar):
    """The adjoints of first, second and damping of shifted_pictures, for the adjoint
    of its result.
    """
    # forward sweep: saves exponential and weight
    rows = first.shape[0]
    columns = first.shape[1]
    window = np.outer(cosines(rows), cosines(columns))
    if first.shape[0] != window.shape[0]:
        raise ValueError("first and window have different shapes")
    if first.shape[1] != window.shape[1]:
        raise ValueError("first and window have different shapes")
    total = 0.0
    a_2 = np.empty_like(first)
    if rows < 1:
        raise ValueError("a transform of no numbers")
    total_2 = 0.0
    for k in range(rows):
        for m in range(columns):
            total += first[k, m]
            total_2 += second[k, m]
    a_3 = np.empty_like(second)
    total_3 = 0.0
    x = np.empty(rows, dtype=np.int64)
    for k in range(rows):
        for m in range(columns):
            a_2[k, m] = (first[k, m] - total / (rows * columns)) * window[k, m]
            a_3[k, m] = (second[k, m] - total_2 / (rows * columns)) * window[k, m]
        x[k] = k - rows // 2
    a_2_2 = a_2 + 0j
    values = each_line(a_2_2)
    if values.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    a = each_line_2(values)
    if second.shape[0] != window.shape[0]:
        raise ValueError("second and window have different shapes")
    if second.shape[1] != window.shape[1]:
        raise ValueError("second and window have different shapes")
    a_2_3 = a_3 + 0j
    values_2 = each_line(a_2_3)
    if values_2.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    b = each_line_2(values_2)
    if a.shape[0] != b.shape[0]:
        raise ValueError("a and b have different shapes")
    if a.shape[1] != b.shape[1]:
        raise ValueError("a and b have different shapes")
    cross = a * np.conj(b)
    abs_cross = np.abs(cross)
    a_4 = cross / (abs_cross + damping)
    if a_4.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2 = each_line_3(a_4)
    values_3 = values_2_2 / a_4.shape[0]
    if values_3.shape[1] < 1:
        raise ValueError("a transform of no numbers")
    values_2_2_2 = each_line_4(values_3)
    peak = np.real(values_2_2_2 / values_3.shape[1])
    weight = np.empty_like(peak)
    exponential_saved = np.empty((peak.shape[0], peak.shape[1]))
    for k in range(peak.shape[0]):
        for m in range(peak.shape[1]):
            exponential = np.exp(8.0 * peak[k, m])
            exponential_saved[k, m] = exponential
            weight[k, m] = exponential
            total_3 += weight[k, m]
    shift = -(rows // 2)
    i = rolled(x, shift)
    x_2 = np.empty(columns, dtype=np.int64)
    for k in range(columns):
        x_2[k] = k - columns // 2
    shift_2 = -(columns // 2)
    j = rolled(x_2, shift_2)
    total_4 = np.empty(peak.shape[0])
    total_5 = np.zeros(peak.shape[1])
    weight_saved = np.empty((peak.shape[0], peak.shape[1]))
    for k in range(peak.shape[0]):
        for m in range(peak.shape[1]):
            weight_saved[k, m] = weight[k, m]
            weight[k, m] /= total_3

    # reverse sweep
    first_bar = np.empty_like(first)
    second_bar = np.empty_like(second)
    total_5_bar = np.zeros_like(total_5)
    matmul_2_adjoint(j, result_1_bar, total_5_bar)
    total_4_bar = np.zeros_like(total_4)
    matmul_adjoint(i, result_0_bar, total_4_bar)
    total_3_bar = 0.0
    weight_bar = np.empty_like(weight)
    for k in range(peak.shape[0]):
        for m in range(peak.shape[1]):
            weight_bar[k, m] = total_5_bar[m] + total_4_bar[k]
            weight[k, m] = weight_saved[k, m]
            numerator_bar = weight_bar[k, m] / total_3
            weight_bar[k, m] = numerator_bar
            total_3_bar -= weight[k, m] * numerator_bar / total_3
    peak_bar = np.empty_like(peak)
    for k in range(peak.shape[0]):
        for m in range(peak.shape[1]):
            weight_bar[k, m] += total_3_bar
            exponential_bar = weight_bar[k, m]
            peak_bar[k, m] = 8.0 * exponential_saved[k, m] * exponential_bar
    values_2_2_2_bar = np.zeros_like(values_2_2_2)
    values_2_2_2_bar += peak_bar / values_3.shape[1]
    values_3_bar = np.zeros_like(values_3)
    each_line_4_adjoint(values_3, values_2_2_2_bar, values_3_bar)
    values_2_2_bar = values_3_bar / a_4.shape[0]
    a_4_bar = np.zeros_like(a_4)
    each_line_3_adjoint(a_4, values_2_2_bar, a_4_bar)
    abs_cross_bar = np.zeros_like(abs_cross)
    cross_bar = a_4_bar / (abs_cross + damping)
    sum_bar = np.real(-a_4 * a_4_bar / (abs_cross + damping))
    abs_cross_bar += sum_bar
    cross_bar += (
        np.conj(cross) * abs_cross_bar / np.where(abs_cross != 0.0, abs_cross, 1.0)
    )
    a_bar = np.conj(b) * cross_bar
    b_bar = np.conj(a * cross_bar)
    values_2_bar = np.zeros_like(values_2)
    each_line_2_adjoint(values_2, b_bar, values_2_bar)
    a_2_3_bar = np.zeros_like(a_2_3)
    each_line_adjoint(a_2_3, values_2_bar, a_2_3_bar)
    a_3_bar = np.real(a_2_3_bar).copy()
    values_bar = np.zeros_like(values)
    each_line_2_adjoint(values, a_bar, values_bar)
    a_2_2_bar = np.zeros_like(a_2_2)
    each_line_adjoint(a_2_2, values_bar, a_2_2_bar)
    a_2_bar = np.real(a_2_2_bar).copy()
    total_bar = 0.0
    total_2_bar = 0.0
    for k in range(rows):
        for m in range(columns):
            second_bar[k, m] = window[k, m] * a_3_bar[k, m]
            total_2_bar -= window[k, m] * a_3_bar[k, m] / (rows * columns)
            first_bar[k, m] = window[k, m] * a_2_bar[k, m]
            total_bar -= window[k, m] * a_2_bar[k, m] / (rows * columns)
    for k in range(rows):
        for m in range(columns):
            second_bar[k, m] += total_2_bar
            first_bar[k, m] += total_bar
    return first_bar, second_bar, np.sum(sum_bar)
