import numpy as np


def diff_tangent(a, a_dot):
    """diff and its tangent."""
    out_dot = np.zeros((max(a.shape[0] - 1, 0), a.shape[1]))
    out = np.empty((max(a.shape[0] - 1, 0), a.shape[1]))
    for i in range(a.shape[0] - 1):
        for j in range(a.shape[1]):
            out_dot[i, j] = a_dot[i + 1, j] - a_dot[i, j]
            out[i, j] = a[i + 1, j] - a[i, j]
    return out, out_dot


def trajectory_optimisation_jvp(
    path,
    start,
    goal,
    obstacles,
    radii,
    smooth,
    margin,
    path_dot,
    start_dot,
    goal_dot,
    obstacles_dot,
    radii_dot,
    smooth_dot,
    margin_dot,
):
    """The value of trajectory_optimisation, and its derivative in the direction
    path_dot, start_dot, goal_dot, obstacles_dot, radii_dot, smooth_dot,
    margin_dot.
    """
    arrays_0_dot = start_dot[None]
    arrays_0 = start[None]
    arrays_2_dot = goal_dot[None]
    arrays_2 = goal[None]
    if arrays_0.shape[1] != path.shape[1]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    if arrays_0.shape[1] != arrays_2.shape[1]:
        raise ValueError("arrays_0 and arrays_2 have different shapes")
    length = arrays_0.shape[0] + path.shape[0] + arrays_2.shape[0]
    whole_dot = np.zeros((length, arrays_0.shape[1]))
    whole = np.empty((length, arrays_0.shape[1]))
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start_2 = arrays_0.shape[0]
    stop = arrays_0.shape[0] + path.shape[0]
    whole_dot[start_2:stop] = path_dot
    whole[start_2:stop] = path
    start_2 = arrays_0.shape[0] + path.shape[0]
    whole_dot[start_2:] = arrays_2_dot
    whole[start_2:] = arrays_2
    full = whole
    velocity, velocity_dot = diff_tangent(full, whole_dot)
    diff_full, diff_full_dot = diff_tangent(full, whole_dot)
    diff_diff_full, diff_diff_full_dot = diff_tangent(diff_full, diff_full_dot)
    jerk, jerk_dot = diff_tangent(diff_diff_full, diff_diff_full_dot)
    middle_dot = np.zeros((max(full.shape[0] - 1, 0), full.shape[1]))
    middle = np.empty((max(full.shape[0] - 1, 0), full.shape[1]))
    if middle[:, None].shape[2] != obstacles.shape[1]:
        raise ValueError("middle[:, None] and obstacles have different shapes")
    if obstacles.shape[0] != len(radii):
        raise ValueError("operand and radii have different shapes")
    distance_dot = np.zeros((max(full.shape[0] - 1, 0), obstacles.shape[0]))
    distance = np.empty((max(full.shape[0] - 1, 0), obstacles.shape[0]))
    cost_dot = np.zeros((max(full.shape[0] - 1, 0), obstacles.shape[0]))
    cost = np.empty((max(full.shape[0] - 1, 0), obstacles.shape[0]))
    for i in range(full.shape[0] - 1):
        for j in range(full.shape[1]):
            middle_dot[i, j] = 0.5 * (whole_dot[i + 1, j] + whole_dot[i, j])
            middle[i, j] = 0.5 * (full[i + 1, j] + full[i, j])
        for j in range(obstacles.shape[0]):
            total_2_dot = 0.0
            total_2 = 0.0
            for k in range(full.shape[1]):
                total_2_dot += (
                    2.0
                    * (middle[i, k] - obstacles[j, k])
                    * (middle_dot[i, k] - obstacles_dot[j, k])
                )
                total_2 += (middle[i, k] - obstacles[j, k]) ** 2
            operand = np.sqrt(total_2)
            distance_dot[i, j] = total_2_dot / (2.0 * operand) - radii_dot[j]
            distance[i, j] = operand - radii[j]
            inside_dot = margin_dot - distance_dot[i, j]
            inside = margin - distance[i, j]
            if inside > 0.0:
                quotient = inside**2 / (2.0 * margin)
                factor = 2.0 * inside * inside_dot - 2.0 * quotient * margin_dot
                quotient_dot = factor / (2.0 * margin)
                cost_dot[i, j] = quotient_dot
                cost[i, j] = quotient
            else:
                cost_dot[i, j] = 0.0
                cost[i, j] = 0.0
    for i in range(cost.shape[0]):
        for j in range(cost.shape[1]):
            if distance[i, j] < 0.0:
                choice_dot = -distance_dot[i, j]
                choice = -distance[i, j]
            else:
                choice_dot = 0.0
                choice = 0.0
            cost_dot[i, j] += choice_dot
            cost[i, j] += choice
    operand_2_dot = np.zeros(cost.shape[0])
    operand_2 = np.empty(cost.shape[0])
    for i in range(cost.shape[0]):
        operand_2_dot[i] = 0.0
        operand_2[i] = 0.0
        for j in range(cost.shape[1]):
            operand_2_dot[i] += cost_dot[i, j]
            operand_2[i] += cost[i, j]
    if len(operand_2) != velocity.shape[0]:
        raise ValueError("operand_2 and speed have different shapes")
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(jerk.shape[0]):
        for j in range(jerk.shape[1]):
            total_4_dot += 2.0 * jerk[i, j] * jerk_dot[i, j]
            total_4 += jerk[i, j] ** 2
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(velocity.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(velocity.shape[1]):
            total_dot += 2.0 * velocity[i, j] * velocity_dot[i, j]
            total += velocity[i, j] ** 2
        speed = np.sqrt(total + 0.0001)
        speed_dot = total_dot / (2.0 * speed)
        total_3_dot += operand_2_dot[i] * speed + operand_2[i] * speed_dot
        total_3 += operand_2[i] * speed
        total_5_dot += speed_dot
        total_5 += speed
    value_dot = (
        total_3_dot + (smooth_dot * total_4 + smooth * total_4_dot) + total_5_dot
    )
    return total_3 + smooth * total_4 + total_5, value_dot
