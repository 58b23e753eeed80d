import numpy as np


def einsum(first, second, third):
    """The sums of first[e, i] * second[i, j] * third[e, j] over i, j."""
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty(first.shape[0])
    for e in range(first.shape[0]):
        total = 0.0
        for i in range(first.shape[1]):
            for j in range(second.shape[1]):
                total += first[e, i] * second[i, j] * third[e, j]
        result[e] = total
    return result


def einsum_adjoint(first, second, third, result_bar, first_bar, second_bar, third_bar):
    """The adjoint of first, second and third is added to first_bar, second_bar,
    third_bar.
    """
    # forward sweep
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for e in range(first.shape[0]):
        total_bar = result_bar[e]
        for i in range(first.shape[1]):
            first_e_i_bar = 0.0
            for j in range(second.shape[1]):
                first_e_i_bar += second[i, j] * third[e, j] * total_bar
                second_bar[i, j] += first[e, i] * third[e, j] * total_bar
                third_bar[e, j] += first[e, i] * second[i, j] * total_bar
            first_bar[e, i] += first_e_i_bar


def pose_graph_residuals_value_and_grad(poses, edges, measured, information):
    """The value of pose_graph_residuals, and its gradient with respect to poses,
    measured and information.
    """
    # forward sweep: saves error
    index = edges[:, 0]
    index_2 = edges[:, 1]
    first = poses[index]
    second = poses[index_2]
    second_part = second[:, :2]
    first_part = first[:, :2]
    delta = np.empty_like(second_part)
    for i in range(second_part.shape[0]):
        for j in range(second_part.shape[1]):
            delta[i, j] = second_part[i, j] - first_part[i, j]
    c = np.empty(edges.shape[0])
    s = np.empty(edges.shape[0])
    for i in range(edges.shape[0]):
        c[i] = np.cos(first[i, 2])
        s[i] = np.sin(first[i, 2])
    local = np.empty_like(measured)
    if len(local[:, 0]) != edges.shape[0]:
        raise ValueError("local[:, 0] and c have different shapes")
    error = np.empty_like(local)
    for i in range(measured.shape[0]):
        local[i, 0] = c[i] * delta[i, 0] + s[i] * delta[i, 1]
        local[i, 1] = c[i] * delta[i, 1] - s[i] * delta[i, 0]
        local[i, 2] = second[i, 2] - first[i, 2]
        for j in range(measured.shape[1]):
            error[i, j] = local[i, j] - measured[i, j]
    error_saved = np.empty(edges.shape[0])
    for i in range(edges.shape[0]):
        error_saved[i] = error[i, 2]
        error[i, 2] = np.arctan2(np.sin(error[i, 2]), np.cos(error[i, 2]))
    squared = einsum(error, information, error)
    total = 0.0

    # reverse sweep
    poses_bar = np.zeros_like(poses)
    measured_bar = np.empty_like(measured)
    information_bar = np.zeros_like(information)
    squared_bar = np.zeros_like(squared)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(edges.shape[0]):
        if squared[i] < 1.0:
            choice = squared[i]
            squared_bar[i] += 1.0
        else:
            sqrt_squared = np.sqrt(squared[i])
            choice = 2.0 * sqrt_squared - 1.0
            squared_bar[i] += 2.0 / (2.0 * sqrt_squared)
        total += choice
    error_bar = np.zeros_like(error)
    einsum_adjoint(
        error, information, error, squared_bar, error_bar, information_bar, error_bar
    )
    for i in range(edges.shape[0]):
        error[i, 2] = error_saved[i]
        sin_error = np.sin(error[i, 2])
        cos_error = np.cos(error[i, 2])
        sin_error_bar = cos_error * error_bar[i, 2] / (cos_error**2 + sin_error**2)
        cos_error_bar = -sin_error * error_bar[i, 2] / (cos_error**2 + sin_error**2)
        error_bar[i, 2] = cos_error * sin_error_bar - sin_error * cos_error_bar
    first_bar = np.zeros_like(first)
    second_bar = np.zeros_like(second)
    delta_bar = np.zeros_like(delta)
    c_bar = np.zeros_like(c)
    s_bar = np.zeros_like(s)
    local_bar = np.zeros_like(local)
    for i in range(measured.shape[0]):
        for j in range(measured.shape[1]):
            local_bar[i, j] += error_bar[i, j]
            measured_bar[i, j] = -error_bar[i, j]
        second_bar[i, 2] += local_bar[i, 2]
        first_bar[i, 2] -= local_bar[i, 2]
        local_bar[i, 2] = 0.0
        c_bar[i] += delta[i, 1] * local_bar[i, 1]
        delta_bar[i, 1] += c[i] * local_bar[i, 1]
        s_bar[i] -= delta[i, 0] * local_bar[i, 1]
        delta_bar[i, 0] -= s[i] * local_bar[i, 1]
        local_bar[i, 1] = 0.0
        c_bar[i] += delta[i, 0] * local_bar[i, 0]
        delta_bar[i, 0] += c[i] * local_bar[i, 0]
        s_bar[i] += delta[i, 1] * local_bar[i, 0]
        delta_bar[i, 1] += s[i] * local_bar[i, 0]
    for i in range(edges.shape[0]):
        first_bar[i, 2] += c[i] * s_bar[i] - s[i] * c_bar[i]
    second_part_bar = second_bar[:, :2]
    first_part_bar = first_bar[:, :2]
    for i in range(second_part.shape[0]):
        for j in range(second_part.shape[1]):
            second_part_bar[i, j] += delta_bar[i, j]
            first_part_bar[i, j] -= delta_bar[i, j]
    for k_2 in range(len(index_2)):
        poses_bar[index_2[k_2]] += second_bar[k_2]
    for k in range(len(index)):
        poses_bar[index[k]] += first_bar[k]
    return total, poses_bar, measured_bar, information_bar
