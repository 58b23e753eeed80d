import numpy as np


def joined_tangent(arrays_0, arrays_1, arrays_2, arrays_1_dot, arrays_2_dot):
    """joined and its tangent."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole_dot = np.zeros((arrays_0.shape[0], length))
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole_dot[:, :stop] = 0.0
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot[:, start:stop] = arrays_1_dot
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot[:, start:] = arrays_2_dot
    whole[:, start:] = arrays_2
    return whole, whole_dot


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def tidal_constituents_jvp(
    hours,
    level,
    speeds,
    damping,
    threshold,
    hours_dot,
    level_dot,
    speeds_dot,
    damping_dot,
    threshold_dot,
):
    """The value of tidal_constituents, and its derivative in the direction
    hours_dot, level_dot, speeds_dot, damping_dot, threshold_dot.
    """
    phase_dot = np.empty((len(hours), len(speeds)))
    phase = np.empty((len(hours), len(speeds)))
    for i in range(len(hours)):
        for j in range(len(speeds)):
            deg2rad_speeds_dot = np.deg2rad(speeds_dot[j])
            deg2rad_speeds = np.deg2rad(speeds[j])
            term = deg2rad_speeds * hours_dot[i]
            phase_dot[i, j] = deg2rad_speeds_dot * hours[i] + term
            phase[i, j] = deg2rad_speeds * hours[i]
    waves = np.exp(1j * phase)
    waves_dot = waves * 1j * phase_dot
    arrays_0 = np.ones((len(hours), 1))
    arrays_1_dot = np.real(waves_dot)
    arrays_1 = np.real(waves)
    arrays_2_dot = np.imag(waves_dot)
    arrays_2 = np.imag(waves)
    design, design_dot = joined_tangent(
        arrays_0, arrays_1, arrays_2, arrays_1_dot, arrays_2_dot
    )
    product_dot = design_dot.T @ design + design.T @ design_dot
    product = design.T @ design
    normal_dot = np.empty_like(product)
    normal = np.empty_like(product)
    for i in range(design.shape[1]):
        for j in range(design.shape[1]):
            term_2 = damping_dot * (1.0 if i == j else 0.0)
            normal_dot[i, j] = product_dot[i, j] + term_2
            normal[i, j] = product[i, j] + damping * (1.0 if i == j else 0.0)
    if design.shape[0] != len(level):
        raise ValueError("design and level have different shapes")
    b_dot = design_dot.T @ level + design.T @ level_dot
    b = design.T @ level
    row, row_dot = solution_tangent(normal, b, normal_dot, b_dot)
    if len(row) < 1:
        raise ValueError("row is unpacked into 2 names")
    mean = row[0]
    rest_values_dot = row_dot[1:].copy()
    rest_values = row[1:].copy()
    half = len(speeds)
    if len(rest_values[:half]) != len(rest_values[half:]):
        raise ValueError(
            "rest_values[:half] and rest_values[half:] have different shapes"
        )
    term_3 = 1j * rest_values_dot[half:].copy().copy()
    harmonics_dot = rest_values_dot[:half].copy().copy() - term_3
    harmonics = rest_values[:half].copy().copy() - 1j * rest_values[half:].copy().copy()
    term_4 = np.imag(harmonics) * np.real(harmonics_dot)
    factor = np.real(harmonics) * np.imag(harmonics_dot) - term_4
    lag_dot = factor / (np.real(harmonics) ** 2 + np.imag(harmonics) ** 2)
    lag = np.arctan2(np.imag(harmonics), np.real(harmonics))
    amplitude = np.abs(harmonics)
    factor_2 = np.real(np.conj(harmonics) * harmonics_dot)
    amplitude_dot = factor_2 / np.where(amplitude != 0.0, amplitude, 1.0)
    if waves.shape[1] != len(harmonics):
        raise ValueError("waves and harmonics have different shapes")
    term_5 = waves @ np.conj(np.conj(harmonics_dot))
    product_2_dot = waves_dot @ np.conj(np.conj(harmonics)) + term_5
    product_2 = waves @ np.conj(np.conj(harmonics))
    predicted_dot = row_dot[0] + np.real(product_2_dot)
    predicted = mean + np.real(product_2)
    if level.shape != predicted.shape:
        raise ValueError("level and predicted have different shapes")
    surge_dot = np.empty_like(level)
    surge = np.empty_like(level)
    condition = np.empty(design.shape[0], dtype=np.bool_)
    for i in range(design.shape[0]):
        surge_dot[i] = level_dot[i] - predicted_dot[i]
        surge[i] = level[i] - predicted[i]
        condition[i] = surge[i] > threshold
    index = np.flatnonzero(condition)
    ascontiguousarray_surge_dot = np.ascontiguousarray(surge_dot)
    ascontiguousarray_surge = np.ascontiguousarray(surge)
    flooded_dot = ascontiguousarray_surge_dot[index].copy()
    flooded = ascontiguousarray_surge[index]
    total_dot = 0.0
    total = 0.0
    for i in range(len(flooded)):
        total_dot += 2.0 * flooded[i] * flooded_dot[i]
        total += np.square(flooded[i])
    value = amplitude[0] / amplitude[1]
    value_dot = (amplitude_dot[0] - value * amplitude_dot[1]) / amplitude[1]
    return amplitude, lag, total, value, amplitude_dot, lag_dot, total_dot, value_dot
