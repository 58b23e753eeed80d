import numpy as np


def running_sums_tangent(a, a_dot):
    """running_sums and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 0.0
    for i in range(len(a)):
        running_dot += a_dot[i]
        running += a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def phases_of_a_pulsar_jvp(
    times,
    weights,
    frequency,
    drift,
    harmonics,
    times_dot,
    weights_dot,
    frequency_dot,
    drift_dot,
):
    """The value of phases_of_a_pulsar, and its derivative in the direction
    times_dot, weights_dot, frequency_dot, drift_dot.
    """
    phase_dot = np.empty_like(times)
    phase = np.empty_like(times)
    order = np.arange(1, harmonics + 1)
    if len(times) != len(weights):
        raise ValueError("angles and weights have different shapes")
    cos_angles_dot = np.empty((len(order), len(times)))
    cos_angles = np.empty((len(order), len(times)))
    sin_angles_dot = np.empty((len(order), len(times)))
    sin_angles = np.empty((len(order), len(times)))
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(times)):
        turns_dot = (
            frequency_dot * times[i]
            + frequency * times_dot[i]
            + (0.5 * drift_dot * times[i] ** 2 + drift * times[i] * times_dot[i])
        )
        turns = frequency * times[i] + 0.5 * drift * times[i] ** 2
        whole = np.trunc(turns)
        phase_dot[i] = turns_dot
        phase[i] = turns - whole
        total_dot += 2.0 * weights[i] * weights_dot[i]
        total += np.square(weights[i])
        total_2_dot += whole * weights_dot[i]
        total_2 += whole * weights[i]
    for i in range(len(order)):
        for j in range(len(times)):
            angles_dot = 2.0 * np.pi * order[i] * phase_dot[j]
            angles = 2.0 * np.pi * (order[i] * phase[j])
            sin_angles_2 = np.sin(angles)
            cos_angles_dot[i, j] = -sin_angles_2 * angles_dot
            cos_angles[i, j] = np.cos(angles)
            sin_angles_dot[i, j] = cos_angles[i, j] * angles_dot
            sin_angles[i, j] = sin_angles_2
    product_dot = cos_angles_dot @ weights + cos_angles @ weights_dot
    product = cos_angles @ weights
    product_2_dot = sin_angles_dot @ weights + sin_angles @ weights_dot
    product_2 = sin_angles @ weights
    power_2_dot = np.empty_like(product)
    power_2 = np.empty_like(product)
    for i in range(len(order)):
        term = 2.0 * product_2[i] * product_2_dot[i]
        power_dot = 2.0 * product[i] * product_dot[i] + term
        power = product[i] ** 2 + product_2[i] ** 2
        quotient = 2.0 * power / total
        power_2_dot[i] = (2.0 * power_dot - quotient * total_dot) / total
        power_2[i] = quotient
    running_sums_result, running_sums_result_dot = running_sums_tangent(
        power_2, power_2_dot
    )
    score_dot = np.zeros_like(running_sums_result)
    score = np.empty_like(running_sums_result)
    for i in range(len(order)):
        score_dot[i] = running_sums_result_dot[i]
        score[i] = running_sums_result[i] - 4.0 * order[i] + 4.0
    index = np.argsort(phase, kind="mergesort")
    phase_gathered_dot = phase_dot[index].copy()
    phase_gathered = phase[index]
    append = np.min(phase) + 1.0
    after_0_dot = np.full(1, phase_dot[np.argmin(phase)])
    after_0 = np.full(1, append)
    length = phase_gathered.shape[0] + after_0.shape[0]
    whole_3_dot = np.zeros(length)
    whole_3 = np.empty(length)
    stop = phase_gathered.shape[0]
    whole_3_dot[:stop] = phase_gathered_dot
    whole_3[:stop] = phase_gathered
    start = phase_gathered.shape[0]
    whole_3_dot[start:] = after_0_dot
    whole_3[start:] = after_0
    spacing_dot = np.empty(max(length - 1, 0))
    spacing = np.empty(max(length - 1, 0))
    for i in range(length - 1):
        spacing_dot[i] = whole_3_dot[i + 1] - whole_3_dot[i]
        spacing[i] = whole_3[i + 1] - whole_3[i]
    value_0_dot = score_dot[np.argmax(score)]
    value_0 = np.max(score)
    value_dot = spacing_dot[np.argmax(spacing)] - spacing_dot[np.argmin(spacing)]
    value = np.max(spacing) - np.min(spacing)
    return value_0, total_2, value, value_0_dot, total_2_dot, value_dot
