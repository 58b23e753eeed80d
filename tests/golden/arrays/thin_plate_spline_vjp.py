import numpy as np


def column_stack(tup_0, tup_1):
    """Vectors as the columns of a matrix, matrices beside them."""
    arrays_0 = tup_0[:, None]
    if arrays_0.shape[0] != tup_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + tup_1.shape[1]
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    whole[:, start:] = tup_1
    return whole


def column_stack_adjoint(tup_0, result_bar, tup_1_bar):
    """The adjoint of tup_1 is added to tup_1_bar."""
    # forward sweep
    arrays_0 = tup_0[:, None]
    if arrays_0.shape[0] != tup_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    start = arrays_0.shape[1]

    # reverse sweep
    tup_1_bar += result_bar[:, start:]


def kernel(a, b):
    if a[:, None].shape[2] != b[None].shape[2]:
        raise ValueError("a[:, None] and b[None] have different shapes")
    out = np.empty((a.shape[0], b.shape[0]))
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            d2 = 0.0
            for k in range(a.shape[1]):
                d2 += (a[i, k] - b[j, k]) ** 2
            out[i, j] = 0.5 * d2 * np.log(d2 + 0.001)
    return out


def kernel_adjoint(a, b, result_bar, a_bar, b_bar):
    """The adjoint of a and b is added to a_bar, b_bar."""
    # forward sweep
    if a[:, None].shape[2] != b[None].shape[2]:
        raise ValueError("a[:, None] and b[None] have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(b.shape[0]):
            d2 = 0.0
            for k in range(a.shape[1]):
                d2 += (a[i, k] - b[j, k]) ** 2
            d2_bar = 0.5 * np.log(d2 + 0.001) * result_bar[i, j]
            d2_bar += 0.5 * d2 * result_bar[i, j] / (d2 + 0.001)
            for k in range(a.shape[1]):
                difference_bar = 2.0 * (a[i, k] - b[j, k]) * d2_bar
                a_bar[i, k] += difference_bar
                b_bar[j, k] -= difference_bar


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solutions(a, b)
    w = solutions(a.T, z_bar)
    product = w @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]
    for i in range(b_bar.shape[0]):
        for j in range(b_bar.shape[1]):
            b_bar[i, j] += w[i, j]


def thin_plate_spline_vjp(landmarks, marks, points, stiffness, result_bar):
    """The adjoints of landmarks, marks, points and stiffness of thin_plate_spline,
    for the adjoint of its result.
    """
    # forward sweep
    n = len(landmarks)
    affine = column_stack(np.ones(n), landmarks)
    system = np.zeros((n + 3, n + 3))
    kernel_result = kernel(landmarks, landmarks)
    if kernel_result.shape[0] != n:
        raise ValueError("kernel_result and an array of n have different shapes")
    if kernel_result.shape[1] != n:
        raise ValueError("kernel_result and an array of n have different shapes")
    if system[:n, :n].shape[0] != n:
        raise ValueError("system[:n, :n] and an array of n have different shapes")
    term = np.empty_like(kernel_result)
    for i in range(n):
        for j in range(n):
            term[i, j] = kernel_result[i, j] + stiffness * (1.0 if i == j else 0.0)
    system[:n, :n] = term
    if system[:n, n:].shape != affine.shape:
        raise ValueError("system[:n, n:] and affine have different shapes")
    system[:n, n:] = affine
    system[n:, :n] = affine.T
    tup_1 = np.zeros((3, 2))
    if marks.shape[1] != tup_1.shape[1]:
        raise ValueError("operands have different shapes")
    length = marks.shape[0] + tup_1.shape[0]
    values = np.empty((length, marks.shape[1]))
    stop = marks.shape[0]
    values[:stop] = marks
    start = marks.shape[0]
    values[start:] = tup_1
    weights = solutions(system, values)
    kernel_result_2 = kernel(points, landmarks)
    if kernel_result_2.shape[1] != weights[:n].shape[0]:
        raise ValueError("kernel_result and weights[:n] have different shapes")
    moved = kernel_result_2 @ weights[:n]
    if points.shape[1] != weights[n + 1 :].shape[0]:
        raise ValueError("points and weights[n + 1 :] have different shapes")
    if moved.shape[0] != points.shape[0]:
        raise ValueError("moved and points have different shapes")
    product = points @ weights[n + 1 :]

    # reverse sweep
    landmarks_bar = np.zeros_like(landmarks)
    marks_bar = np.zeros_like(marks)
    out_bar = result_bar.copy()
    weights_bar = np.zeros_like(weights)
    moved_bar = np.empty_like(moved)
    product_bar = np.zeros_like(product)
    for i in range(points.shape[0]):
        for j in range(moved.shape[1]):
            moved_bar[i, j] = out_bar[i, j]
            weights_bar[n, j] += out_bar[i, j]
            product_bar[i, j] += out_bar[i, j]
    points_bar = product_bar @ weights[n + 1 :].T
    weights_bar[n + 1 :] += points.T @ product_bar
    kernel_result_2_bar = moved_bar @ weights[:n].T
    weights_bar[:n] += kernel_result_2.T @ moved_bar
    kernel_adjoint(points, landmarks, kernel_result_2_bar, points_bar, landmarks_bar)
    system_bar = np.zeros_like(system)
    values_bar = np.zeros_like(values)
    solutions_adjoint(system, values, weights_bar, system_bar, values_bar)
    values_bar[start:] = 0.0
    marks_bar += values_bar[:stop]
    affine_bar = system_bar[n:, :n].T.copy()
    system_bar[n:, :n] = 0.0
    affine_bar += system_bar[:n, n:]
    system_bar[:n, n:] = 0.0
    term_bar = system_bar[:n, :n].copy()
    kernel_result_bar = np.empty_like(kernel_result)
    stiffness_bar = 0.0
    for i in range(n):
        for j in range(n):
            kernel_result_bar[i, j] = term_bar[i, j]
            stiffness_bar += (1.0 if i == j else 0.0) * term_bar[i, j]
    kernel_adjoint(
        landmarks, landmarks, kernel_result_bar, landmarks_bar, landmarks_bar
    )
    column_stack_adjoint(np.ones(n), affine_bar, landmarks_bar)
    return landmarks_bar, marks_bar, points_bar, stiffness_bar
