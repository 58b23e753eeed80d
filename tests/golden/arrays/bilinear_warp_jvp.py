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


def meshgrid(xi_0, xi_1):
    """The coordinates of the points of a grid, from those along its axes."""
    axes_0 = xi_0
    axes_1 = xi_1
    zeros = np.zeros((len(axes_0), len(axes_1)), dtype=np.int64)
    result_0 = np.empty_like(zeros)
    result_1 = np.empty_like(zeros)
    for i in range(len(axes_0)):
        for j in range(len(axes_1)):
            result_0[i, j] = zeros[i, j] + axes_0[i]
            result_1[i, j] = zeros[i, j] + axes_1[j]
    return result_0, result_1


def stacked(arrays_0, arrays_1):
    """Arrays beside each other, along a new axis."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    if arrays_0.shape[1] != arrays_1.shape[1]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    shape_0 = arrays_0.shape[0]
    shape_1 = arrays_0.shape[1]
    whole = np.empty((2, shape_0, shape_1), dtype=np.int64)
    for i in range(shape_0):
        for j in range(shape_1):
            whole[0, i, j] = arrays_0[i, j]
            whole[1, i, j] = arrays_1[i, j]
    return whole


def bilinear_warp_jvp(picture, affine, target, picture_dot, affine_dot, target_dot):
    """The value of bilinear_warp, and its derivative in the direction picture_dot,
    affine_dot, target_dot.
    """
    dimensions_0 = target.shape[0]
    dimensions_1 = target.shape[1]
    axes_0 = np.arange(dimensions_0)
    axes_1 = np.arange(dimensions_1)
    meshgrid_0, meshgrid_1 = meshgrid(axes_0, axes_1)
    row = stacked(meshgrid_0, meshgrid_1)
    rows = row[0]
    columns = row[1]
    affine_part_dot = affine_dot[0, 0]
    affine_part = affine[0, 0]
    affine_part_2_dot = affine_dot[0, 1]
    affine_part_2 = affine[0, 1]
    affine_part_3_dot = affine_dot[0, 2]
    affine_part_3 = affine[0, 2]
    y_dot = np.zeros((row.shape[1], row.shape[2]))
    y = np.empty((row.shape[1], row.shape[2]))
    affine_part_4_dot = affine_dot[1, 0]
    affine_part_4 = affine[1, 0]
    affine_part_5_dot = affine_dot[1, 1]
    affine_part_5 = affine[1, 1]
    affine_part_6_dot = affine_dot[1, 2]
    affine_part_6 = affine[1, 2]
    x_dot = np.zeros((row.shape[1], row.shape[2]))
    x = np.empty((row.shape[1], row.shape[2]))
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            y_dot[k, m] = (
                affine_part_dot * rows[k, m]
                + affine_part_2_dot * columns[k, m]
                + affine_part_3_dot
            )
            y[k, m] = (
                affine_part * rows[k, m] + affine_part_2 * columns[k, m] + affine_part_3
            )
            x_dot[k, m] = (
                affine_part_4_dot * rows[k, m]
                + affine_part_5_dot * columns[k, m]
                + affine_part_6_dot
            )
            x[k, m] = (
                affine_part_4 * rows[k, m]
                + affine_part_5 * columns[k, m]
                + affine_part_6
            )
    a_max = picture.shape[0] - 1.001
    clip_values_dot = np.zeros_like(y)
    clip_values = np.empty_like(y)
    for i_2 in range(y.shape[0]):
        for j_2 in range(y.shape[1]):
            a_ij_dot = y_dot[i_2, j_2]
            a_ij = y[i_2, j_2]
            clip_values[i_2, j_2], clip_values_dot[i_2, j_2] = bounded_tangent(
                a_ij, a_max, a_ij_dot
            )
    y_2 = clip_values
    a_max_2 = picture.shape[1] - 1.001
    clip_values_2_dot = np.zeros_like(x)
    clip_values_2 = np.empty_like(x)
    for i_3 in range(x.shape[0]):
        for j_3 in range(x.shape[1]):
            a_ij_2_dot = x_dot[i_3, j_3]
            a_ij_2 = x[i_3, j_3]
            clip_values_2[i_3, j_3], clip_values_2_dot[i_3, j_3] = bounded_tangent(
                a_ij_2, a_max_2, a_ij_2_dot
            )
    x_2 = clip_values_2
    a = np.empty_like(y_2)
    for k in range(y_2.shape[0]):
        for m in range(y_2.shape[1]):
            a[k, m] = np.floor(y_2[k, m])
    values = np.empty(a.shape, dtype=np.int64)
    values[:] = a
    a_2 = np.empty_like(x_2)
    for k in range(x_2.shape[0]):
        for m in range(x_2.shape[1]):
            a_2[k, m] = np.floor(x_2[k, m])
    values_2 = np.empty(a_2.shape, dtype=np.int64)
    values_2[:] = a_2
    i = values
    j = values_2
    picture_taken_dot = np.zeros((i.shape[0], i.shape[1]))
    picture_taken = np.empty((i.shape[0], i.shape[1]))
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            picture_taken_dot[k, m] = picture_dot[i[k, m], j[k, m]]
            picture_taken[k, m] = picture[i[k, m], j[k, m]]
    index = np.empty_like(j)
    picture_taken_2_dot = np.zeros((i.shape[0], i.shape[1]))
    picture_taken_2 = np.empty((i.shape[0], i.shape[1]))
    above_dot = np.zeros_like(x_2)
    above = np.empty_like(x_2)
    index_2 = np.empty_like(i)
    picture_taken_3_dot = np.zeros((i.shape[0], i.shape[1]))
    picture_taken_3 = np.empty((i.shape[0], i.shape[1]))
    index_3 = np.empty_like(i)
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            index_2[k, m] = i[k, m] + 1
            index_3[k, m] = i[k, m] + 1
    for k_3 in range(index_2.shape[0]):
        for m_3 in range(index_2.shape[1]):
            picture_taken_3_dot[k_3, m_3] = picture_dot[index_2[k_3, m_3], j[k_3, m_3]]
            picture_taken_3[k_3, m_3] = picture[index_2[k_3, m_3], j[k_3, m_3]]
    index_4 = np.empty_like(j)
    for k in range(j.shape[0]):
        for m in range(j.shape[1]):
            index[k, m] = j[k, m] + 1
            index_4[k, m] = j[k, m] + 1
    for k_2 in range(i.shape[0]):
        for m_2 in range(i.shape[1]):
            picture_taken_2_dot[k_2, m_2] = picture_dot[i[k_2, m_2], index[k_2, m_2]]
            picture_taken_2[k_2, m_2] = picture[i[k_2, m_2], index[k_2, m_2]]
    picture_taken_4_dot = np.zeros((i.shape[0], i.shape[1]))
    picture_taken_4 = np.empty((i.shape[0], i.shape[1]))
    for k_4 in range(index_3.shape[0]):
        for m_4 in range(index_3.shape[1]):
            picture_taken_4_dot[k_4, m_4] = picture_dot[
                index_3[k_4, m_4], index_4[k_4, m_4]
            ]
            picture_taken_4[k_4, m_4] = picture[index_3[k_4, m_4], index_4[k_4, m_4]]
    below_dot = np.zeros_like(x_2)
    below = np.empty_like(x_2)
    for k in range(x_2.shape[0]):
        for m in range(x_2.shape[1]):
            u_dot = clip_values_2_dot[k, m]
            u = x_2[k, m] - j[k, m]
            above_dot[k, m] = (
                (1.0 - u) * picture_taken_dot[k, m]
                - u_dot * picture_taken[k, m]
                + (u_dot * picture_taken_2[k, m] + u * picture_taken_2_dot[k, m])
            )
            above[k, m] = (1.0 - u) * picture_taken[k, m] + u * picture_taken_2[k, m]
            below_dot[k, m] = (
                (1.0 - u) * picture_taken_3_dot[k, m]
                - u_dot * picture_taken_3[k, m]
                + (u_dot * picture_taken_4[k, m] + u * picture_taken_4_dot[k, m])
            )
            below[k, m] = (1.0 - u) * picture_taken_3[k, m] + u * picture_taken_4[k, m]
    if x_2.shape[0] != target.shape[0]:
        raise ValueError("above and target have different shapes")
    if x_2.shape[1] != target.shape[1]:
        raise ValueError("above and target have different shapes")
    total_dot = 0.0
    total = 0.0
    for k in range(y_2.shape[0]):
        for m in range(y_2.shape[1]):
            v_dot = clip_values_dot[k, m]
            v = y_2[k, m] - i[k, m]
            total_dot += (
                2.0
                * ((1.0 - v) * above[k, m] + v * below[k, m] - target[k, m])
                * (
                    (1.0 - v) * above_dot[k, m]
                    - v_dot * above[k, m]
                    + (v_dot * below[k, m] + v * below_dot[k, m])
                    - target_dot[k, m]
                )
            )
            total += ((1.0 - v) * above[k, m] + v * below[k, m] - target[k, m]) ** 2
    return 0.5 * total, 0.5 * total_dot
