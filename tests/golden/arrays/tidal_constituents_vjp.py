import numpy as np


def joined(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    whole[:, start:] = arrays_2
    return whole


def joined_adjoint(arrays_0, result_bar, arrays_1_bar, arrays_2_bar):
    """The adjoint of arrays_1 and arrays_2 is added to arrays_1_bar, arrays_2_bar."""
    # forward sweep
    if arrays_0.shape[0] != arrays_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2_bar.shape[0]:
        raise ValueError("operands have different shapes")
    start = arrays_0.shape[1]
    start_2 = arrays_0.shape[1] + arrays_1_bar.shape[1]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_2_bar += whole_bar[:, start_2:]
    whole_bar[:, start_2:] = 0.0
    arrays_1_bar += whole_bar[:, start : arrays_0.shape[1] + arrays_1_bar.shape[1]]


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def tidal_constituents_vjp(
    hours,
    level,
    speeds,
    damping,
    threshold,
    result_0_bar,
    result_1_bar,
    result_2_bar,
    result_3_bar,
):
    """The adjoints of hours, level, speeds, damping and threshold of
    tidal_constituents, for the adjoint of its result.
    """
    # forward sweep
    phase = np.empty((len(hours), len(speeds)))
    for i in range(len(hours)):
        for j in range(len(speeds)):
            phase[i, j] = np.deg2rad(speeds[j]) * hours[i]
    waves = np.exp(1j * phase)
    arrays_0 = np.ones((len(hours), 1))
    arrays_1 = np.real(waves)
    arrays_2 = np.imag(waves)
    design = joined(arrays_0, arrays_1, arrays_2)
    product = design.T @ design
    normal = np.empty_like(product)
    for i in range(design.shape[1]):
        for j in range(design.shape[1]):
            normal[i, j] = product[i, j] + damping * (1.0 if i == j else 0.0)
    if design.shape[0] != len(level):
        raise ValueError("design and level have different shapes")
    b = design.T @ level
    row = solution(normal, b)
    if len(row) < 1:
        raise ValueError("row is unpacked into 2 names")
    mean = row[0]
    rest_values = row[1:].copy()
    half = len(speeds)
    if len(rest_values[:half]) != len(rest_values[half:]):
        raise ValueError(
            "rest_values[:half] and rest_values[half:] have different shapes"
        )
    harmonics = rest_values[:half].copy().copy() - 1j * rest_values[half:].copy().copy()
    amplitude = np.abs(harmonics)
    if waves.shape[1] != len(harmonics):
        raise ValueError("waves and harmonics have different shapes")
    product_2 = waves @ np.conj(np.conj(harmonics))
    predicted = mean + np.real(product_2)
    if level.shape != predicted.shape:
        raise ValueError("level and predicted have different shapes")
    surge = np.empty_like(level)
    condition = np.empty(design.shape[0], dtype=np.bool_)
    for i in range(design.shape[0]):
        surge[i] = level[i] - predicted[i]
        condition[i] = surge[i] > threshold
    index = np.flatnonzero(condition)
    ascontiguousarray_surge = np.ascontiguousarray(surge)
    flooded = ascontiguousarray_surge[index]

    # reverse sweep
    hours_bar = np.empty_like(hours)
    level_bar = np.empty_like(level)
    speeds_bar = np.zeros_like(speeds)
    amplitude_bar = result_0_bar.copy()
    lag_bar = result_1_bar.copy()
    numerator_bar = result_3_bar / amplitude[1]
    amplitude_bar[0] += numerator_bar
    amplitude_bar[1] -= amplitude[0] * numerator_bar / amplitude[1]
    flooded_bar = np.empty_like(flooded)
    for i in range(len(flooded)):
        flooded_bar[i] = 2.0 * flooded[i] * result_2_bar
    ascontiguousarray_surge_bar = np.zeros_like(ascontiguousarray_surge)
    for k in range(len(index)):
        ascontiguousarray_surge_bar[index[k]] += flooded_bar[k]
    surge_bar = ascontiguousarray_surge_bar
    predicted_bar = np.empty_like(predicted)
    for i in range(design.shape[0]):
        level_bar[i] = surge_bar[i]
        predicted_bar[i] = -surge_bar[i]
    product_2_bar = np.zeros_like(product_2)
    product_2_bar += predicted_bar
    waves_bar = np.outer(product_2_bar, np.conj(np.conj(harmonics)))
    harmonics_bar = np.conj(np.conj(waves.T @ product_2_bar))
    harmonics_bar += (
        np.conj(harmonics) * amplitude_bar / np.where(amplitude != 0.0, amplitude, 1.0)
    )
    harmonics_bar -= (
        1j
        * np.real(harmonics)
        * lag_bar
        / (np.real(harmonics) ** 2 + np.imag(harmonics) ** 2)
    )
    harmonics_bar -= (
        np.imag(harmonics)
        * lag_bar
        / (np.real(harmonics) ** 2 + np.imag(harmonics) ** 2)
    )
    rest_values_bar = np.zeros_like(rest_values)
    rest_values_bar[:half] += np.real(harmonics_bar)
    rest_values_bar[half:] += np.real(-1j * harmonics_bar)
    row_bar = np.zeros_like(row)
    row_bar[1:] += rest_values_bar
    row_bar[0] += np.sum(predicted_bar)
    normal_bar = np.zeros_like(normal)
    b_bar = np.zeros_like(b)
    solution_adjoint(normal, b, row_bar, normal_bar, b_bar)
    design_bar = np.outer(b_bar, level).T
    level_bar += design @ b_bar
    product_bar = np.empty_like(product)
    damping_bar = 0.0
    for i in range(design.shape[1]):
        for j in range(design.shape[1]):
            product_bar[i, j] = normal_bar[i, j]
            damping_bar += (1.0 if i == j else 0.0) * normal_bar[i, j]
    design_bar += (product_bar @ design.T).T + design @ product_bar
    arrays_1_bar = np.zeros_like(arrays_1)
    arrays_2_bar = np.zeros_like(arrays_2)
    joined_adjoint(arrays_0, design_bar, arrays_1_bar, arrays_2_bar)
    waves_bar += arrays_1_bar - 1j * arrays_2_bar
    phase_bar = np.real(1j * waves * waves_bar)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(hours)):
        hours_i_bar = 0.0
        for j in range(len(speeds)):
            speeds_bar[j] += np.deg2rad(hours[i] * phase_bar[i, j])
            hours_i_bar += np.deg2rad(speeds[j]) * phase_bar[i, j]
        hours_bar[i] = hours_i_bar
    return hours_bar, level_bar, speeds_bar, damping_bar, 0.0
