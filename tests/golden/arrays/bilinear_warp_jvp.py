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
    if row.shape[1] != target.shape[0]:
        raise ValueError("above and target have different shapes")
    if row.shape[2] != target.shape[1]:
        raise ValueError("above and target have different shapes")
    total_dot = 0.0
    total = 0.0
    for k in range(row.shape[1]):
        for m in range(row.shape[2]):
            v_dot = y_2_dot[k, m]
            v = y_2[k, m] - i[k, m]
            u_dot = x_2_dot[k, m]
            u = x_2[k, m] - j[k, m]
            picture_taken_dot = picture_dot[i[k, m], j[k, m]]
            picture_taken = picture[i[k, m], j[k, m]]
            index = j[k, m] + 1
            picture_taken_2_dot = picture_dot[i[k, m], index]
            picture_taken_2 = picture[i[k, m], index]
            above_dot = (
                (1.0 - u) * picture_taken_dot
                - u_dot * picture_taken
                + (u_dot * picture_taken_2 + u * picture_taken_2_dot)
            )
            above = (1.0 - u) * picture_taken + u * picture_taken_2
            index_2 = i[k, m] + 1
            picture_taken_dot = picture_dot[index_2, j[k, m]]
            picture_taken = picture[index_2, j[k, m]]
            picture_taken_2_dot = picture_dot[index_2, index]
            picture_taken_2 = picture[index_2, index]
            below_dot = (
                (1.0 - u) * picture_taken_dot
                - u_dot * picture_taken
                + (u_dot * picture_taken_2 + u * picture_taken_2_dot)
            )
            below = (1.0 - u) * picture_taken + u * picture_taken_2
            total_dot += (
                2.0
                * ((1.0 - v) * above + v * below - target[k, m])
                * (
                    (1.0 - v) * above_dot
                    - v_dot * above
                    + (v_dot * below + v * below_dot)
                    - target_dot[k, m]
                )
            )
            total += ((1.0 - v) * above + v * below - target[k, m]) ** 2
    return 0.5 * total, 0.5 * total_dot
