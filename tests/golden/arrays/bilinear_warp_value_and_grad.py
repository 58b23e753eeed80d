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


def bilinear_warp_value_and_grad(picture, affine, target):
    """The value of bilinear_warp, and its gradient with respect to picture, affine
    and target.
    """
    # forward sweep
    row = indices(target.shape[0], target.shape[1])
    if row.shape[0] != 2:
        raise ValueError("row is unpacked into 2 names")
    rows = row[0]
    columns = row[1]
    affine_part = affine[0, 0]
    affine_part_2 = affine[0, 1]
    affine_part_3 = affine[0, 2]
    affine_part_4 = affine[1, 0]
    affine_part_5 = affine[1, 1]
    affine_part_6 = affine[1, 2]
    a_max = picture.shape[0] - 1.001
    y_2 = np.empty((row.shape[1], row.shape[2]))
    a_max_2 = picture.shape[1] - 1.001
    x_2 = np.empty((row.shape[1], row.shape[2]))
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            y = affine_part * rows[k, m] + affine_part_2 * columns[k, m] + affine_part_3
            x = (
                affine_part_4 * rows[k, m]
                + affine_part_5 * columns[k, m]
                + affine_part_6
            )
            y_2[k, m] = bounded(y, a_max)
            x_2[k, m] = bounded(x, a_max_2)
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
    v = np.empty_like(y_2)
    u = np.empty_like(x_2)
    picture_taken = np.empty((i.shape[0], i.shape[1]))
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            picture_taken[k, m] = picture[i[k, m], j[k, m]]
    index = np.empty_like(j)
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            v[k, m] = y_2[k, m] - i[k, m]
            u[k, m] = x_2[k, m] - j[k, m]
            index[k, m] = j[k, m] + 1
    picture_taken_2 = np.empty((i.shape[0], i.shape[1]))
    for k_2 in range(i.shape[0]):
        for m_2 in range(i.shape[1]):
            picture_taken_2[k_2, m_2] = picture[i[k_2, m_2], index[k_2, m_2]]
    above = np.empty_like(x_2)
    index_2 = np.empty_like(i)
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            term = (1.0 - u[k, m]) * picture_taken[k, m]
            above[k, m] = term + u[k, m] * picture_taken_2[k, m]
            index_2[k, m] = i[k, m] + 1
    picture_taken_3 = np.empty((row.shape[1], row.shape[2]))
    for k_3 in range(index_2.shape[0]):
        for m_3 in range(index_2.shape[1]):
            picture_taken_3[k_3, m_3] = picture[index_2[k_3, m_3], j[k_3, m_3]]
    picture_taken_4 = np.empty((row.shape[1], row.shape[2]))
    for k_4 in range(index_2.shape[0]):
        for m_4 in range(index_2.shape[1]):
            picture_taken_4[k_4, m_4] = picture[index_2[k_4, m_4], index[k_4, m_4]]
    if row.shape[1] != target.shape[0]:
        raise ValueError("above and target have different shapes")
    if row.shape[2] != target.shape[1]:
        raise ValueError("above and target have different shapes")
    total = 0.0

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    affine_bar = np.zeros_like(affine)
    target_bar = np.empty_like(target)
    v_bar = np.empty_like(v)
    u_bar = np.empty_like(u)
    above_bar = np.empty_like(above)
    picture_taken_3_bar = np.empty_like(picture_taken_3)
    picture_taken_4_bar = np.empty_like(picture_taken_4)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            term_2 = (1.0 - u[k, m]) * picture_taken_3[k, m]
            below = term_2 + u[k, m] * picture_taken_4[k, m]
            factor = (1.0 - v[k, m]) * above[k, m] + v[k, m] * below - target[k, m]
            total += factor**2
            difference_bar = (
                (1.0 - v[k, m]) * above[k, m] + v[k, m] * below - target[k, m]
            )
            above_bar[k, m] = (1.0 - v[k, m]) * difference_bar
            v_bar[k, m] = (below - above[k, m]) * difference_bar
            below_bar = v[k, m] * difference_bar
            target_bar[k, m] = -difference_bar
            u_bar[k, m] = -picture_taken_3[k, m] * below_bar
            picture_taken_3_bar[k, m] = (1.0 - u[k, m]) * below_bar
            u_bar[k, m] += picture_taken_4[k, m] * below_bar
            picture_taken_4_bar[k, m] = u[k, m] * below_bar
    for k_4 in range(index_2.shape[0]):
        for m_4 in range(index_2.shape[1]):
            picture_bar[index_2[k_4, m_4], index[k_4, m_4]] += picture_taken_4_bar[
                k_4, m_4
            ]
    for k_3 in range(index_2.shape[0]):
        for m_3 in range(index_2.shape[1]):
            picture_bar[index_2[k_3, m_3], j[k_3, m_3]] += picture_taken_3_bar[k_3, m_3]
    picture_taken_bar = np.empty_like(picture_taken)
    picture_taken_2_bar = np.empty_like(picture_taken_2)
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            u_bar[k, m] -= picture_taken[k, m] * above_bar[k, m]
            picture_taken_bar[k, m] = (1.0 - u[k, m]) * above_bar[k, m]
            u_bar[k, m] += picture_taken_2[k, m] * above_bar[k, m]
            picture_taken_2_bar[k, m] = u[k, m] * above_bar[k, m]
    for k_2 in range(i.shape[0]):
        for m_2 in range(i.shape[1]):
            picture_bar[i[k_2, m_2], index[k_2, m_2]] += picture_taken_2_bar[k_2, m_2]
    y_2_bar = np.empty_like(y_2)
    x_2_bar = np.empty_like(x_2)
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            x_2_bar[k, m] = u_bar[k, m]
            y_2_bar[k, m] = v_bar[k, m]
    for k in range(i.shape[0]):
        for m in range(i.shape[1]):
            picture_bar[i[k, m], j[k, m]] += picture_taken_bar[k, m]

    # forward and reverse in one sweep: the iterations are independent
    affine_part_6_bar = 0.0
    affine_part_5_bar = 0.0
    affine_part_4_bar = 0.0
    affine_part_3_bar = 0.0
    affine_part_2_bar = 0.0
    affine_part_bar = 0.0
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            y = affine_part * rows[k, m] + affine_part_2 * columns[k, m] + affine_part_3
            x = (
                affine_part_4 * rows[k, m]
                + affine_part_5 * columns[k, m]
                + affine_part_6
            )
            x_bar = bounded_adjoint(x, a_max_2, x_2_bar[k, m])
            y_bar = bounded_adjoint(y, a_max, y_2_bar[k, m])
            affine_part_4_bar += rows[k, m] * x_bar
            affine_part_5_bar += columns[k, m] * x_bar
            affine_part_6_bar += x_bar
            affine_part_bar += rows[k, m] * y_bar
            affine_part_2_bar += columns[k, m] * y_bar
            affine_part_3_bar += y_bar
    affine_bar[1, 2] += affine_part_6_bar
    affine_bar[1, 1] += affine_part_5_bar
    affine_bar[1, 0] += affine_part_4_bar
    affine_bar[0, 2] += affine_part_3_bar
    affine_bar[0, 1] += affine_part_2_bar
    affine_bar[0, 0] += affine_part_bar
    return 0.5 * total, picture_bar, affine_bar, target_bar
