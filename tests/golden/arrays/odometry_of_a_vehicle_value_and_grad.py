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


def sums_along(a):
    """The sums of the elements of a matrix up to each, along an axis."""
    values = np.empty(a.shape)
    for k in range(a.shape[0]):
        running = 0.0
        for i in range(a.shape[1]):
            running += a[k, i]
            values[k, i] = running
    return values


def sums_along_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for k in range(a_bar.shape[0]):
        running_bar = 0.0
        for i in range(a_bar.shape[1] - 1, -1, -1):
            running_bar += result_bar[k, i]
            a_bar[k, i] += running_bar


def odometry_of_a_vehicle_value_and_grad(speed, turn, dt, start, marks):
    """The value of odometry_of_a_vehicle, and its gradient with respect to speed,
    turn, dt, start and marks.
    """
    # forward sweep
    a = np.empty_like(turn)
    for i in range(len(turn)):
        a[i] = turn[i] * dt
    start_2 = start[2]
    running_sums_result = running_sums(a)
    arrays_0 = np.empty_like(running_sums_result)
    arrays_1 = np.empty_like(running_sums_result)
    shape_0 = len(turn)
    whole = np.empty((2, shape_0))
    if len(speed) != whole.shape[1]:
        raise ValueError("speed and whole have different shapes")
    steps = np.empty_like(whole)
    start_part = start[:2, None]
    path = np.empty((start_part.shape[0], shape_0))
    wrapped = np.empty_like(running_sums_result)
    for i in range(len(turn)):
        heading = start_2 + running_sums_result[i]
        middle = heading - 0.5 * turn[i] * dt
        arrays_0[i] = np.cos(middle)
        arrays_1[i] = np.sin(middle)
        wrapped[i] = (heading + np.pi) % (2.0 * np.pi) - np.pi
    for i in range(shape_0):
        whole[0, i] = arrays_0[i]
        whole[1, i] = arrays_1[i]
    for i in range(2):
        for j in range(shape_0):
            steps[i, j] = speed[j] * dt * whole[i, j]
    sums_along_result = sums_along(steps)
    if start[:2, None].shape[0] != sums_along_result.shape[0]:
        raise ValueError("start[:2, None] and sums_along_result have different shapes")
    for i in range(start_part.shape[0]):
        for j in range(shape_0):
            path[i, j] = start_part[i, 0] + sums_along_result[i, j]
    if path[0].shape != marks[0].shape:
        raise ValueError("path[0] and marks[0] have different shapes")
    total = 0.0
    total_2 = 0.0

    # reverse sweep
    speed_bar = np.zeros_like(speed)
    turn_bar = np.empty_like(turn)
    start_bar = np.zeros_like(start)
    marks_bar = np.zeros_like(marks)
    path_bar = np.zeros_like(path)
    wrapped_bar = np.empty_like(wrapped)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(shape_0):
        miss = np.hypot(path[0, i] - marks[0, i], path[1, i] - marks[1, i])
        total += miss
        total_2 += wrapped[i] ** 2
        wrapped_bar[i] = 0.2 * wrapped[i]
        difference_bar = (path[0, i] - marks[0, i]) / miss
        path_bar[0, i] += difference_bar
        marks_bar[0, i] -= difference_bar
        difference_bar = (path[1, i] - marks[1, i]) / miss
        path_bar[1, i] += difference_bar
        marks_bar[1, i] -= difference_bar
    value = total + 0.1 * total_2
    start_part_bar = start_bar[:2, None]
    sums_along_result_bar = np.zeros_like(sums_along_result)
    for i in range(start_part.shape[0]):
        for j in range(shape_0):
            start_part_bar[i, 0] += path_bar[i, j]
            sums_along_result_bar[i, j] += path_bar[i, j]
    steps_bar = np.zeros_like(steps)
    sums_along_adjoint(sums_along_result_bar, steps_bar)
    whole_bar = np.empty_like(whole)
    dt_bar = 0.0
    for i in range(2):
        for j in range(shape_0):
            speed_bar[j] += dt * whole[i, j] * steps_bar[i, j]
            dt_bar += speed[j] * whole[i, j] * steps_bar[i, j]
            whole_bar[i, j] = speed[j] * dt * steps_bar[i, j]
    arrays_0_bar = np.empty_like(arrays_0)
    arrays_1_bar = np.empty_like(arrays_1)
    for i in range(shape_0):
        arrays_1_bar[i] = whole_bar[1, i]
        whole_bar[1, i] = 0.0
        arrays_0_bar[i] = whole_bar[0, i]
    running_sums_result_bar = np.empty_like(running_sums_result)

    # forward and reverse in one sweep: the iterations are independent
    start_2_bar = 0.0
    for i in range(len(turn)):
        middle_bar = arrays_0[i] * arrays_1_bar[i]
        middle_bar -= arrays_1[i] * arrays_0_bar[i]
        heading_bar = wrapped_bar[i] + middle_bar
        turn_bar[i] = -0.5 * dt * middle_bar
        dt_bar -= 0.5 * turn[i] * middle_bar
        start_2_bar += heading_bar
        running_sums_result_bar[i] = heading_bar
    a_bar = np.zeros_like(a)
    running_sums_adjoint(running_sums_result_bar, a_bar)
    start_bar[2] += start_2_bar
    for i in range(len(turn)):
        turn_bar[i] += dt * a_bar[i]
        dt_bar += turn[i] * a_bar[i]
    return value, speed_bar, turn_bar, dt_bar, start_bar, marks_bar
