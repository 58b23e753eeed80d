import numpy as np


def log_of_sum(a):
    """The logarithm of the sum of the exponentials of the elements of a vector:
    s2sad.library.norms.log_of_sum(a).
    """
    largest = np.max(a)
    value = largest
    if np.isfinite(largest):
        total = 0.0
        for i in range(len(a)):
            total += np.exp(a[i] - largest)
        value += np.log(total)
    return value


def log_of_sum_tangent(a, a_dot):
    z = log_of_sum(a)
    total = 0.0
    for i in range(len(a)):
        total += np.exp(a[i] - z) * a_dot[i]
    return z, total


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i], values_dot[i] = log_of_sum_tangent(a[i], a_dot[i])
    return values, values_dot


def mixture_of_normals_in_space_jvp(
    points,
    logits,
    centres,
    log_width,
    points_dot,
    logits_dot,
    centres_dot,
    log_width_dot,
):
    """The value of mixture_of_normals_in_space, and its derivative in the direction
    points_dot, logits_dot, centres_dot, log_width_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(logits)):
        exp_logits = np.exp(logits[i])
        total_dot += exp_logits * logits_dot[i]
        total += exp_logits
    log_total_dot = total_dot / total
    log_total = np.log(total)
    log_weight_dot = np.empty_like(logits)
    log_weight = np.empty_like(logits)
    for i in range(len(logits)):
        log_weight_dot[i] = logits_dot[i] - log_total_dot
        log_weight[i] = logits[i] - log_total
    if points[:, None, :].shape[2] != centres[None, :, :].shape[2]:
        raise ValueError(
            "points[:, None, :] and centres[None, :, :] have different shapes"
        )
    if centres[None, :, :].shape[1] != log_width.shape[0]:
        raise ValueError("centres[None, :, :] and log_width have different shapes")
    if centres[None, :, :].shape[2] != log_width.shape[1]:
        raise ValueError("centres[None, :, :] and log_width have different shapes")
    exp_log_width_dot = np.zeros_like(log_width)
    exp_log_width = np.empty_like(log_width)
    dim = points.shape[1]
    total_3_dot = np.empty(centres.shape[0])
    total_3 = np.empty(centres.shape[0])
    for i in range(centres.shape[0]):
        for j in range(points.shape[1]):
            exp_log_width_2 = np.exp(log_width[i, j])
            exp_log_width_dot[i, j] = exp_log_width_2 * log_width_dot[i, j]
            exp_log_width[i, j] = exp_log_width_2
        total_3_dot[i] = 0.0
        total_3[i] = 0.0
        for j in range(dim):
            total_3_dot[i] += log_width_dot[i, j]
            total_3[i] += log_width[i, j]
    exp_log_width_part_dot = exp_log_width_dot[None]
    exp_log_width_part = exp_log_width[None]
    term = 0.5 * dim * np.log(2.0 * np.pi)
    log_density_dot = np.zeros((points.shape[0], centres.shape[0]))
    log_density = np.empty((points.shape[0], centres.shape[0]))
    if len(logits) != centres.shape[0]:
        raise ValueError("log_weight and log_density have different shapes")
    joint_dot = np.empty((points.shape[0], len(logits)))
    joint = np.empty((points.shape[0], len(logits)))
    for i in range(points.shape[0]):
        for j in range(centres.shape[0]):
            total_dot = 0.0
            total = 0.0
            for k in range(points.shape[1]):
                z = (points[i, k] - centres[j, k]) / exp_log_width_part[0, j, k]
                factor = (
                    points_dot[i, k]
                    - centres_dot[j, k]
                    - z * exp_log_width_part_dot[0, j, k]
                )
                z_dot = factor / exp_log_width_part[0, j, k]
                total_dot += 2.0 * z * z_dot
                total += z**2
            log_density_dot[i, j] = -0.5 * total_dot - total_3_dot[j]
            log_density[i, j] = -0.5 * total - total_3[j] - term
        for j in range(len(logits)):
            joint_dot[i, j] = log_weight_dot[j] + log_density_dot[i, j]
            joint[i, j] = log_weight[j] + log_density[i, j]
    along_axis_result, along_axis_result_dot = along_axis_tangent(joint, joint_dot)
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(points.shape[0]):
        total_4_dot += along_axis_result_dot[i]
        total_4 += along_axis_result[i]
    return total_4, total_4_dot
