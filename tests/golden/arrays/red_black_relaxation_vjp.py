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


def red_black_relaxation_vjp(u, source, omega, sweeps, result_bar):
    """The adjoints of u, source and omega of red_black_relaxation, for the adjoint
    of its result.
    """
    # forward sweep: saves values_2, u_taken_3, rows_6, columns_6 and others
    u_2 = u.copy()
    row = indices(u_2.shape[0], u_2.shape[1])
    if row.shape[0] != 2:
        raise ValueError("row is unpacked into 2 names")
    i = row[0]
    j = row[1]
    values_2_saved = []
    u_taken_3_saved = []
    rows_6_saved = []
    columns_6_saved = []
    mean_taken_2_saved = []
    rows_5_saved = []
    columns_5_saved = []
    rows_4_saved = []
    columns_4_saved = []
    values_saved = []
    u_taken_saved = []
    rows_3_saved = []
    columns_3_saved = []
    mean_taken_saved = []
    rows_2_saved = []
    columns_2_saved = []
    rows_saved = []
    columns_saved = []
    mean = np.empty_like(u_2)
    term = np.empty_like(i)
    mean_2 = np.empty_like(u_2)
    term_2 = np.empty_like(i)
    for k in range(sweeps):
        colour = 0
        mean[:] = 0.0
        if u_2[1:-1, 2:].shape[1] != source.shape[1]:
            raise ValueError("u[1:-1, 2:] and source have different shapes")
        for k in range(u.shape[0] - 2):
            for m in range(u.shape[1] - 2):
                factor = (
                    u_2[k, m + 1]
                    + u_2[k + 2, m + 1]
                    + u_2[k + 1, m]
                    + u_2[k + 1, m + 2]
                    - source[0, m]
                )
                mean[k + 1, m + 1] = 0.25 * factor
        index = np.array([0, -1])
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
        rows_saved.append(rows)
        columns_saved.append(columns)
        rows_2, columns_2 = nonzero(chosen)
        rows_2_saved.append(rows_2)
        columns_2_saved.append(columns_2)
        mean_taken = np.empty(len(rows_2))
        mean_taken_saved.append(mean_taken)
        for k_3 in range(len(rows_2)):
            mean_taken[k_3] = mean[rows_2[k_3], columns_2[k_3]]
        rows_3, columns_3 = nonzero(chosen)
        rows_3_saved.append(rows_3)
        columns_3_saved.append(columns_3)
        u_taken = np.empty(len(rows_3))
        u_taken_saved.append(u_taken)
        for k_4 in range(len(rows_3)):
            u_taken[k_4] = u_2[rows_3[k_4], columns_3[k_4]]
        if mean_taken.shape != u_taken.shape:
            raise ValueError("mean_taken and u_taken have different shapes")
        if len(rows) != len(rows_2):
            raise ValueError("rows and row have different shapes")
        u_taken_2 = np.empty(len(rows))
        for k_5 in range(len(rows)):
            u_taken_2[k_5] = u_2[rows[k_5], columns[k_5]]
        values = np.empty_like(u_taken_2)
        values_saved.append(values)
        for k in range(len(rows_2)):
            row_2 = omega * (mean_taken[k] - u_taken[k])
            values[k] = u_taken_2[k] + row_2
        for k_6 in range(len(rows)):
            u_2[rows[k_6], columns[k_6]] = values[k_6]
        for k in range(u.shape[0] - 2):
            for m in range(u.shape[1] - 2):
                factor_2 = (
                    u_2[k, m + 1]
                    + u_2[k + 2, m + 1]
                    + u_2[k + 1, m]
                    + u_2[k + 1, m + 2]
                    - source[0, m]
                )
                mean_2[k + 1, m + 1] = 0.25 * factor_2
        chosen_2 = term_2 % 2 == 1
        for k_7 in range(len(index)):
            chosen_2[index[k_7]] = False
        for k_8 in range(len(index)):
            chosen_2[:, index[k_8]] = False
        rows_4, columns_4 = nonzero(chosen_2)
        rows_4_saved.append(rows_4)
        columns_4_saved.append(columns_4)
        rows_5, columns_5 = nonzero(chosen_2)
        rows_5_saved.append(rows_5)
        columns_5_saved.append(columns_5)
        mean_taken_2 = np.empty(len(rows_5))
        mean_taken_2_saved.append(mean_taken_2)
        for k_9 in range(len(rows_5)):
            mean_taken_2[k_9] = mean_2[rows_5[k_9], columns_5[k_9]]
        rows_6, columns_6 = nonzero(chosen_2)
        rows_6_saved.append(rows_6)
        columns_6_saved.append(columns_6)
        u_taken_3 = np.empty(len(rows_6))
        u_taken_3_saved.append(u_taken_3)
        for k_10 in range(len(rows_6)):
            u_taken_3[k_10] = u_2[rows_6[k_10], columns_6[k_10]]
        if mean_taken_2.shape != u_taken_3.shape:
            raise ValueError("mean_taken and u_taken have different shapes")
        if len(rows_4) != len(rows_5):
            raise ValueError("rows and row have different shapes")
        u_taken_4 = np.empty(len(rows_4))
        for k_11 in range(len(rows_4)):
            u_taken_4[k_11] = u_2[rows_4[k_11], columns_4[k_11]]
        values_2 = np.empty_like(u_taken_4)
        values_2_saved.append(values_2)
        for k in range(len(rows_5)):
            row_3 = omega * (mean_taken_2[k] - u_taken_3[k])
            values_2[k] = u_taken_4[k] + row_3
        for k_12 in range(len(rows_4)):
            u_2[rows_4[k_12], columns_4[k_12]] = values_2[k_12]

    # reverse sweep
    u_bar = np.zeros_like(u)
    source_bar = np.zeros_like(source)
    u_2_bar = np.zeros_like(u_2)
    value_bar = u_2_bar[1:-1, 1:-1]
    value_bar += result_bar
    omega_bar = 0.0
    mean_2_bar = np.empty_like(u_2)
    mean_bar = np.empty_like(u_2)
    for k in range(sweeps - 1, -1, -1):
        values_2 = values_2_saved.pop()
        rows_4 = rows_4_saved.pop()
        columns_4 = columns_4_saved.pop()
        values_2_bar = np.zeros_like(values_2)
        for k_12 in range(len(rows_4) - 1, -1, -1):
            values_2_bar[k_12] += u_2_bar[rows_4[k_12], columns_4[k_12]]
            u_2_bar[rows_4[k_12], columns_4[k_12]] = 0.0
        u_taken_3 = u_taken_3_saved.pop()
        mean_taken_2 = mean_taken_2_saved.pop()
        rows_5 = rows_5_saved.pop()
        mean_taken_2_bar = np.zeros_like(mean_taken_2)
        u_taken_3_bar = np.zeros_like(u_taken_3)
        u_taken_4_bar = np.zeros(len(rows_4))
        for k in range(len(rows_5)):
            u_taken_4_bar[k] += values_2_bar[k]
            row_3_bar = values_2_bar[k]
            omega_bar += (mean_taken_2[k] - u_taken_3[k]) * row_3_bar
            mean_taken_2_bar[k] += omega * row_3_bar
            u_taken_3_bar[k] -= omega * row_3_bar
        for k_11 in range(len(rows_4)):
            u_2_bar[rows_4[k_11], columns_4[k_11]] += u_taken_4_bar[k_11]
        rows_6 = rows_6_saved.pop()
        columns_6 = columns_6_saved.pop()
        for k_10 in range(len(rows_6)):
            u_2_bar[rows_6[k_10], columns_6[k_10]] += u_taken_3_bar[k_10]
        columns_5 = columns_5_saved.pop()
        mean_2_bar[:] = 0.0
        for k_9 in range(len(rows_5)):
            mean_2_bar[rows_5[k_9], columns_5[k_9]] += mean_taken_2_bar[k_9]
        for k in range(u.shape[0] - 2):
            for m in range(u.shape[1] - 2):
                difference_bar = 0.25 * mean_2_bar[k + 1, m + 1]
                u_2_bar[k, m + 1] += difference_bar
                u_2_bar[k + 2, m + 1] += difference_bar
                u_2_bar[k + 1, m] += difference_bar
                u_2_bar[k + 1, m + 2] += difference_bar
                source_bar[0, m] -= difference_bar
                mean_2_bar[k + 1, m + 1] = 0.0
        values = values_saved.pop()
        rows = rows_saved.pop()
        columns = columns_saved.pop()
        values_bar = np.zeros_like(values)
        for k_6 in range(len(rows) - 1, -1, -1):
            values_bar[k_6] += u_2_bar[rows[k_6], columns[k_6]]
            u_2_bar[rows[k_6], columns[k_6]] = 0.0
        u_taken = u_taken_saved.pop()
        mean_taken = mean_taken_saved.pop()
        rows_2 = rows_2_saved.pop()
        mean_taken_bar = np.zeros_like(mean_taken)
        u_taken_bar = np.zeros_like(u_taken)
        u_taken_2_bar = np.zeros(len(rows))
        for k in range(len(rows_2)):
            u_taken_2_bar[k] += values_bar[k]
            row_2_bar = values_bar[k]
            omega_bar += (mean_taken[k] - u_taken[k]) * row_2_bar
            mean_taken_bar[k] += omega * row_2_bar
            u_taken_bar[k] -= omega * row_2_bar
        for k_5 in range(len(rows)):
            u_2_bar[rows[k_5], columns[k_5]] += u_taken_2_bar[k_5]
        rows_3 = rows_3_saved.pop()
        columns_3 = columns_3_saved.pop()
        for k_4 in range(len(rows_3)):
            u_2_bar[rows_3[k_4], columns_3[k_4]] += u_taken_bar[k_4]
        columns_2 = columns_2_saved.pop()
        mean_bar[:] = 0.0
        for k_3 in range(len(rows_2)):
            mean_bar[rows_2[k_3], columns_2[k_3]] += mean_taken_bar[k_3]
        for k in range(u.shape[0] - 2):
            for m in range(u.shape[1] - 2):
                difference_bar = 0.25 * mean_bar[k + 1, m + 1]
                u_2_bar[k, m + 1] += difference_bar
                u_2_bar[k + 2, m + 1] += difference_bar
                u_2_bar[k + 1, m] += difference_bar
                u_2_bar[k + 1, m + 2] += difference_bar
                source_bar[0, m] -= difference_bar
                mean_bar[k + 1, m + 1] = 0.0
    u_bar += u_2_bar
    return u_bar, source_bar, omega_bar
