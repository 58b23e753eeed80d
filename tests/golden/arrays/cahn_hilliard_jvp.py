import numpy as np


def continued_2_tangent(a, a_dot):
    """continued_2 and its tangent."""
    length = a.shape[1]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole_dot = np.zeros((a.shape[0], length_2))
    whole = np.empty((a.shape[0], length_2))
    place_dot = whole_dot.T
    place = whole.T
    rows_dot = a_dot.T
    rows = a.T
    for i in range(1 + length + 1):
        for j in range(a.shape[0]):
            place_dot[i, j] = rows_dot[(i - 1) % length, j]
            place[i, j] = rows[(i - 1) % length, j]
    return whole, whole_dot


def continued_tangent(a, a_dot):
    """continued and its tangent."""
    length = a.shape[0]
    if length == 0:
        raise ValueError("an empty axis can't be continued")
    length_2 = 1 + length + 1
    whole_dot = np.empty((length_2, a.shape[1]))
    whole = np.empty((length_2, a.shape[1]))
    for i in range(1 + length + 1):
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[(i - 1) % length, j]
            whole[i, j] = a[(i - 1) % length, j]
    return whole, whole_dot


def laplacian_tangent(c, c_dot):
    """laplacian and its tangent."""
    longer, longer_dot = continued_tangent(c, c_dot)
    p, p_dot = continued_2_tangent(longer, longer_dot)
    if p[1:-1, :-2].shape[0] != c.shape[0]:
        raise ValueError("p[1:-1, :-2] and c have different shapes")
    if p[1:-1, :-2].shape[1] != c.shape[1]:
        raise ValueError("p[1:-1, :-2] and c have different shapes")
    out_dot = np.empty((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
    out = np.empty((max(p.shape[0] - 2, 0), max(p.shape[1] - 2, 0)))
    for i in range(p.shape[0] - 2):
        for j in range(p.shape[1] - 2):
            out_dot[i, j] = (
                p_dot[i + 2, j + 1]
                + p_dot[i, j + 1]
                + p_dot[i + 1, j + 2]
                + p_dot[i + 1, j]
                - 4.0 * c_dot[i, j]
            )
            out[i, j] = (
                p[i + 2, j + 1]
                + p[i, j + 1]
                + p[i + 1, j + 2]
                + p[i + 1, j]
                - 4.0 * c[i, j]
            )
    return out, out_dot


def rolled_2_tangent(a, a_dot):
    """rolled_2 and its tangent."""
    length = a.shape[1]
    whole_dot = np.zeros(a.shape)
    whole = np.empty(a.shape)
    place_dot = whole_dot.T
    place = whole.T
    rows_dot = a_dot.T
    rows = a.T
    for i in range(length):
        for j in range(a.shape[0]):
            place_dot[i, j] = rows_dot[(i + 1) % length, j]
            place[i, j] = rows[(i + 1) % length, j]
    return whole, whole_dot


def rolled_tangent(a, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        for j in range(a.shape[1]):
            whole_dot[i, j] = a_dot[(i + 1) % length, j]
            whole[i, j] = a[(i + 1) % length, j]
    return whole, whole_dot


def cahn_hilliard_jvp(c, gap, dt, steps, c_dot, gap_dot, dt_dot):
    """The value of cahn_hilliard, and its derivative in the direction c_dot,
    gap_dot, dt_dot.
    """
    for _ in range(steps):
        laplacian_result, laplacian_result_dot = laplacian_tangent(c, c_dot)
        operand_dot = np.empty_like(laplacian_result)
        operand = np.empty_like(laplacian_result)
        for i in range(laplacian_result.shape[0]):
            for j in range(laplacian_result.shape[1]):
                term = gap * laplacian_result_dot[i, j]
                operand_dot[i, j] = gap_dot * laplacian_result[i, j] + term
                operand[i, j] = gap * laplacian_result[i, j]
        if c.shape[0] != laplacian_result.shape[0]:
            raise ValueError("c and operand have different shapes")
        if c.shape[1] != laplacian_result.shape[1]:
            raise ValueError("c and operand have different shapes")
        potential_dot = np.empty_like(c)
        potential = np.empty_like(c)
        for i in range(c.shape[0]):
            for j in range(c.shape[1]):
                potential_dot[i, j] = (
                    3.0 * c[i, j] ** 2 * c_dot[i, j] - c_dot[i, j] - operand_dot[i, j]
                )
                potential[i, j] = c[i, j] ** 3 - c[i, j] - operand[i, j]
        laplacian_result_2, laplacian_result_2_dot = laplacian_tangent(
            potential, potential_dot
        )
        operand_2_dot = np.empty_like(laplacian_result_2)
        operand_2 = np.empty_like(laplacian_result_2)
        for i in range(laplacian_result_2.shape[0]):
            for j in range(laplacian_result_2.shape[1]):
                term_2 = dt * laplacian_result_2_dot[i, j]
                operand_2_dot[i, j] = dt_dot * laplacian_result_2[i, j] + term_2
                operand_2[i, j] = dt * laplacian_result_2[i, j]
        if c.shape[0] != laplacian_result_2.shape[0]:
            raise ValueError("c and operand have different shapes")
        if c.shape[1] != laplacian_result_2.shape[1]:
            raise ValueError("c and operand have different shapes")
        c_new_dot = np.empty_like(c)
        c_new = np.empty_like(c)
        for i in range(c.shape[0]):
            for j in range(c.shape[1]):
                c_new_dot[i, j] = c_dot[i, j] + operand_2_dot[i, j]
                c_new[i, j] = c[i, j] + operand_2[i, j]
        c_dot = c_new_dot
        c = c_new
    rolled_result, rolled_result_dot = rolled_tangent(c, c_dot)
    if rolled_result.shape[0] != c.shape[0]:
        raise ValueError("rolled_result and c have different shapes")
    if rolled_result.shape[1] != c.shape[1]:
        raise ValueError("rolled_result and c have different shapes")
    gx_dot = np.empty_like(rolled_result)
    gx = np.empty_like(rolled_result)
    for i in range(rolled_result.shape[0]):
        for j in range(rolled_result.shape[1]):
            gx_dot[i, j] = rolled_result_dot[i, j] - c_dot[i, j]
            gx[i, j] = rolled_result[i, j] - c[i, j]
    rolled_2_result, rolled_2_result_dot = rolled_2_tangent(c, c_dot)
    if rolled_2_result.shape[0] != c.shape[0]:
        raise ValueError("rolled_2_result and c have different shapes")
    if rolled_2_result.shape[1] != c.shape[1]:
        raise ValueError("rolled_2_result and c have different shapes")
    gy_dot = np.empty_like(rolled_2_result)
    gy = np.empty_like(rolled_2_result)
    for i in range(rolled_2_result.shape[0]):
        for j in range(rolled_2_result.shape[1]):
            gy_dot[i, j] = rolled_2_result_dot[i, j] - c_dot[i, j]
            gy[i, j] = rolled_2_result[i, j] - c[i, j]
    total_dot = 0.0
    total = 0.0
    for i in range(c.shape[0]):
        for j in range(c.shape[1]):
            term_4 = (
                0.5
                * gap
                * (2.0 * gx[i, j] * gx_dot[i, j] + 2.0 * gy[i, j] * gy_dot[i, j])
            )
            term_3 = 0.5 * gap_dot * (gx[i, j] ** 2 + gy[i, j] ** 2) + term_4
            total_dot += (c[i, j] ** 2 - 1.0) * c[i, j] * c_dot[i, j] + term_3
            term_5 = 0.5 * gap * (gx[i, j] ** 2 + gy[i, j] ** 2)
            total += 0.25 * (c[i, j] ** 2 - 1.0) ** 2 + term_5
    return total, total_dot
