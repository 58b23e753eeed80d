import numpy as np


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], right.shape[2]))
    result = np.empty((left.shape[0], right.shape[2]))
    for r in range(left.shape[0]):
        for c in range(right.shape[2]):
            total_dot = 0.0
            total = 0.0
            for s in range(left.shape[1]):
                term = left[r, s] * right_dot[r, s, c]
                total_dot += left_dot[r, s] * right[r, s, c] + term
                total += left[r, s] * right[r, s, c]
            result_dot[r, c] = total_dot
            result[r, c] = total
    return result, result_dot


def products_along_tangent(a, a_dot):
    """products_along and its tangent."""
    values_dot = np.empty(a.shape)
    values = np.empty(a.shape)
    for k in range(a.shape[0]):
        running_dot = 0.0
        running = 1.0
        for i in range(a.shape[1]):
            running_dot = running_dot * a[k, i] + running * a_dot[k, i]
            running *= a[k, i]
            values_dot[k, i] = running_dot
            values[k, i] = running
    return values, values_dot


def volume_rendering_jvp(
    density,
    colour,
    near,
    far,
    background,
    density_dot,
    colour_dot,
    near_dot,
    far_dot,
    background_dot,
):
    """The value of volume_rendering, and its derivative in the direction
    density_dot, colour_dot, near_dot, far_dot, background_dot.
    """
    n = density.shape[1]
    edges_dot = np.linspace(near_dot, far_dot, n + 1)
    edges = np.linspace(near, far, n + 1)
    if density.shape[1] != len(edges[1:]):
        raise ValueError("density and edges[1:] have different shapes")
    alpha_dot = np.empty_like(density)
    alpha = np.empty_like(density)
    a_dot = np.empty_like(density)
    a = np.empty_like(density)
    for i in range(density.shape[0]):
        for j in range(n):
            exponential = np.exp(-density[i, j] * (edges[j + 1] - edges[j]))
            term = density[i, j] * (edges_dot[j + 1] - edges_dot[j])
            factor = -density_dot[i, j] * (edges[j + 1] - edges[j]) - term
            exponential_dot = exponential * factor
            alpha_dot[i, j] = -exponential_dot
            alpha[i, j] = 1.0 - exponential
            a_dot[i, j] = -alpha_dot[i, j]
            a[i, j] = 1.0 - alpha[i, j]
    passed, passed_dot = products_along_tangent(a, a_dot)
    arrays_0 = np.ones_like(passed[:, :1])
    arrays_1_dot = passed_dot[:, :-1]
    arrays_1 = passed[:, :-1]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1]
    before_dot = np.zeros((arrays_0.shape[0], length))
    before = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    before_dot[:, :stop] = 0.0
    before[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    before_dot[:, start:] = arrays_1_dot
    before[:, start:] = arrays_1
    if n != length:
        raise ValueError("alpha and before have different shapes")
    weights_dot = np.empty_like(density)
    weights = np.empty_like(density)
    for i in range(density.shape[0]):
        for j in range(n):
            term_2 = alpha[i, j] * before_dot[i, j]
            weights_dot[i, j] = alpha_dot[i, j] * before[i, j] + term_2
            weights[i, j] = alpha[i, j] * before[i, j]
    einsum_result, einsum_result_dot = einsum_tangent(
        weights, colour, weights_dot, colour_dot
    )
    if einsum_result.shape[0] != passed[:, -1:].shape[0]:
        raise ValueError("einsum_result and passed[:, -1:] have different shapes")
    if einsum_result.shape[1] != len(background):
        raise ValueError("einsum_result and background have different shapes")
    passed_part_dot = passed_dot[:, -1:]
    passed_part = passed[:, -1:]
    seen_dot = np.zeros_like(einsum_result)
    seen = np.empty_like(einsum_result)
    depth_dot = np.empty(density.shape[0])
    depth = np.empty(density.shape[0])
    for i in range(density.shape[0]):
        for j in range(colour.shape[2]):
            term_4 = passed_part[i, 0] * background_dot[j]
            term_3 = passed_part_dot[i, 0] * background[j] + term_4
            seen_dot[i, j] = einsum_result_dot[i, j] + term_3
            seen[i, j] = einsum_result[i, j] + passed_part[i, 0] * background[j]
        depth_dot[i] = 0.0
        depth[i] = 0.0
        for j in range(n):
            term_5 = 0.5 * weights[i, j] * (edges_dot[j + 1] + edges_dot[j])
            depth_dot[i] += 0.5 * weights_dot[i, j] * (edges[j + 1] + edges[j]) + term_5
            depth[i] += weights[i, j] * 0.5 * (edges[j + 1] + edges[j])
    return seen, depth, seen_dot, depth_dot
