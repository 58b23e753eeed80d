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


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i] = log_of_sum(a[i])
    return values


def log_of_sum_adjoint(a, z_bar, a_bar):
    z = log_of_sum(a)
    for i in range(len(a_bar)):
        a_bar[i] += np.exp(a[i] - z) * z_bar


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[0]):
        log_of_sum_adjoint(a[i], result_bar[i], a_bar[i])


def mixture_of_normals_in_space_value_and_grad(points, logits, centres, log_width):
    """The value of mixture_of_normals_in_space, and its gradient with respect to
    points, logits, centres and log_width.
    """
    # forward sweep
    total = 0.0
    for i in range(len(logits)):
        total += np.exp(logits[i])
    log_total = np.log(total)
    log_weight = np.empty_like(logits)
    for i in range(len(logits)):
        log_weight[i] = logits[i] - log_total
    if points[:, None, :].shape[2] != centres[None, :, :].shape[2]:
        raise ValueError(
            "points[:, None, :] and centres[None, :, :] have different shapes"
        )
    if centres[None, :, :].shape[1] != log_width.shape[0]:
        raise ValueError("centres[None, :, :] and log_width have different shapes")
    if centres[None, :, :].shape[2] != log_width.shape[1]:
        raise ValueError("centres[None, :, :] and log_width have different shapes")
    exp_log_width = np.empty_like(log_width)
    dim = points.shape[1]
    total_3 = np.empty(centres.shape[0])
    for i in range(centres.shape[0]):
        for j in range(points.shape[1]):
            exp_log_width[i, j] = np.exp(log_width[i, j])
        total_3[i] = 0.0
        for j in range(dim):
            total_3[i] += log_width[i, j]
    exp_log_width_part = exp_log_width[None]
    term = 0.5 * dim * np.log(2.0 * np.pi)
    log_density = np.empty((points.shape[0], centres.shape[0]))
    if len(logits) != centres.shape[0]:
        raise ValueError("log_weight and log_density have different shapes")
    joint = np.empty((points.shape[0], len(logits)))
    for i in range(points.shape[0]):
        for j in range(centres.shape[0]):
            total_2 = 0.0
            for k in range(points.shape[1]):
                z = (points[i, k] - centres[j, k]) / exp_log_width_part[0, j, k]
                total_2 += z**2
            log_density[i, j] = -0.5 * total_2 - total_3[j] - term
        for j in range(len(logits)):
            joint[i, j] = log_weight[j] + log_density[i, j]
    along_axis_result = along_axis(joint)
    total_4 = 0.0
    for i in range(points.shape[0]):
        total_4 += along_axis_result[i]

    # reverse sweep
    points_bar = np.zeros_like(points)
    logits_bar = np.empty_like(logits)
    centres_bar = np.zeros_like(centres)
    log_width_bar = np.zeros_like(log_width)
    along_axis_result_bar = np.empty_like(along_axis_result)
    for i in range(points.shape[0]):
        along_axis_result_bar[i] = 1.0
    joint_bar = np.zeros_like(joint)
    along_axis_adjoint(joint, along_axis_result_bar, joint_bar)
    log_weight_bar = np.zeros_like(log_weight)
    exp_log_width_bar = np.zeros_like(exp_log_width)
    total_3_bar = np.zeros_like(total_3)
    exp_log_width_part_bar = exp_log_width_bar[None]
    log_density_bar = np.zeros_like(log_density)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(points.shape[0]):
        for j in range(len(logits)):
            log_weight_bar[j] += joint_bar[i, j]
            log_density_bar[i, j] += joint_bar[i, j]
        for j in range(centres.shape[0]):
            total_2_bar = -0.5 * log_density_bar[i, j]
            total_3_bar[j] -= log_density_bar[i, j]
            for k in range(points.shape[1]):
                z = (points[i, k] - centres[j, k]) / exp_log_width_part[0, j, k]
                numerator_bar = 2.0 * z * total_2_bar / exp_log_width_part[0, j, k]
                points_bar[i, k] += numerator_bar
                centres_bar[j, k] -= numerator_bar
                exp_log_width_part_bar[0, j, k] -= z * numerator_bar
    for i in range(centres.shape[0]):
        for j in range(dim):
            log_width_bar[i, j] += total_3_bar[i]
        for j in range(points.shape[1]):
            exp_log_width_2_bar = exp_log_width_bar[i, j]
            log_width_bar[i, j] += np.exp(log_width[i, j]) * exp_log_width_2_bar
    log_total_bar = 0.0
    for i in range(len(logits)):
        logits_bar[i] = log_weight_bar[i]
        log_total_bar -= log_weight_bar[i]
    total_bar = log_total_bar / total

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(logits)):
        logits_bar[i] += np.exp(logits[i]) * total_bar
    return total_4, points_bar, logits_bar, centres_bar, log_width_bar
