import numpy as np


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 0.0
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def running_sums_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    running_bar = 0.0
    for i in range(len(a_bar) - 1, -1, -1):
        running_bar += result_bar[i]
        a_bar[i] += running_bar


def phases_of_a_pulsar_vjp(
    times,
    weights,
    frequency,
    drift,
    harmonics,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of times, weights, frequency and drift of phases_of_a_pulsar, for
    the adjoint of its result.
    """
    # forward sweep
    phase = np.empty_like(times)
    order = np.arange(1, harmonics + 1)
    if len(times) != len(weights):
        raise ValueError("angles and weights have different shapes")
    cos_angles = np.empty((len(order), len(times)))
    sin_angles = np.empty((len(order), len(times)))
    total = 0.0
    for i in range(len(times)):
        turns = frequency * times[i] + 0.5 * drift * times[i] ** 2
        whole = np.trunc(turns)
        phase[i] = turns - whole
        total += np.square(weights[i])
    for i in range(len(order)):
        for j in range(len(times)):
            angles = 2.0 * np.pi * (order[i] * phase[j])
            cos_angles[i, j] = np.cos(angles)
            sin_angles[i, j] = np.sin(angles)
    product = cos_angles @ weights
    product_2 = sin_angles @ weights
    power_2 = np.empty_like(product)
    for i in range(len(order)):
        power = product[i] ** 2 + product_2[i] ** 2
        power_2[i] = 2.0 * power / total
    running_sums_result = running_sums(power_2)
    score = np.empty_like(running_sums_result)
    for i in range(len(order)):
        score[i] = running_sums_result[i] - 4.0 * order[i] + 4.0
    index = np.argsort(phase, kind="mergesort")
    phase_gathered = phase[index]
    append = np.min(phase) + 1.0
    after_0 = np.full(1, append)
    length = phase_gathered.shape[0] + after_0.shape[0]
    whole_3 = np.empty(length)
    stop = phase_gathered.shape[0]
    whole_3[:stop] = phase_gathered
    start = phase_gathered.shape[0]
    whole_3[start:] = after_0
    spacing = np.empty(max(length - 1, 0))
    for i in range(length - 1):
        spacing[i] = whole_3[i + 1] - whole_3[i]

    # reverse sweep
    times_bar = np.empty_like(times)
    spacing_bar = np.zeros_like(spacing)
    spacing_bar[np.argmax(spacing)] += result_2_bar
    spacing_bar[np.argmin(spacing)] -= result_2_bar
    score_bar = np.zeros_like(score)
    score_bar[np.argmax(score)] += result_0_bar
    whole_3_bar = np.zeros_like(whole_3)
    for i in range(length - 1):
        whole_3_bar[i + 1] += spacing_bar[i]
        whole_3_bar[i] -= spacing_bar[i]
    after_0_bar = np.full_like(after_0, np.sum(whole_3_bar[start:]))
    whole_3_bar[start:] = 0.0
    phase_gathered_bar = whole_3_bar[:stop].copy()
    phase_bar = np.zeros_like(phase)
    phase_bar[np.argmin(phase)] += np.sum(after_0_bar)
    for k in range(len(index)):
        phase_bar[index[k]] += phase_gathered_bar[k]
    running_sums_result_bar = np.empty_like(running_sums_result)
    for i in range(len(order)):
        running_sums_result_bar[i] = score_bar[i]
    power_2_bar = np.zeros_like(power_2)
    running_sums_adjoint(running_sums_result_bar, power_2_bar)
    product_bar = np.empty_like(product)
    product_2_bar = np.empty_like(product_2)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(order)):
        power = product[i] ** 2 + product_2[i] ** 2
        numerator_bar = power_2_bar[i] / total
        power_bar = 2.0 * numerator_bar
        total_bar -= 2.0 * power * numerator_bar / total
        product_bar[i] = 2.0 * product[i] * power_bar
        product_2_bar[i] = 2.0 * product_2[i] * power_bar
    sin_angles_bar = np.outer(product_2_bar, weights)
    weights_bar = sin_angles.T @ product_2_bar
    cos_angles_bar = np.outer(product_bar, weights)
    weights_bar += cos_angles.T @ product_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(order)):
        for j in range(len(times)):
            angles = 2.0 * np.pi * (order[i] * phase[j])
            angles_bar = np.cos(angles) * sin_angles_bar[i, j]
            angles_bar -= np.sin(angles) * cos_angles_bar[i, j]
            phase_bar[j] += 2.0 * order[i] * np.pi * angles_bar

    # forward and reverse in one sweep: the iterations are independent
    drift_bar = 0.0
    frequency_bar = 0.0
    for i in range(len(times)):
        turns = frequency * times[i] + 0.5 * drift * times[i] ** 2
        whole = np.trunc(turns)
        weights_bar[i] += whole * result_1_bar + 2.0 * weights[i] * total_bar
        turns_bar = phase_bar[i]
        frequency_bar += times[i] * turns_bar
        drift_bar += 0.5 * times[i] ** 2 * turns_bar
        times_bar[i] = (frequency + times[i] * drift) * turns_bar
    return times_bar, weights_bar, frequency_bar, drift_bar
