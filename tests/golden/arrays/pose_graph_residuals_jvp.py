import numpy as np


def einsum_tangent(first, second, third, first_dot, second_dot, third_dot):
    """einsum and its tangent."""
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if second.shape[0] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty(first.shape[0])
    result = np.empty(first.shape[0])
    for e in range(first.shape[0]):
        total_dot = 0.0
        total = 0.0
        for i in range(first.shape[1]):
            for j in range(second.shape[1]):
                factor = first_dot[e, i] * second[i, j] + first[e, i] * second_dot[i, j]
                term = factor * third[e, j]
                total_dot += term + first[e, i] * second[i, j] * third_dot[e, j]
                total += first[e, i] * second[i, j] * third[e, j]
        result_dot[e] = total_dot
        result[e] = total
    return result, result_dot


def pose_graph_residuals_jvp(
    poses, edges, measured, information, poses_dot, measured_dot, information_dot
):
    """The value of pose_graph_residuals, and its derivative in the direction
    poses_dot, measured_dot, information_dot.
    """
    index = edges[:, 0]
    index_2 = edges[:, 1]
    first_dot = poses_dot[index].copy()
    first = poses[index]
    second_dot = poses_dot[index_2].copy()
    second = poses[index_2]
    second_part_dot = second_dot[:, :2]
    second_part = second[:, :2]
    first_part_dot = first_dot[:, :2]
    first_part = first[:, :2]
    delta_dot = np.empty_like(second_part)
    delta = np.empty_like(second_part)
    for i in range(second_part.shape[0]):
        for j in range(second_part.shape[1]):
            delta_dot[i, j] = second_part_dot[i, j] - first_part_dot[i, j]
            delta[i, j] = second_part[i, j] - first_part[i, j]
    c_dot = np.empty(edges.shape[0])
    c = np.empty(edges.shape[0])
    s_dot = np.empty(edges.shape[0])
    s = np.empty(edges.shape[0])
    for i in range(edges.shape[0]):
        sin_first = np.sin(first[i, 2])
        c_dot[i] = -sin_first * first_dot[i, 2]
        c[i] = np.cos(first[i, 2])
        s_dot[i] = c[i] * first_dot[i, 2]
        s[i] = sin_first
    local_dot = np.zeros_like(measured)
    local = np.empty_like(measured)
    if len(local[:, 0]) != edges.shape[0]:
        raise ValueError("local[:, 0] and c have different shapes")
    error_dot = np.empty_like(local)
    error = np.empty_like(local)
    for i in range(measured.shape[0]):
        local_dot[i, 0] = (
            c_dot[i] * delta[i, 0]
            + c[i] * delta_dot[i, 0]
            + (s_dot[i] * delta[i, 1] + s[i] * delta_dot[i, 1])
        )
        local[i, 0] = c[i] * delta[i, 0] + s[i] * delta[i, 1]
        local_dot[i, 1] = (
            c_dot[i] * delta[i, 1]
            + c[i] * delta_dot[i, 1]
            - (s_dot[i] * delta[i, 0] + s[i] * delta_dot[i, 0])
        )
        local[i, 1] = c[i] * delta[i, 1] - s[i] * delta[i, 0]
        local_dot[i, 2] = second_dot[i, 2] - first_dot[i, 2]
        local[i, 2] = second[i, 2] - first[i, 2]
        for j in range(measured.shape[1]):
            error_dot[i, j] = local_dot[i, j] - measured_dot[i, j]
            error[i, j] = local[i, j] - measured[i, j]
    for i in range(edges.shape[0]):
        cos_error = np.cos(error[i, 2])
        sin_error_dot = cos_error * error_dot[i, 2]
        sin_error = np.sin(error[i, 2])
        cos_error_dot = -sin_error * error_dot[i, 2]
        factor = cos_error * sin_error_dot - sin_error * cos_error_dot
        error_dot[i, 2] = factor / (cos_error**2 + sin_error**2)
        error[i, 2] = np.arctan2(sin_error, cos_error)
    squared, squared_dot = einsum_tangent(
        error, information, error, error_dot, information_dot, error_dot
    )
    total_dot = 0.0
    total = 0.0
    for i in range(edges.shape[0]):
        if squared[i] < 1.0:
            choice_dot = squared_dot[i]
            choice = squared[i]
        else:
            sqrt_squared = np.sqrt(squared[i])
            choice_dot = 2.0 * squared_dot[i] / (2.0 * sqrt_squared)
            choice = 2.0 * sqrt_squared - 1.0
        total_dot += choice_dot
        total += choice
    return total, total_dot
