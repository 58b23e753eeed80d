import numpy as np


def column_stack_tangent(tup_0, tup_1, tup_1_dot):
    """column_stack and its tangent."""
    arrays_0 = tup_0[:, None]
    if arrays_0.shape[0] != tup_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + tup_1.shape[1]
    whole_dot = np.zeros((arrays_0.shape[0], length))
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole_dot[:, :stop] = 0.0
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    whole_dot[:, start:] = tup_1_dot
    whole[:, start:] = tup_1
    return whole, whole_dot


def kernel_tangent(a, b, a_dot, b_dot):
    """kernel and its tangent."""
    if a[:, None].shape[2] != b[None].shape[2]:
        raise ValueError("a[:, None] and b[None] have different shapes")
    out_dot = np.empty((a.shape[0], b.shape[0]))
    out = np.empty((a.shape[0], b.shape[0]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            d2_dot = 0.0
            d2 = 0.0
            for k in range(a.shape[1]):
                d2_dot += 2.0 * (a[i, k] - b[j, k]) * (a_dot[i, k] - b_dot[j, k])
                d2 += (a[i, k] - b[j, k]) ** 2
            logarithm = np.log(d2 + 0.001)
            out_dot[i, j] = 0.5 * d2_dot * logarithm + 0.5 * d2 * d2_dot / (d2 + 0.001)
            out[i, j] = 0.5 * d2 * logarithm
    return out, out_dot


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, solutions(a, term)


def thin_plate_spline_jvp(
    landmarks,
    marks,
    points,
    stiffness,
    landmarks_dot,
    marks_dot,
    points_dot,
    stiffness_dot,
):
    """The value of thin_plate_spline, and its derivative in the direction
    landmarks_dot, marks_dot, points_dot, stiffness_dot.
    """
    n = len(landmarks)
    affine, affine_dot = column_stack_tangent(np.ones(n), landmarks, landmarks_dot)
    system_dot = np.zeros((n + 3, n + 3))
    system = np.zeros((n + 3, n + 3))
    kernel_result, kernel_result_dot = kernel_tangent(
        landmarks, landmarks, landmarks_dot, landmarks_dot
    )
    if kernel_result.shape[0] != n:
        raise ValueError("kernel_result and an array of n have different shapes")
    if kernel_result.shape[1] != n:
        raise ValueError("kernel_result and an array of n have different shapes")
    if system[:n, :n].shape[0] != n:
        raise ValueError("system[:n, :n] and an array of n have different shapes")
    term_dot = np.zeros_like(kernel_result)
    term = np.empty_like(kernel_result)
    for i in range(n):
        for j in range(n):
            term_2 = stiffness_dot * (1.0 if i == j else 0.0)
            term_dot[i, j] = kernel_result_dot[i, j] + term_2
            term[i, j] = kernel_result[i, j] + stiffness * (1.0 if i == j else 0.0)
    system_dot[:n, :n] = term_dot
    system[:n, :n] = term
    if system[:n, n:].shape != affine.shape:
        raise ValueError("system[:n, n:] and affine have different shapes")
    system_dot[:n, n:] = affine_dot
    system[:n, n:] = affine
    system_dot[n:, :n] = affine_dot.T
    system[n:, :n] = affine.T
    tup_1 = np.zeros((3, 2))
    if marks.shape[1] != tup_1.shape[1]:
        raise ValueError("operands have different shapes")
    length = marks.shape[0] + tup_1.shape[0]
    values_dot = np.zeros((length, marks.shape[1]))
    values = np.empty((length, marks.shape[1]))
    stop = marks.shape[0]
    values_dot[:stop] = marks_dot
    values[:stop] = marks
    start = marks.shape[0]
    values_dot[start:] = 0.0
    values[start:] = tup_1
    weights, weights_dot = solutions_tangent(system, values, system_dot, values_dot)
    kernel_result_2, kernel_result_2_dot = kernel_tangent(
        points, landmarks, points_dot, landmarks_dot
    )
    if kernel_result_2.shape[1] != weights[:n].shape[0]:
        raise ValueError("kernel_result and weights[:n] have different shapes")
    moved_dot = kernel_result_2_dot @ weights[:n] + kernel_result_2 @ weights_dot[:n]
    moved = kernel_result_2 @ weights[:n]
    if points.shape[1] != weights[n + 1 :].shape[0]:
        raise ValueError("points and weights[n + 1 :] have different shapes")
    if moved.shape[0] != points.shape[0]:
        raise ValueError("moved and points have different shapes")
    product_dot = points_dot @ weights[n + 1 :] + points @ weights_dot[n + 1 :]
    product = points @ weights[n + 1 :]
    out_dot = np.empty_like(moved)
    out = np.empty_like(moved)
    for i in range(points.shape[0]):
        for j in range(moved.shape[1]):
            out_dot[i, j] = moved_dot[i, j] + weights_dot[n, j] + product_dot[i, j]
            out[i, j] = moved[i, j] + weights[n, j] + product[i, j]
    return out, out_dot
