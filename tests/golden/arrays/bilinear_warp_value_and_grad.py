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
    if row.shape[1] != target.shape[0]:
        raise ValueError("above and target have different shapes")
    if row.shape[2] != target.shape[1]:
        raise ValueError("above and target have different shapes")
    total = 0.0

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    affine_bar = np.zeros_like(affine)
    target_bar = np.empty_like(target)
    y_2_bar = np.empty_like(y_2)
    x_2_bar = np.empty_like(x_2)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            v = y_2[k, m] - i[k, m]
            u = x_2[k, m] - j[k, m]
            picture_taken = picture[i[k, m], j[k, m]]
            index = j[k, m] + 1
            picture_taken_2 = picture[i[k, m], index]
            above = (1.0 - u) * picture_taken + u * picture_taken_2
            index_2 = i[k, m] + 1
            picture_taken_3 = picture[index_2, j[k, m]]
            picture_taken_4 = picture[index_2, index]
            below = (1.0 - u) * picture_taken_3 + u * picture_taken_4
            total += ((1.0 - v) * above + v * below - target[k, m]) ** 2
            difference_bar = (1.0 - v) * above + v * below - target[k, m]
            above_bar = (1.0 - v) * difference_bar
            below_bar = v * difference_bar
            target_bar[k, m] = -difference_bar
            u_bar = (picture_taken_4 - picture_taken_3) * below_bar
            picture_bar[index_2, index] += u * below_bar
            picture_bar[index_2, j[k, m]] += (1.0 - u) * below_bar
            u_bar += (picture_taken_2 - picture_taken) * above_bar
            picture_bar[i[k, m], index] += u * above_bar
            picture_bar[i[k, m], j[k, m]] += (1.0 - u) * above_bar
            x_2_bar[k, m] = u_bar
            y_2_bar[k, m] = (below - above) * difference_bar

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
