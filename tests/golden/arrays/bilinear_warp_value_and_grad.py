import numpy as np


def bounded(a, upper):
    """a, or the bound that it is beyond."""
    if a < 0.0:
        a = 0.0
    if a > upper or upper != upper:
        a = upper
    return a


def bounded_adjoint(a, upper, result_bar):
    """The adjoint of a in bounded."""
    # forward sweep
    condition = a < 0.0
    if condition:
        a = 0.0

    # reverse sweep
    a_bar = result_bar
    if a > upper or upper != upper:
        a_bar = 0.0
    if condition:
        a_bar = 0.0
    return a_bar


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


def bilinear_warp_value_and_grad(picture, affine, target):
    """The value of bilinear_warp, and its gradient with respect to picture, affine
    and target.
    """
    # forward sweep
    dimensions_0 = target.shape[0]
    dimensions_1 = target.shape[1]
    axes_0 = np.arange(dimensions_0)
    axes_1 = np.arange(dimensions_1)
    meshgrid_0, meshgrid_1 = meshgrid(axes_0, axes_1)
    row = stacked(meshgrid_0, meshgrid_1)
    rows = row[0]
    columns = row[1]
    affine_part = affine[0, 0]
    affine_part_2 = affine[0, 1]
    affine_part_3 = affine[0, 2]
    y = np.empty((row.shape[1], row.shape[2]))
    affine_part_4 = affine[1, 0]
    affine_part_5 = affine[1, 1]
    affine_part_6 = affine[1, 2]
    x = np.empty((row.shape[1], row.shape[2]))
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            y[k, m] = (
                affine_part * rows[k, m] + affine_part_2 * columns[k, m] + affine_part_3
            )
            x[k, m] = (
                affine_part_4 * rows[k, m]
                + affine_part_5 * columns[k, m]
                + affine_part_6
            )
    a_max = picture.shape[0] - 1.001
    clip_values = np.empty_like(y)
    for i_2 in range(y.shape[0]):
        for j_2 in range(y.shape[1]):
            a_ij = y[i_2, j_2]
            clip_values[i_2, j_2] = bounded(a_ij, a_max)
    y_2 = clip_values
    a_max_2 = picture.shape[1] - 1.001
    clip_values_2 = np.empty_like(x)
    for i_3 in range(x.shape[0]):
        for j_3 in range(x.shape[1]):
            a_ij_2 = x[i_3, j_3]
            clip_values_2[i_3, j_3] = bounded(a_ij_2, a_max_2)
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
    picture_taken = np.empty((i.shape[0], i.shape[1]))
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            picture_taken[k, m] = picture[i[k, m], j[k, m]]
    index = np.empty_like(j)
    picture_taken_2 = np.empty((i.shape[0], i.shape[1]))
    above = np.empty_like(x_2)
    index_2 = np.empty_like(i)
    picture_taken_3 = np.empty((i.shape[0], i.shape[1]))
    index_3 = np.empty_like(i)
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            index_2[k, m] = i[k, m] + 1
            index_3[k, m] = i[k, m] + 1
    for k_3 in range(index_2.shape[0]):
        for m_3 in range(index_2.shape[1]):
            picture_taken_3[k_3, m_3] = picture[index_2[k_3, m_3], j[k_3, m_3]]
    index_4 = np.empty_like(j)
    for k in range(j.shape[0]):
        for m in range(j.shape[1]):
            index[k, m] = j[k, m] + 1
            index_4[k, m] = j[k, m] + 1
    for k_2 in range(i.shape[0]):
        for m_2 in range(i.shape[1]):
            picture_taken_2[k_2, m_2] = picture[i[k_2, m_2], index[k_2, m_2]]
    picture_taken_4 = np.empty((i.shape[0], i.shape[1]))
    for k_4 in range(index_3.shape[0]):
        for m_4 in range(index_3.shape[1]):
            picture_taken_4[k_4, m_4] = picture[index_3[k_4, m_4], index_4[k_4, m_4]]
    below = np.empty_like(x_2)
    for k in range(x_2.shape[0]):
        for m in range(x_2.shape[1]):
            u = x_2[k, m] - j[k, m]
            above[k, m] = (1.0 - u) * picture_taken[k, m] + u * picture_taken_2[k, m]
            below[k, m] = (1.0 - u) * picture_taken_3[k, m] + u * picture_taken_4[k, m]
    if x_2.shape[0] != target.shape[0]:
        raise ValueError("above and target have different shapes")
    if x_2.shape[1] != target.shape[1]:
        raise ValueError("above and target have different shapes")
    total = 0.0

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    affine_bar = np.zeros_like(affine)
    target_bar = np.zeros_like(target)
    clip_values_bar = np.zeros_like(clip_values)
    above_bar = np.zeros_like(above)
    below_bar = np.zeros_like(below)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(y_2.shape[0]):
        for m in range(y_2.shape[1]):
            v = y_2[k, m] - i[k, m]
            total += ((1.0 - v) * above[k, m] + v * below[k, m] - target[k, m]) ** 2
            difference_bar = (1.0 - v) * above[k, m] + v * below[k, m] - target[k, m]
            v_bar = (below[k, m] - above[k, m]) * difference_bar
            above_bar[k, m] += (1.0 - v) * difference_bar
            below_bar[k, m] += v * difference_bar
            target_bar[k, m] -= difference_bar
            clip_values_bar[k, m] += v_bar
    clip_values_2_bar = np.zeros_like(clip_values_2)
    picture_taken_bar = np.zeros_like(picture_taken)
    picture_taken_2_bar = np.zeros_like(picture_taken_2)
    picture_taken_3_bar = np.zeros_like(picture_taken_3)
    picture_taken_4_bar = np.zeros_like(picture_taken_4)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(x_2.shape[0]):
        for m in range(x_2.shape[1]):
            u = x_2[k, m] - j[k, m]
            u_bar = -picture_taken_3[k, m] * below_bar[k, m]
            picture_taken_3_bar[k, m] += (1.0 - u) * below_bar[k, m]
            u_bar += picture_taken_4[k, m] * below_bar[k, m]
            picture_taken_4_bar[k, m] += u * below_bar[k, m]
            u_bar -= picture_taken[k, m] * above_bar[k, m]
            picture_taken_bar[k, m] += (1.0 - u) * above_bar[k, m]
            u_bar += picture_taken_2[k, m] * above_bar[k, m]
            picture_taken_2_bar[k, m] += u * above_bar[k, m]
            clip_values_2_bar[k, m] += u_bar
    for k_4 in range(index_3.shape[0]):
        for m_4 in range(index_3.shape[1]):
            picture_bar[index_3[k_4, m_4], index_4[k_4, m_4]] += picture_taken_4_bar[
                k_4, m_4
            ]
    for k_2 in range(i.shape[0]):
        for m_2 in range(i.shape[1]):
            picture_bar[i[k_2, m_2], index[k_2, m_2]] += picture_taken_2_bar[k_2, m_2]
    for k_3 in range(index_2.shape[0]):
        for m_3 in range(index_2.shape[1]):
            picture_bar[index_2[k_3, m_3], j[k_3, m_3]] += picture_taken_3_bar[k_3, m_3]
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            picture_bar[i[k, m], j[k, m]] += picture_taken_bar[k, m]
    x_bar = np.zeros_like(x)
    for i_3 in range(x.shape[0]):
        for j_3 in range(x.shape[1]):
            a_ij_2 = x[i_3, j_3]
            a_ij_2_bar = bounded_adjoint(a_ij_2, a_max_2, clip_values_2_bar[i_3, j_3])
            x_bar[i_3, j_3] += a_ij_2_bar
    y_bar = np.zeros_like(y)
    for i_2 in range(y.shape[0]):
        for j_2 in range(y.shape[1]):
            a_ij = y[i_2, j_2]
            y_bar[i_2, j_2] += bounded_adjoint(a_ij, a_max, clip_values_bar[i_2, j_2])
    affine_part_bar = 0.0
    affine_part_2_bar = 0.0
    affine_part_3_bar = 0.0
    affine_part_4_bar = 0.0
    affine_part_5_bar = 0.0
    affine_part_6_bar = 0.0
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            affine_part_4_bar += rows[k, m] * x_bar[k, m]
            affine_part_5_bar += columns[k, m] * x_bar[k, m]
            affine_part_6_bar += x_bar[k, m]
            affine_part_bar += rows[k, m] * y_bar[k, m]
            affine_part_2_bar += columns[k, m] * y_bar[k, m]
            affine_part_3_bar += y_bar[k, m]
    affine_bar[1, 2] += affine_part_6_bar
    affine_bar[1, 1] += affine_part_5_bar
    affine_bar[1, 0] += affine_part_4_bar
    affine_bar[0, 2] += affine_part_3_bar
    affine_bar[0, 1] += affine_part_2_bar
    affine_bar[0, 0] += affine_part_bar
    return 0.5 * total, picture_bar, affine_bar, target_bar
