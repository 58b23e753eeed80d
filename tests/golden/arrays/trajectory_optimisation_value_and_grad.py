import numpy as np


def diff(a):
    """The differences between neighbours along an axis, n times over."""
    out = np.empty((max(a.shape[0] - 1, 0), a.shape[1]))
    for i in range(a.shape[0] - 1):
        for j in range(a.shape[1]):
            out[i, j] = a[i + 1, j] - a[i, j]
    return out


def diff_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0] - 1):
        for j in range(a.shape[1]):
            a_bar[i + 1, j] += out_bar[i, j]
            a_bar[i, j] -= out_bar[i, j]


def trajectory_optimisation_value_and_grad(
    path, start, goal, obstacles, radii, smooth, margin
):
    """The value of trajectory_optimisation, and its gradient with respect to path,
    start, goal, obstacles, radii, smooth and margin.
    """
    # forward sweep: saves operand
    arrays_0 = start[None]
    arrays_2 = goal[None]
    if arrays_0.shape[1] != path.shape[1]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    if arrays_0.shape[1] != arrays_2.shape[1]:
        raise ValueError("arrays_0 and arrays_2 have different shapes")
    length = arrays_0.shape[0] + path.shape[0] + arrays_2.shape[0]
    whole = np.empty((length, arrays_0.shape[1]))
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start_2 = arrays_0.shape[0]
    stop_2 = arrays_0.shape[0] + path.shape[0]
    whole[start_2:stop_2] = path
    start_2_2 = arrays_0.shape[0] + path.shape[0]
    whole[start_2_2:] = arrays_2
    full = whole
    velocity = diff(full)
    diff_full = diff(full)
    diff_diff_full = diff(diff_full)
    jerk = diff(diff_diff_full)
    middle = np.empty((max(full.shape[0] - 1, 0), full.shape[1]))
    if middle[:, None].shape[2] != obstacles.shape[1]:
        raise ValueError("middle[:, None] and obstacles have different shapes")
    if obstacles.shape[0] != len(radii):
        raise ValueError("operand and radii have different shapes")
    distance = np.empty((max(full.shape[0] - 1, 0), obstacles.shape[0]))
    cost = np.empty((max(full.shape[0] - 1, 0), obstacles.shape[0]))
    operand_saved = np.empty((full.shape[0], obstacles.shape[0]))
    for i in range(full.shape[0] - 1):
        for j in range(full.shape[1]):
            middle[i, j] = 0.5 * (full[i + 1, j] + full[i, j])
        for j in range(obstacles.shape[0]):
            total_2 = 0.0
            for k in range(full.shape[1]):
                total_2 += (middle[i, k] - obstacles[j, k]) ** 2
            operand = np.sqrt(total_2)
            operand_saved[i, j] = operand
            distance[i, j] = operand - radii[j]
            inside = margin - distance[i, j]
            if inside > 0.0:
                cost[i, j] = inside**2 / (2.0 * margin)
            else:
                cost[i, j] = 0.0
    for i in range(cost.shape[0]):
        for j in range(cost.shape[1]):
            if distance[i, j] < 0.0:
                choice = -distance[i, j]
            else:
                choice = 0.0
            cost[i, j] += choice
    operand_2 = np.empty(cost.shape[0])
    for i in range(cost.shape[0]):
        operand_2[i] = 0.0
        for j in range(cost.shape[1]):
            operand_2[i] += cost[i, j]
    if len(operand_2) != velocity.shape[0]:
        raise ValueError("operand_2 and speed have different shapes")
    total_3 = 0.0
    total_4 = 0.0
    for i in range(jerk.shape[0]):
        for j in range(jerk.shape[1]):
            total_4 += jerk[i, j] ** 2
    total_5 = 0.0

    # reverse sweep
    path_bar = np.zeros_like(path)
    start_bar = np.zeros_like(start)
    goal_bar = np.zeros_like(goal)
    obstacles_bar = np.zeros_like(obstacles)
    radii_bar = np.zeros_like(radii)
    velocity_bar = np.zeros_like(velocity)
    operand_2_bar = np.zeros_like(operand_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(velocity.shape[0]):
        total = 0.0
        for j in range(velocity.shape[1]):
            total += velocity[i, j] ** 2
        speed = np.sqrt(total + 0.0001)
        total_3 += operand_2[i] * speed
        total_5 += speed
        operand_2_bar[i] += speed
        total_bar = (1.0 + operand_2[i]) / (2.0 * speed)
        for j in range(velocity.shape[1]):
            velocity_bar[i, j] += 2.0 * velocity[i, j] * total_bar
    value = total_3 + smooth * total_4 + total_5
    jerk_bar = np.zeros_like(jerk)
    for i in range(jerk.shape[0]):
        for j in range(jerk.shape[1]):
            jerk_bar[i, j] += 2.0 * jerk[i, j] * smooth
    cost_bar = np.zeros_like(cost)
    for i in range(cost.shape[0]):
        for j in range(cost.shape[1]):
            cost_bar[i, j] += operand_2_bar[i]
    distance_bar = np.zeros_like(distance)
    for i in range(cost.shape[0]):
        for j in range(cost.shape[1]):
            choice_bar = cost_bar[i, j]
            if distance[i, j] < 0.0:
                distance_bar[i, j] -= choice_bar
    whole_bar = np.zeros_like(whole)
    middle_bar = np.zeros_like(middle)
    margin_bar = 0.0
    for i in range(full.shape[0] - 1):
        for j in range(obstacles.shape[0]):
            inside = margin - distance[i, j]
            inside_bar = 0.0
            if inside > 0.0:
                numerator_bar = cost_bar[i, j] / (2.0 * margin)
                inside_bar += 2.0 * inside * numerator_bar
                margin_bar -= 2.0 * inside**2 * numerator_bar / (2.0 * margin)
            margin_bar += inside_bar
            distance_bar[i, j] -= inside_bar
            radii_bar[j] -= distance_bar[i, j]
            total_2_bar = distance_bar[i, j] / (2.0 * operand_saved[i, j])
            for k in range(full.shape[1]):
                difference_bar = 2.0 * (middle[i, k] - obstacles[j, k]) * total_2_bar
                middle_bar[i, k] += difference_bar
                obstacles_bar[j, k] -= difference_bar
        for j in range(full.shape[1]):
            whole_bar[i + 1, j] += 0.5 * middle_bar[i, j]
            whole_bar[i, j] += 0.5 * middle_bar[i, j]
    diff_diff_full_bar = np.zeros_like(diff_diff_full)
    diff_adjoint(diff_diff_full, jerk_bar, diff_diff_full_bar)
    diff_full_bar = np.zeros_like(diff_full)
    diff_adjoint(diff_full, diff_diff_full_bar, diff_full_bar)
    diff_adjoint(full, diff_full_bar, whole_bar)
    diff_adjoint(full, velocity_bar, whole_bar)
    arrays_2_bar = goal_bar[None]
    arrays_2_bar += np.expand_dims(np.sum(whole_bar[start_2_2:], axis=0), 0)
    whole_bar[start_2_2:] = 0.0
    path_bar += whole_bar[start_2:stop_2]
    whole_bar[start_2:stop_2] = 0.0
    arrays_0_bar = start_bar[None]
    arrays_0_bar += np.expand_dims(np.sum(whole_bar[:stop], axis=0), 0)
    return (
        value,
        path_bar,
        start_bar,
        goal_bar,
        obstacles_bar,
        radii_bar,
        total_4,
        margin_bar,
    )
