import numpy as np


def joined(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    if arrays_0.shape[1] != arrays_1.shape[1]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[1] != arrays_2.shape[1]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole = np.empty((length, arrays_0.shape[1]))
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:] = arrays_2
    return whole


def joined_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar):
    """The adjoint of arrays_0, arrays_1 and arrays_2 is added to arrays_0_bar,
    arrays_1_bar, arrays_2_bar.
    """
    # forward sweep
    if arrays_0_bar.shape[1] != arrays_1_bar.shape[1]:
        raise ValueError("operands have different shapes")
    if arrays_0_bar.shape[1] != arrays_2_bar.shape[1]:
        raise ValueError("operands have different shapes")
    stop = arrays_0_bar.shape[0]
    start = arrays_0_bar.shape[0]
    stop_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]
    start_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_2_bar += np.expand_dims(np.sum(whole_bar[start_2:], axis=0), 0)
    whole_bar[start_2:] = 0.0
    arrays_1_bar += whole_bar[start:stop_2]
    whole_bar[start:stop_2] = 0.0
    arrays_0_bar += np.expand_dims(np.sum(whole_bar[:stop], axis=0), 0)


def trajectory_optimisation_value_and_grad(
    path, start, goal, obstacles, radii, smooth, margin
):
    """The value of trajectory_optimisation, and its gradient with respect to path,
    start, goal, obstacles, radii, smooth and margin.
    """
    # forward sweep: saves total_4, sqrt_total_2 and total
    arrays_0 = start[None]
    arrays_2 = goal[None]
    full = joined(arrays_0, path, arrays_2)
    a_2 = np.empty((max(full.shape[0] - 1, 0), full.shape[1]))
    a_3 = np.empty((max(full.shape[0] - 2, 0), full.shape[1]))
    middle = np.empty((max(full.shape[0] - 1, 0), full.shape[1]))
    if middle[:, None].shape[2] != obstacles.shape[1]:
        raise ValueError("middle[:, None] and obstacles have different shapes")
    if obstacles.shape[0] != len(radii):
        raise ValueError("obstacles and radii have different shapes")
    total_3 = 0.0
    total_5 = 0.0
    total_6 = 0.0
    total_4_saved = np.empty(full.shape[0])
    sqrt_total_2_saved = np.empty((full.shape[0], obstacles.shape[0]))
    total_saved = np.empty(full.shape[0])
    for i in range(full.shape[0] - 1):
        total = 0.0
        for j in range(full.shape[1]):
            velocity = full[i + 1, j] - full[i, j]
            a_2[i, j] = full[i + 1, j] - full[i, j]
            middle[i, j] = 0.5 * (full[i + 1, j] + full[i, j])
            total += velocity**2
        total_saved[i] = total
        speed = np.sqrt(total + 0.0001)
        total = 0.0
        for j in range(obstacles.shape[0]):
            total_2 = 0.0
            for k in range(full.shape[1]):
                total_2 += (middle[i, k] - obstacles[j, k]) ** 2
            sqrt_total = np.sqrt(total_2)
            sqrt_total_2_saved[i, j] = sqrt_total
            distance = sqrt_total - radii[j]
            inside = margin - distance
            if inside > 0.0:
                cost = inside**2 / (2.0 * margin)
            else:
                cost = 0.0
            if distance < 0.0:
                choice = -distance
            else:
                choice = 0.0
            cost += choice
            total += cost
        total_4_saved[i] = total
        total_3 += total * speed
        total_6 += speed
    for i in range(full.shape[0] - 2):
        for j in range(full.shape[1]):
            a_3[i, j] = a_2[i + 1, j] - a_2[i, j]

    # reverse sweep
    path_bar = np.zeros_like(path)
    start_bar = np.zeros_like(start)
    goal_bar = np.zeros_like(goal)
    obstacles_bar = np.zeros_like(obstacles)
    radii_bar = np.zeros_like(radii)
    a_3_bar = np.zeros_like(a_3)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(full.shape[0] - 3):
        for j in range(full.shape[1]):
            jerk = a_3[i + 1, j] - a_3[i, j]
            total_5 += jerk**2
            jerk_bar = 2.0 * jerk * smooth
            a_3_bar[i + 1, j] += jerk_bar
            a_3_bar[i, j] -= jerk_bar
    value = total_3 + smooth * total_5 + total_6
    a_2_bar = np.zeros_like(a_2)
    for i in range(full.shape[0] - 2):
        for j in range(full.shape[1]):
            a_2_bar[i + 1, j] += a_3_bar[i, j]
            a_2_bar[i, j] -= a_3_bar[i, j]
    full_bar = np.zeros_like(full)
    middle_bar = np.zeros_like(middle)
    margin_bar = 0.0
    for i in range(full.shape[0] - 1):
        speed = np.sqrt(total_saved[i] + 0.0001)
        for j in range(obstacles.shape[0]):
            sqrt_total = sqrt_total_2_saved[i, j]
            distance = sqrt_total - radii[j]
            distance_bar = 0.0
            if distance < 0.0:
                distance_bar -= speed
            inside = margin - distance
            if inside > 0.0:
                numerator_bar = speed / (2.0 * margin)
                inside_bar = 2.0 * inside * numerator_bar
                term = 2.0 * inside**2 * numerator_bar / (2.0 * margin)
                margin_bar += inside_bar - term
                distance_bar -= inside_bar
            radii_bar[j] -= distance_bar
            total_2_bar = distance_bar / (2.0 * sqrt_total)
            for k in range(full.shape[1]):
                difference_bar = 2.0 * (middle[i, k] - obstacles[j, k]) * total_2_bar
                middle_bar[i, k] += difference_bar
                obstacles_bar[j, k] -= difference_bar
        total_bar = (1.0 + total_4_saved[i]) / (2.0 * speed)
        for j in range(full.shape[1]):
            velocity = full[i + 1, j] - full[i, j]
            velocity_bar = 2.0 * velocity * total_bar
            full_bar[i + 1, j] += 0.5 * middle_bar[i, j] + a_2_bar[i, j] + velocity_bar
            full_bar[i, j] += 0.5 * middle_bar[i, j] - a_2_bar[i, j] - velocity_bar
    arrays_0_bar = start_bar[None]
    arrays_2_bar = goal_bar[None]
    joined_adjoint(full_bar, arrays_0_bar, path_bar, arrays_2_bar)
    return (
        value,
        path_bar,
        start_bar,
        goal_bar,
        obstacles_bar,
        radii_bar,
        total_5,
        margin_bar,
    )
