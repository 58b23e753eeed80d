import numpy as np


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


def nonzero(a):
    """The places where an array is not 0: for each axis an array of indices."""
    count = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            if a[i, j] != 0:
                count += 1
    rows = np.empty(count, dtype=np.int64)
    columns = np.empty(count, dtype=np.int64)
    place = 0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            if a[i, j] != 0:
                rows[place] = i
                columns[place] = j
                place += 1
    return rows, columns


def red_black_relaxation_jvp(u, source, omega, sweeps, u_dot, source_dot, omega_dot):
    """The value of red_black_relaxation, and its derivative in the direction u_dot,
    source_dot, omega_dot.
    """
    u_2_dot = u_dot.copy()
    u_2 = u.copy()
    row = indices(u_2.shape[0], u_2.shape[1])
    if row.shape[0] != 2:
        raise ValueError("row is unpacked into 2 names")
    i = row[0]
    j = row[1]
    mean_dot = np.empty_like(u_2)
    mean = np.empty_like(u_2)
    term = np.empty_like(i)
    mean_2_dot = np.empty_like(u_2)
    mean_2 = np.empty_like(u_2)
    term_2 = np.empty_like(i)
    for _ in range(sweeps):
        colour = 0
        mean_dot[:] = 0.0
        mean[:] = 0.0
        if u_2[1:-1, 2:].shape[1] != source.shape[1]:
            raise ValueError("u[1:-1, 2:] and source have different shapes")
        for k in range(u.shape[0] - 2):
            for m in range(u.shape[1] - 2):
                factor = (
                    u_2_dot[k, m + 1]
                    + u_2_dot[k + 2, m + 1]
                    + u_2_dot[k + 1, m]
                    + u_2_dot[k + 1, m + 2]
                    - source_dot[0, m]
                )
                mean_dot[k + 1, m + 1] = 0.25 * factor
                factor_2 = (
                    u_2[k, m + 1]
                    + u_2[k + 2, m + 1]
                    + u_2[k + 1, m]
                    + u_2[k + 1, m + 2]
                    - source[0, m]
                )
                mean[k + 1, m + 1] = 0.25 * factor_2
        index = np.array([0, -1])
        mean_2_dot[:] = 0.0
        mean_2[:] = 0.0
        for k in range(row.shape[1]):
            for m in range(row.shape[2]):
                term[k, m] = i[k, m] + j[k, m]
                term_2[k, m] = i[k, m] + j[k, m]
        chosen = term % 2 == colour
        for k in range(len(index)):
            chosen[index[k]] = False
        for k_2 in range(len(index)):
            chosen[:, index[k_2]] = False
        if u_2.shape[0] != chosen.shape[0]:
            raise ValueError("u and chosen have different shapes")
        if u_2.shape[1] != chosen.shape[1]:
            raise ValueError("u and chosen have different shapes")
        rows, columns = nonzero(chosen)
        rows_2, columns_2 = nonzero(chosen)
        mean_taken_dot = np.zeros(len(rows_2))
        mean_taken = np.empty(len(rows_2))
        for k_3 in range(len(rows_2)):
            mean_taken_dot[k_3] = mean_dot[rows_2[k_3], columns_2[k_3]]
            mean_taken[k_3] = mean[rows_2[k_3], columns_2[k_3]]
        rows_3, columns_3 = nonzero(chosen)
        u_taken_dot = np.zeros(len(rows_3))
        u_taken = np.empty(len(rows_3))
        for k_4 in range(len(rows_3)):
            u_taken_dot[k_4] = u_2_dot[rows_3[k_4], columns_3[k_4]]
            u_taken[k_4] = u_2[rows_3[k_4], columns_3[k_4]]
        if mean_taken.shape != u_taken.shape:
            raise ValueError("mean_taken and u_taken have different shapes")
        if len(rows) != len(rows_2):
            raise ValueError("rows and row have different shapes")
        u_taken_2_dot = np.zeros(len(rows))
        u_taken_2 = np.empty(len(rows))
        for k_5 in range(len(rows)):
            u_taken_2_dot[k_5] = u_2_dot[rows[k_5], columns[k_5]]
            u_taken_2[k_5] = u_2[rows[k_5], columns[k_5]]
        values_dot = np.zeros_like(u_taken_2)
        values = np.empty_like(u_taken_2)
        for k in range(len(rows_2)):
            term_3 = omega * (mean_taken_dot[k] - u_taken_dot[k])
            row_2_dot = omega_dot * (mean_taken[k] - u_taken[k]) + term_3
            row_2 = omega * (mean_taken[k] - u_taken[k])
            values_dot[k] = u_taken_2_dot[k] + row_2_dot
            values[k] = u_taken_2[k] + row_2
        for k_6 in range(len(rows)):
            u_2_dot[rows[k_6], columns[k_6]] = values_dot[k_6]
            u_2[rows[k_6], columns[k_6]] = values[k_6]
        colour = 1
        for k in range(u.shape[0] - 2):
            for m in range(u.shape[1] - 2):
                factor_3 = (
                    u_2_dot[k, m + 1]
                    + u_2_dot[k + 2, m + 1]
                    + u_2_dot[k + 1, m]
                    + u_2_dot[k + 1, m + 2]
                    - source_dot[0, m]
                )
                mean_2_dot[k + 1, m + 1] = 0.25 * factor_3
                factor_4 = (
                    u_2[k, m + 1]
                    + u_2[k + 2, m + 1]
                    + u_2[k + 1, m]
                    + u_2[k + 1, m + 2]
                    - source[0, m]
                )
                mean_2[k + 1, m + 1] = 0.25 * factor_4
        chosen_2 = term_2 % 2 == colour
        for k_7 in range(len(index)):
            chosen_2[index[k_7]] = False
        for k_8 in range(len(index)):
            chosen_2[:, index[k_8]] = False
        rows_4, columns_4 = nonzero(chosen_2)
        rows_5, columns_5 = nonzero(chosen_2)
        mean_taken_2_dot = np.zeros(len(rows_5))
        mean_taken_2 = np.empty(len(rows_5))
        for k_9 in range(len(rows_5)):
            mean_taken_2_dot[k_9] = mean_2_dot[rows_5[k_9], columns_5[k_9]]
            mean_taken_2[k_9] = mean_2[rows_5[k_9], columns_5[k_9]]
        rows_6, columns_6 = nonzero(chosen_2)
        u_taken_3_dot = np.zeros(len(rows_6))
        u_taken_3 = np.empty(len(rows_6))
        for k_10 in range(len(rows_6)):
            u_taken_3_dot[k_10] = u_2_dot[rows_6[k_10], columns_6[k_10]]
            u_taken_3[k_10] = u_2[rows_6[k_10], columns_6[k_10]]
        if mean_taken_2.shape != u_taken_3.shape:
            raise ValueError("mean_taken and u_taken have different shapes")
        if len(rows_4) != len(rows_5):
            raise ValueError("rows and row have different shapes")
        u_taken_4_dot = np.zeros(len(rows_4))
        u_taken_4 = np.empty(len(rows_4))
        for k_11 in range(len(rows_4)):
            u_taken_4_dot[k_11] = u_2_dot[rows_4[k_11], columns_4[k_11]]
            u_taken_4[k_11] = u_2[rows_4[k_11], columns_4[k_11]]
        values_2_dot = np.zeros_like(u_taken_4)
        values_2 = np.empty_like(u_taken_4)
        for k in range(len(rows_5)):
            term_4 = omega * (mean_taken_2_dot[k] - u_taken_3_dot[k])
            row_3_dot = omega_dot * (mean_taken_2[k] - u_taken_3[k]) + term_4
            row_3 = omega * (mean_taken_2[k] - u_taken_3[k])
            values_2_dot[k] = u_taken_4_dot[k] + row_3_dot
            values_2[k] = u_taken_4[k] + row_3
        for k_12 in range(len(rows_4)):
            u_2_dot[rows_4[k_12], columns_4[k_12]] = values_2_dot[k_12]
            u_2[rows_4[k_12], columns_4[k_12]] = values_2[k_12]
    value_dot = u_2_dot[1:-1, 1:-1]
    value = u_2[1:-1, 1:-1]
    return value, value_dot
