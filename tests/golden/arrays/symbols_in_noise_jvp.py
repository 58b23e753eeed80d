import numpy as np


def log_of_sum(a):
    """The logarithm of the sum of the exponentials of the elements of a vector:
    s2sad.library.norms.log_of_sum(a).
    """
    largest = np.max(a)
    value = largest
    if np.isfinite(largest):
        total = 0.0
        for i in range(len(a)):
            total += np.exp(a[i] - largest)
        value += np.log(total)
    return value


def log_of_sum_tangent(a, a_dot):
    z = log_of_sum(a)
    total = 0.0
    for i in range(len(a)):
        total += np.exp(a[i] - z) * a_dot[i]
    return z, total


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            values[i, j], values_dot[i, j] = log_of_sum_tangent(a[i, j], a_dot[i, j])
    return values, values_dot


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


def symbols_in_noise_jvp(
    sent,
    channel,
    interference,
    noise,
    LEVELS,
    LABELS,
    sent_dot,
    channel_dot,
    interference_dot,
    noise_dot,
):
    """The value of symbols_in_noise, and its derivative in the direction sent_dot,
    channel_dot, interference_dot, noise_dot.
    """
    n = len(sent)
    if n < 1:
        raise ValueError("a transform of no numbers")
    values_dot = np.zeros(n, dtype=np.complex128)
    values = np.zeros(n, dtype=np.complex128)
    count = min(n, channel.shape[0])
    if values[0:count].shape != channel[0:count].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values_dot[0:count][:] = channel_dot[0:count]
    values[0:count][:] = channel[0:count]
    answer, answer_dot = fourier_tangent(values, values_dot)
    if sent.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_dot = np.zeros_like(sent + 0j) + sent_dot
    a_2 = sent + 0j
    values_3, values_3_dot = fourier_tangent(a_2, a_2_dot)
    if values_3.shape != answer.shape:
        raise ValueError("values and answer have different shapes")
    if interference.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_2_dot = np.zeros_like(interference + 0j) + interference_dot
    a_2_2 = interference + 0j
    values_4, values_4_dot = fourier_tangent(a_2_2, a_2_2_dot)
    if len(answer) != len(values_4):
        raise ValueError("answer and values have different shapes")
    received_dot = values_3_dot * answer + values_3 * answer_dot + values_4_dot
    received = values_3 * answer + values_4
    abs_answer = np.abs(answer)
    factor = np.where(abs_answer != 0.0, abs_answer, 1.0)
    abs_answer_dot = np.real(np.conj(answer) * answer_dot) / factor
    weight = np.conj(answer) / (abs_answer**2 + noise)
    term = weight * (2.0 * abs_answer * abs_answer_dot + noise_dot)
    factor_2 = np.conj(answer_dot) - term
    weight_dot = factor_2 / (abs_answer**2 + noise)
    a_dot = received_dot * weight + received * weight_dot
    a = received * weight
    if a.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_5, values_5_dot = backward_tangent(a, a_dot)
    quotient = values_5 / a.shape[0]
    quotient_dot = values_5_dot / a.shape[0]
    equal_dot = np.real(quotient_dot)
    equal = np.real(quotient)
    gain_dot = np.mean(np.real(weight_dot * answer + weight * answer_dot))
    gain = np.mean(np.real(weight * answer))
    distance_dot = np.empty((len(equal), len(LEVELS)))
    distance = np.empty((len(equal), len(LEVELS)))
    for i in range(len(equal)):
        for j in range(len(LEVELS)):
            quotient_2 = equal[i] / gain
            quotient_2_dot = (equal_dot[i] - quotient_2 * gain_dot) / gain
            quotient_3 = -((quotient_2 - LEVELS[j]) ** 2) / noise
            term_2 = -2.0 * (quotient_2 - LEVELS[j]) * quotient_2_dot
            factor_3 = term_2 - quotient_3 * noise_dot
            quotient_3_dot = factor_3 / noise
            distance_dot[i, j] = quotient_3_dot
            distance[i, j] = quotient_3
    if LABELS.T[:, None].shape[2] != len(LEVELS):
        raise ValueError("LABELS.T[:, None] and distance have different shapes")
    ones_dot = np.zeros((LABELS.shape[1], len(equal), len(LEVELS)))
    ones = np.empty((LABELS.shape[1], len(equal), len(LEVELS)))
    zeros_dot = np.zeros((LABELS.shape[1], len(equal), len(LEVELS)))
    zeros = np.empty((LABELS.shape[1], len(equal), len(LEVELS)))
    for i in range(LABELS.shape[1]):
        for j in range(len(equal)):
            for k in range(len(LEVELS)):
                if LABELS[k, i]:
                    ones_dot[i, j, k] = distance_dot[j, k]
                    ones[i, j, k] = distance[j, k]
                    zeros_dot[i, j, k] = 0.0
                    zeros[i, j, k] = -np.inf
                else:
                    ones_dot[i, j, k] = 0.0
                    ones[i, j, k] = -np.inf
                    zeros_dot[i, j, k] = distance_dot[j, k]
                    zeros[i, j, k] = distance[j, k]
    along_axis_result, along_axis_result_dot = along_axis_tangent(ones, ones_dot)
    along_axis_result_2, along_axis_result_2_dot = along_axis_tangent(zeros, zeros_dot)
    soft_dot = np.zeros_like(along_axis_result)
    soft = np.empty_like(along_axis_result)
    logarithm = np.log(2.0)
    total_2_dot = np.zeros(len(equal))
    total_2 = np.zeros(len(equal))
    for i in range(LABELS.shape[1]):
        for j in range(len(equal)):
            soft_dot[i, j] = along_axis_result_dot[i, j] - along_axis_result_2_dot[i, j]
            soft[i, j] = along_axis_result[i, j] - along_axis_result_2[i, j]
            abs_soft_dot = np.sign(soft[i, j]) * soft_dot[i, j]
            abs_soft = np.abs(soft[i, j])
            logaddexp_result = np.logaddexp(0.0, -abs_soft)
            bits = logaddexp_result / logarithm
            bits_dot = -np.exp(-abs_soft - logaddexp_result) * abs_soft_dot / logarithm
            total_2_dot[j] += bits_dot
            total_2[j] += bits
    total_dot = 0.0
    total = 0.0
    for i in range(len(equal)):
        total_dot += total_2_dot[i]
        total += total_2[i]
    return soft, 2.0 - total / len(equal), soft_dot, -total_dot / len(equal)
