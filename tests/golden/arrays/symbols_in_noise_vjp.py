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


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            values[i, j] = log_of_sum(a[i, j])
    return values


def log_of_sum_adjoint(a, z_bar, a_bar):
    z = log_of_sum(a)
    for i in range(len(a_bar)):
        a_bar[i] += np.exp(a[i] - z) * z_bar


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            log_of_sum_adjoint(a[i, j], result_bar[i, j], a_bar[i, j])


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


def symbols_in_noise_vjp(
    sent, channel, interference, noise, LEVELS, LABELS, result_0_bar, result_1_bar
):
    """The adjoints of sent, channel, interference and noise of symbols_in_noise, for
    the adjoint of its result.
    """
    # forward sweep
    n = len(sent)
    if n < 1:
        raise ValueError("a transform of no numbers")
    values = np.zeros(n, dtype=np.complex128)
    count = min(n, channel.shape[0])
    if values[0:count].shape != channel[0:count].shape:
        raise ValueError("values[0:count] and a[0:count] have different shapes")
    values[0:count][:] = channel[0:count]
    answer = fourier(values)
    if sent.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2 = sent + 0j
    values_3 = fourier(a_2)
    if values_3.shape != answer.shape:
        raise ValueError("values and answer have different shapes")
    if interference.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    a_2_2 = interference + 0j
    values_4 = fourier(a_2_2)
    if len(answer) != len(values_4):
        raise ValueError("answer and values have different shapes")
    received = values_3 * answer + values_4
    abs_answer = np.abs(answer)
    weight = np.conj(answer) / (abs_answer**2 + noise)
    a = received * weight
    if a.shape[0] < 1:
        raise ValueError("a transform of no numbers")
    values_5 = backward(a)
    equal = np.real(values_5 / a.shape[0])
    gain = np.mean(np.real(weight * answer))
    distance = np.empty((len(equal), len(LEVELS)))
    for i in range(len(equal)):
        for j in range(len(LEVELS)):
            distance[i, j] = -((equal[i] / gain - LEVELS[j]) ** 2) / noise
    if LABELS.T[:, None].shape[2] != len(LEVELS):
        raise ValueError("LABELS.T[:, None] and distance have different shapes")
    ones = np.empty((LABELS.shape[1], len(equal), len(LEVELS)))
    zeros = np.empty((LABELS.shape[1], len(equal), len(LEVELS)))
    for i in range(LABELS.shape[1]):
        for j in range(len(equal)):
            for k in range(len(LEVELS)):
                if LABELS[k, i]:
                    ones[i, j, k] = distance[j, k]
                    zeros[i, j, k] = -np.inf
                else:
                    ones[i, j, k] = -np.inf
                    zeros[i, j, k] = distance[j, k]
    along_axis_result = along_axis(ones)
    along_axis_result_2 = along_axis(zeros)
    soft = np.empty_like(along_axis_result)
    logarithm = np.log(2.0)
    total_2 = np.zeros(len(equal))
    for i in range(LABELS.shape[1]):
        for j in range(len(equal)):
            soft[i, j] = along_axis_result[i, j] - along_axis_result_2[i, j]

    # reverse sweep
    sent_bar = np.zeros_like(sent)
    channel_bar = np.zeros_like(channel)
    interference_bar = np.zeros_like(interference)
    soft_bar = result_0_bar.copy()
    total_bar = -result_1_bar / len(equal)
    total_2_bar = np.empty_like(total_2)
    for i in range(len(equal)):
        total_2_bar[i] = total_bar
    along_axis_result_bar = np.empty_like(along_axis_result)
    along_axis_result_2_bar = np.empty_like(along_axis_result_2)
    for i in range(LABELS.shape[1]):
        for j in range(len(equal)):
            logaddexp_result_bar = total_2_bar[j] / logarithm
            abs_soft = np.abs(soft[i, j])
            logaddexp_result = np.logaddexp(0.0, -abs_soft)
            abs_soft_bar = -np.exp(-abs_soft - logaddexp_result) * logaddexp_result_bar
            soft_bar[i, j] += np.sign(soft[i, j]) * abs_soft_bar
            along_axis_result_bar[i, j] = soft_bar[i, j]
            along_axis_result_2_bar[i, j] = -soft_bar[i, j]
    zeros_bar = np.zeros_like(zeros)
    along_axis_adjoint(zeros, along_axis_result_2_bar, zeros_bar)
    ones_bar = np.zeros_like(ones)
    along_axis_adjoint(ones, along_axis_result_bar, ones_bar)
    distance_bar = np.zeros_like(distance)
    for i in range(LABELS.shape[1]):
        for j in range(len(equal)):
            for k in range(len(LEVELS)):
                if LABELS[k, i]:
                    distance_bar[j, k] += ones_bar[i, j, k]
                else:
                    distance_bar[j, k] += zeros_bar[i, j, k]
    equal_bar = np.empty_like(equal)

    # forward and reverse in one sweep: the iterations are independent
    gain_bar = 0.0
    noise_bar = 0.0
    for i in range(len(equal)):
        equal_i_bar = 0.0
        for j in range(len(LEVELS)):
            quotient = equal[i] / gain
            numerator_bar = distance_bar[i, j] / noise
            noise_bar += (quotient - LEVELS[j]) ** 2 * numerator_bar / noise
            numerator_bar = -2.0 * (quotient - LEVELS[j]) * numerator_bar / gain
            equal_i_bar += numerator_bar
            gain_bar -= quotient * numerator_bar
        equal_bar[i] = equal_i_bar
    real_bar = gain_bar / np.real(weight * answer).size
    weight_bar = answer * real_bar
    answer_bar = weight * real_bar
    values_5_bar = np.zeros_like(values_5)
    values_5_bar += equal_bar / a.shape[0]
    a_bar = np.zeros_like(a)
    backward_adjoint(a, values_5_bar, a_bar)
    received_bar = weight * a_bar
    weight_bar += received * a_bar
    answer_bar += np.conj(weight_bar / (abs_answer**2 + noise))
    sum_bar = np.real(-weight * weight_bar / (abs_answer**2 + noise))
    abs_answer_bar = 2.0 * abs_answer * sum_bar
    answer_bar += (
        np.conj(answer) * abs_answer_bar / np.where(abs_answer != 0.0, abs_answer, 1.0)
    )
    values_3_bar = answer * received_bar
    answer_bar += values_3 * received_bar
    a_2_2_bar = np.zeros_like(a_2_2)
    fourier_adjoint(a_2_2, received_bar, a_2_2_bar)
    interference_bar += np.real(a_2_2_bar)
    a_2_bar = np.zeros_like(a_2)
    fourier_adjoint(a_2, values_3_bar, a_2_bar)
    sent_bar += np.real(a_2_bar)
    values_bar = np.zeros_like(values)
    fourier_adjoint(values, answer_bar, values_bar)
    channel_bar[0:count] += np.real(values_bar[0:count][:])
    return sent_bar, channel_bar, interference_bar, noise_bar + np.sum(sum_bar)
