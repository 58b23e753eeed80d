import numpy as np


def bounded_tangent(a, upper, a_dot):
    """bounded and its tangent."""
    if a < 0.0:
        a_dot = 0.0
        a = 0.0
    if a > upper or upper != upper:
        a_dot = 0.0
        a = upper
    return a, a_dot


def indices(dimensions_0, dimensions_1):
    """The index of each element of an array of some shape, along each axis."""
    axes_0 = np.arange(dimensions_0)
    axes_1 = np.arange(dimensions_1)
    zeros = np.zeros((len(axes_0), len(axes_1)), dtype=np.int64)
    result_0 = np.empty_like(zeros)
    result_1 = np.empty_like(zeros)
    for i in range(len(axes_0)):
        for j in range(len(axes_1)):
            result_0[i, j] = zeros[i, j] + axes_0[i]
            result_1[i, j] = zeros[i, j] + axes_1[j]
    shape_0 = len(axes_0)
    shape_1 = len(axes_1)
    whole = np.empty((2, shape_0, shape_1), dtype=np.int64)
    for i in range(shape_0):
        for j in range(shape_1):
            whole[0, i, j] = result_0[i, j]
            whole[1, i, j] = result_1[i, j]
    return whole


def bilinear_warp_jvp(picture, affine, target, picture_dot, affine_dot, target_dot):
    """The value of bilinear_warp, and its derivative in the direction picture_dot,
    affine_dot, target_dot.
    """
    row = indices(target.shape[0], target.shape[1])
    if row.shape[0] != 2:
        raise ValueError("row is unpacked into 2 names")
    rows = row[0]
    columns = row[1]
    affine_part_dot = affine_dot[0, 0]
    affine_part = affine[0, 0]
    affine_part_2_dot = affine_dot[0, 1]
    affine_part_2 = affine[0, 1]
    affine_part_3_dot = affine_dot[0, 2]
    affine_part_3 = affine[0, 2]
    affine_part_4_dot = affine_dot[1, 0]
    affine_part_4 = affine[1, 0]
    affine_part_5_dot = affine_dot[1, 1]
    affine_part_5 = affine[1, 1]
    affine_part_6_dot = affine_dot[1, 2]
    affine_part_6 = affine[1, 2]
    a_max = picture.shape[0] - 1.001
    y_2_dot = np.zeros((row.shape[1], row.shape[2]))
    y_2 = np.empty((row.shape[1], row.shape[2]))
    a_max_2 = picture.shape[1] - 1.001
    x_2_dot = np.zeros((row.shape[1], row.shape[2]))
    x_2 = np.empty((row.shape[1], row.shape[2]))
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            y_dot = (
                affine_part_dot * rows[k, m]
                + affine_part_2_dot * columns[k, m]
                + affine_part_3_dot
            )
            y = affine_part * rows[k, m] + affine_part_2 * columns[k, m] + affine_part_3
            x_dot = (
                affine_part_4_dot * rows[k, m]
                + affine_part_5_dot * columns[k, m]
                + affine_part_6_dot
            )
            x = (
                affine_part_4 * rows[k, m]
                + affine_part_5 * columns[k, m]
                + affine_part_6
            )
            y_2[k, m], y_2_dot[k, m] = bounded_tangent(y, a_max, y_dot)
            x_2[k, m], x_2_dot[k, m] = bounded_tangent(x, a_max_2, x_dot)
    a = np.empty_like(y_2)
    i = np.empty(a.shape, dtype=np.int64)
    a_2 = np.empty_like(x_2)
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            a[k, m] = np.floor(y_2[k, m])
            a_2[k, m] = np.floor(x_2[k, m])
    i[:] = a
    j = np.empty(a_2.shape, dtype=np.int64)
    j[:] = a_2
    v_dot = np.empty_like(y_2)
    v = np.empty_like(y_2)
    u_dot = np.empty_like(x_2)
    u = np.empty_like(x_2)
    picture_taken_dot = np.empty((i.shape[0], i.shape[1]))
    picture_taken = np.empty((i.shape[0], i.shape[1]))
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            picture_taken_dot[k, m] = picture_dot[i[k, m], j[k, m]]
            picture_taken[k, m] = picture[i[k, m], j[k, m]]
    index = np.empty_like(j)
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            v_dot[k, m] = y_2_dot[k, m]
            v[k, m] = y_2[k, m] - i[k, m]
            u_dot[k, m] = x_2_dot[k, m]
            u[k, m] = x_2[k, m] - j[k, m]
            index[k, m] = j[k, m] + 1
    picture_taken_2_dot = np.empty((i.shape[0], i.shape[1]))
    picture_taken_2 = np.empty((i.shape[0], i.shape[1]))
    for k_2 in range(i.shape[0]):
        for m_2 in range(i.shape[1]):
            picture_taken_2_dot[k_2, m_2] = picture_dot[i[k_2, m_2], index[k_2, m_2]]
            picture_taken_2[k_2, m_2] = picture[i[k_2, m_2], index[k_2, m_2]]
    above_dot = np.empty_like(x_2)
    above = np.empty_like(x_2)
    index_2 = np.empty_like(i)
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            above_dot[k, m] = (
                (1.0 - u[k, m]) * picture_taken_dot[k, m]
                - u_dot[k, m] * picture_taken[k, m]
                + (
                    u_dot[k, m] * picture_taken_2[k, m]
                    + u[k, m] * picture_taken_2_dot[k, m]
                )
            )
            term = (1.0 - u[k, m]) * picture_taken[k, m]
            above[k, m] = term + u[k, m] * picture_taken_2[k, m]
            index_2[k, m] = i[k, m] + 1
    picture_taken_3_dot = np.empty((row.shape[1], row.shape[2]))
    picture_taken_3 = np.empty((row.shape[1], row.shape[2]))
    for k_3 in range(index_2.shape[0]):
        for m_3 in range(index_2.shape[1]):
            picture_taken_3_dot[k_3, m_3] = picture_dot[index_2[k_3, m_3], j[k_3, m_3]]
            picture_taken_3[k_3, m_3] = picture[index_2[k_3, m_3], j[k_3, m_3]]
    picture_taken_4_dot = np.empty((row.shape[1], row.shape[2]))
    picture_taken_4 = np.empty((row.shape[1], row.shape[2]))
    for k_4 in range(index_2.shape[0]):
        for m_4 in range(index_2.shape[1]):
            picture_taken_4_dot[k_4, m_4] = picture_dot[
                index_2[k_4, m_4], index[k_4, m_4]
            ]
            picture_taken_4[k_4, m_4] = picture[index_2[k_4, m_4], index[k_4, m_4]]
    if row.shape[1] != target.shape[0]:
        raise ValueError("above and target have different shapes")
    if row.shape[2] != target.shape[1]:
        raise ValueError("above and target have different shapes")
    total_dot = 0.0
    total = 0.0
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            below_dot = (
                (1.0 - u[k, m]) * picture_taken_3_dot[k, m]
                - u_dot[k, m] * picture_taken_3[k, m]
                + (
                    u_dot[k, m] * picture_taken_4[k, m]
                    + u[k, m] * picture_taken_4_dot[k, m]
                )
            )
            term_2 = (1.0 - u[k, m]) * picture_taken_3[k, m]
            below = term_2 + u[k, m] * picture_taken_4[k, m]
            total_dot += (
                2.0
                * ((1.0 - v[k, m]) * above[k, m] + v[k, m] * below - target[k, m])
                * (
                    (1.0 - v[k, m]) * above_dot[k, m]
                    - v_dot[k, m] * above[k, m]
                    + (v_dot[k, m] * below + v[k, m] * below_dot)
                    - target_dot[k, m]
                )
            )
            factor = (1.0 - v[k, m]) * above[k, m] + v[k, m] * below - target[k, m]
            total += factor**2
    return 0.5 * total, 0.5 * total_dot
