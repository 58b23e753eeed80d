import numpy as np


def joined_tangent(
    arrays_0, arrays_1, arrays_2, arrays_0_dot, arrays_1_dot, arrays_2_dot
):
    """joined and its tangent."""
    if arrays_0.shape[1] != arrays_1.shape[1]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[1] != arrays_2.shape[1]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole_dot = np.zeros((length, arrays_0.shape[1]))
    whole = np.empty((length, arrays_0.shape[1]))
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:stop] = arrays_1_dot
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:] = arrays_2_dot
    whole[start:] = arrays_2
    return whole, whole_dot


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
    full, full_dot = joined_tangent(
        arrays_0, path, arrays_2, arrays_0_dot, path_dot, arrays_2_dot
    )
    a_2_dot = np.empty((max(full.shape[0] - 1, 0), full.shape[1]))
    a_2 = np.empty((max(full.shape[0] - 1, 0), full.shape[1]))
    a_3_dot = np.empty((max(full.shape[0] - 2, 0), full.shape[1]))
    a_3 = np.empty((max(full.shape[0] - 2, 0), full.shape[1]))
    middle_dot = np.zeros((max(full.shape[0] - 1, 0), full.shape[1]))
    middle = np.empty((max(full.shape[0] - 1, 0), full.shape[1]))
    if middle[:, None].shape[2] != obstacles.shape[1]:
        raise ValueError("middle[:, None] and obstacles have different shapes")
    if obstacles.shape[0] != len(radii):
        raise ValueError("obstacles and radii have different shapes")
    total_3_dot = 0.0
    total_3 = 0.0
    total_5_dot = 0.0
    total_5 = 0.0
    total_6_dot = 0.0
    total_6 = 0.0
    for i in range(full.shape[0] - 1):
        total_dot = 0.0
        total = 0.0
        for j in range(full.shape[1]):
            velocity = full[i + 1, j] - full[i, j]
            a_2_dot[i, j] = full_dot[i + 1, j] - full_dot[i, j]
            a_2[i, j] = full[i + 1, j] - full[i, j]
            middle_dot[i, j] = 0.5 * (full_dot[i + 1, j] + full_dot[i, j])
            middle[i, j] = 0.5 * (full[i + 1, j] + full[i, j])
            total_dot += 2.0 * velocity * (full_dot[i + 1, j] - full_dot[i, j])
            total += velocity**2
        speed = np.sqrt(total + 0.0001)
        speed_dot = total_dot / (2.0 * speed)
        total_dot = 0.0
        total = 0.0
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
            sqrt_total = np.sqrt(total_2)
            distance_dot = total_2_dot / (2.0 * sqrt_total) - radii_dot[j]
            distance = sqrt_total - radii[j]
            inside_dot = margin_dot - distance_dot
            inside = margin - distance
            if inside > 0.0:
                cost = inside**2 / (2.0 * margin)
                factor = 2.0 * inside * inside_dot - 2.0 * cost * margin_dot
                cost_dot = factor / (2.0 * margin)
            else:
                cost_dot = 0.0
                cost = 0.0
            if distance < 0.0:
                choice_dot = -distance_dot
                choice = -distance
            else:
                choice_dot = 0.0
                choice = 0.0
            cost_dot += choice_dot
            cost += choice
            total_dot += cost_dot
            total += cost
        total_3_dot += total_dot * speed + total * speed_dot
        total_3 += total * speed
        total_6_dot += speed_dot
        total_6 += speed
    for i in range(full.shape[0] - 2):
        for j in range(full.shape[1]):
            a_3_dot[i, j] = a_2_dot[i + 1, j] - a_2_dot[i, j]
            a_3[i, j] = a_2[i + 1, j] - a_2[i, j]
    for i in range(full.shape[0] - 3):
        for j in range(full.shape[1]):
            jerk = a_3[i + 1, j] - a_3[i, j]
            total_5_dot += 2.0 * jerk * (a_3_dot[i + 1, j] - a_3_dot[i, j])
            total_5 += jerk**2
    value_dot = (
        total_3_dot + (smooth_dot * total_5 + smooth * total_5_dot) + total_6_dot
    )
    return total_3 + smooth * total_5 + total_6, value_dot
