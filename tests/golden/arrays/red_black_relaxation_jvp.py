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
        for k in range(u.shape[0]):
            for m in range(u.shape[1]):
                if chosen[k, m]:
                    mean_taken_dot = mean_dot[k, m]
                    mean_taken = mean[k, m]
                    u_taken_dot = u_2_dot[k, m]
                    u_taken = u_2[k, m]
                    term_3 = omega * (mean_taken_dot - u_taken_dot)
                    row_dot = omega_dot * (mean_taken - u_taken) + term_3
                    u_2_dot[k, m] = u_2_dot[k, m] + row_dot
                    u_2[k, m] = u_2[k, m] + omega * (mean_taken - u_taken)
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
        for k in range(chosen_2.shape[0]):
            for m in range(chosen_2.shape[1]):
                if chosen_2[k, m]:
                    mean_taken_dot = mean_2_dot[k, m]
                    mean_taken = mean_2[k, m]
                    u_taken_dot = u_2_dot[k, m]
                    u_taken = u_2[k, m]
                    term_4 = omega * (mean_taken_dot - u_taken_dot)
                    row_dot = omega_dot * (mean_taken - u_taken) + term_4
                    u_2_dot[k, m] = u_2_dot[k, m] + row_dot
                    u_2[k, m] = u_2[k, m] + omega * (mean_taken - u_taken)
    value_dot = u_2_dot[1:-1, 1:-1]
    value = u_2[1:-1, 1:-1]
    return value, value_dot
