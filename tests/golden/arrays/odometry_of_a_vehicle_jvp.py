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


def sums_along_tangent(a, a_dot):
    """sums_along and its tangent."""
    values_dot = np.empty(a.shape)
    values = np.empty(a.shape)
    for k in range(a.shape[0]):
        running_dot = 0.0
        running = 0.0
        for i in range(a.shape[1]):
            running_dot += a_dot[k, i]
            running += a[k, i]
            values_dot[k, i] = running_dot
            values[k, i] = running
    return values, values_dot


def odometry_of_a_vehicle_jvp(
    speed, turn, dt, start, marks, speed_dot, turn_dot, dt_dot, start_dot, marks_dot
):
    """The value of odometry_of_a_vehicle, and its derivative in the direction
    speed_dot, turn_dot, dt_dot, start_dot, marks_dot.
    """
    a_dot = np.empty_like(turn)
    a = np.empty_like(turn)
    for i in range(len(turn)):
        a_dot[i] = turn_dot[i] * dt + turn[i] * dt_dot
        a[i] = turn[i] * dt
    start_2_dot = start_dot[2]
    start_2 = start[2]
    running_sums_result, running_sums_result_dot = running_sums_tangent(a, a_dot)
    arrays_0_dot = np.zeros_like(running_sums_result)
    arrays_0 = np.empty_like(running_sums_result)
    arrays_1_dot = np.zeros_like(running_sums_result)
    arrays_1 = np.empty_like(running_sums_result)
    shape_0 = len(turn)
    whole_dot = np.zeros((2, shape_0))
    whole = np.empty((2, shape_0))
    if len(speed) != whole.shape[1]:
        raise ValueError("speed and whole have different shapes")
    steps_dot = np.empty_like(whole)
    steps = np.empty_like(whole)
    start_part_dot = start_dot[:2, None]
    start_part = start[:2, None]
    path_dot = np.empty((start_part.shape[0], shape_0))
    path = np.empty((start_part.shape[0], shape_0))
    wrapped_dot = np.zeros_like(running_sums_result)
    wrapped = np.empty_like(running_sums_result)
    for i in range(len(turn)):
        heading_dot = start_2_dot + running_sums_result_dot[i]
        heading = start_2 + running_sums_result[i]
        middle_dot = heading_dot - (0.5 * turn_dot[i] * dt + 0.5 * turn[i] * dt_dot)
        middle = heading - 0.5 * turn[i] * dt
        sin_middle = np.sin(middle)
        arrays_0_dot[i] = -sin_middle * middle_dot
        arrays_0[i] = np.cos(middle)
        arrays_1_dot[i] = arrays_0[i] * middle_dot
        arrays_1[i] = sin_middle
        wrapped_dot[i] = heading_dot
        wrapped[i] = (heading + np.pi) % (2.0 * np.pi) - np.pi
    for i in range(shape_0):
        whole_dot[0, i] = arrays_0_dot[i]
        whole[0, i] = arrays_0[i]
        whole_dot[1, i] = arrays_1_dot[i]
        whole[1, i] = arrays_1[i]
    for i in range(2):
        for j in range(shape_0):
            term = (speed_dot[j] * dt + speed[j] * dt_dot) * whole[i, j]
            steps_dot[i, j] = term + speed[j] * dt * whole_dot[i, j]
            steps[i, j] = speed[j] * dt * whole[i, j]
    sums_along_result, sums_along_result_dot = sums_along_tangent(steps, steps_dot)
    if start[:2, None].shape[0] != sums_along_result.shape[0]:
        raise ValueError("start[:2, None] and sums_along_result have different shapes")
    for i in range(start_part.shape[0]):
        for j in range(shape_0):
            path_dot[i, j] = start_part_dot[i, 0] + sums_along_result_dot[i, j]
            path[i, j] = start_part[i, 0] + sums_along_result[i, j]
    if path[0].shape != marks[0].shape:
        raise ValueError("path[0] and marks[0] have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(shape_0):
        miss = np.hypot(path[0, i] - marks[0, i], path[1, i] - marks[1, i])
        term_2 = (path[1, i] - marks[1, i]) * (path_dot[1, i] - marks_dot[1, i])
        term_3 = (path[0, i] - marks[0, i]) * (path_dot[0, i] - marks_dot[0, i])
        factor = term_3 + term_2
        miss_dot = factor / miss
        total_dot += miss_dot
        total += miss
        total_2_dot += 2.0 * wrapped[i] * wrapped_dot[i]
        total_2 += wrapped[i] ** 2
    return total + 0.1 * total_2, total_dot + 0.1 * total_2_dot
