import numpy as np


def einsum(left, right):
    """The sums of left[r, s] * right[r, s, c] over s."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], right.shape[2]))
    for r in range(left.shape[0]):
        for c in range(right.shape[2]):
            total = 0.0
            for s in range(left.shape[1]):
                total += left[r, s] * right[r, s, c]
            result[r, c] = total
    return result


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for r in range(left.shape[0]):
        for c in range(right.shape[2]):
            total_bar = result_bar[r, c]
            for s in range(left.shape[1]):
                left_bar[r, s] += right[r, s, c] * total_bar
                right_bar[r, s, c] += left[r, s] * total_bar


def products_along(a):
    """The products of the elements of a matrix up to each, along an axis."""
    values = np.empty(a.shape)
    for k in range(a.shape[0]):
        running = 1.0
        for i in range(a.shape[1]):
            running *= a[k, i]
            values[k, i] = running
    return values


def products_along_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    running_saved = np.empty(a.shape[1])
    for k in range(a.shape[0]):
        running = 1.0
        for i in range(a.shape[1]):
            running_saved[i] = running
            running *= a[k, i]
        running_bar = 0.0
        for i in range(a.shape[1] - 1, -1, -1):
            running_bar += result_bar[k, i]
            a_bar[k, i] += running_saved[i] * running_bar
            running_bar = a[k, i] * running_bar


def volume_rendering_vjp(
    density, colour, near, far, background, result_0_bar, result_1_bar
):
    """The adjoints of density, colour, near, far and background of volume_rendering,
    for the adjoint of its result.
    """
    # forward sweep
    n = density.shape[1]
    edges = np.linspace(near, far, n + 1)
    if density.shape[1] != len(edges[1:]):
        raise ValueError("density and edges[1:] have different shapes")
    alpha = np.empty_like(density)
    a = np.empty_like(density)
    for i in range(density.shape[0]):
        for j in range(n):
            alpha[i, j] = 1.0 - np.exp(-density[i, j] * (edges[j + 1] - edges[j]))
            a[i, j] = 1.0 - alpha[i, j]
    passed = products_along(a)
    arrays_0 = np.ones_like(passed[:, :1])
    arrays_1 = passed[:, :-1]
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1]
    before = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    before[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    before[:, start:] = arrays_1
    if n != length:
        raise ValueError("alpha and before have different shapes")
    weights = np.empty_like(density)
    for i in range(density.shape[0]):
        for j in range(n):
            weights[i, j] = alpha[i, j] * before[i, j]
    einsum_result = einsum(weights, colour)
    if einsum_result.shape[0] != passed[:, -1:].shape[0]:
        raise ValueError("einsum_result and passed[:, -1:] have different shapes")
    if einsum_result.shape[1] != len(background):
        raise ValueError("einsum_result and background have different shapes")
    passed_part = passed[:, -1:]

    # reverse sweep
    density_bar = np.empty_like(density)
    colour_bar = np.zeros_like(colour)
    background_bar = np.zeros_like(background)
    seen_bar = result_0_bar.copy()
    depth_bar = result_1_bar.copy()
    edges_bar = np.zeros_like(edges)
    passed_bar = np.zeros_like(passed)
    weights_bar = np.empty_like(weights)
    einsum_result_bar = np.empty_like(einsum_result)
    passed_part_bar = passed_bar[:, -1:]
    for i in range(density.shape[0]):
        for j in range(n):
            weights_bar[i, j] = 0.5 * (edges[j + 1] + edges[j]) * depth_bar[i]
            sum_bar = 0.5 * weights[i, j] * depth_bar[i]
            edges_bar[j + 1] += sum_bar
            edges_bar[j] += sum_bar
        for j in range(colour.shape[2]):
            einsum_result_bar[i, j] = seen_bar[i, j]
            passed_part_bar[i, 0] += background[j] * seen_bar[i, j]
            background_bar[j] += passed_part[i, 0] * seen_bar[i, j]
    einsum_adjoint(weights, colour, einsum_result_bar, weights_bar, colour_bar)
    alpha_bar = np.empty_like(alpha)
    before_bar = np.zeros_like(before)
    for i in range(density.shape[0]):
        for j in range(n):
            alpha_bar[i, j] = before[i, j] * weights_bar[i, j]
            before_bar[i, j] += alpha[i, j] * weights_bar[i, j]
    arrays_1_bar = passed_bar[:, :-1]
    arrays_1_bar += before_bar[:, start:]
    a_bar = np.zeros_like(a)
    products_along_adjoint(a, passed_bar, a_bar)
    for i in range(density.shape[0]):
        for j in range(n):
            alpha_bar[i, j] -= a_bar[i, j]
            exponential = np.exp(-density[i, j] * (edges[j + 1] - edges[j]))
            product_bar = -exponential * alpha_bar[i, j]
            density_bar[i, j] = (edges[j] - edges[j + 1]) * product_bar
            edges_bar[j + 1] -= density[i, j] * product_bar
            edges_bar[j] += density[i, j] * product_bar
    near_bar = np.sum(np.linspace(1.0, 0.0, n + 1) * edges_bar)
    far_bar = np.sum(np.linspace(0.0, 1.0, n + 1) * edges_bar)
    return density_bar, colour_bar, near_bar, far_bar, background_bar
