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


def red_black_relaxation_vjp(u, source, omega, sweeps, result_bar):
    """The adjoints of u, source and omega of red_black_relaxation, for the adjoint
    of its result.
    """
    # forward sweep: saves u_2, chosen_2, chosen, mean_2 and mean
    u_2 = u.copy()
    row = indices(u_2.shape[0], u_2.shape[1])
    if row.shape[0] != 2:
        raise ValueError("row is unpacked into 2 names")
    i = row[0]
    j = row[1]
    u_2_saved = np.empty((sweeps, u.shape[0], u.shape[1]))
    u_2_saved_2 = []
    chosen_2_saved = []
    chosen_saved = []
    mean_2_saved = []
    mean_saved = []
    term = np.empty_like(i)
    term_2 = np.empty_like(i)
    for k_3 in range(sweeps):
        colour = 0
        mean = np.zeros_like(u_2)
        mean_saved.append(mean)
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
        mean_2 = np.zeros_like(u_2)
        mean_2_saved.append(mean_2)
        for k in range(row.shape[1]):
            for m in range(row.shape[2]):
                term[k, m] = i[k, m] + j[k, m]
                term_2[k, m] = i[k, m] + j[k, m]
        chosen = term % 2 == colour
        chosen_saved.append(chosen)
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
                    u_2_saved[k_3, k, m] = u_2[k, m]
                    u_2[k, m] = u_2[k, m] + omega * (mean[k, m] - u_2[k, m])
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
        chosen_2_saved.append(chosen_2)
        for k_7 in range(len(index)):
            chosen_2[index[k_7]] = False
        for k_8 in range(len(index)):
            chosen_2[:, index[k_8]] = False
        for k in range(chosen_2.shape[0]):
            for m in range(chosen_2.shape[1]):
                if chosen_2[k, m]:
                    values = u_2[k, m] + omega * (mean_2[k, m] - u_2[k, m])
                    u_2_saved_2.append(u_2[k, m])
                    u_2[k, m] = values

    # reverse sweep
    u_bar = np.zeros_like(u)
    source_bar = np.zeros_like(source)
    u_2_bar = np.zeros_like(u_2)
    value_bar = u_2_bar[1:-1, 1:-1]
    value_bar += result_bar
    omega_bar = 0.0
    mean_2_bar = np.empty_like(u_2)
    mean_bar = np.empty_like(u_2)
    for k_3 in range(sweeps - 1, -1, -1):
        chosen_2 = chosen_2_saved.pop()
        mean_2 = mean_2_saved.pop()
        mean_2_bar[:] = 0.0
        for k in range(chosen_2.shape[0] - 1, -1, -1):
            for m in range(chosen_2.shape[1] - 1, -1, -1):
                if chosen_2[k, m]:
                    u_2[k, m] = u_2_saved_2.pop()
                    values_bar = u_2_bar[k, m]
                    u_2_bar[k, m] = 0.0
                    omega_bar += (mean_2[k, m] - u_2[k, m]) * values_bar
                    u_2_bar[k, m] += values_bar - omega * values_bar
                    mean_2_bar[k, m] += omega * values_bar
        for k in range(u.shape[0] - 2):
            for m in range(u.shape[1] - 2):
                difference_bar = 0.25 * mean_2_bar[k + 1, m + 1]
                u_2_bar[k, m + 1] += difference_bar
                u_2_bar[k + 2, m + 1] += difference_bar
                u_2_bar[k + 1, m] += difference_bar
                u_2_bar[k + 1, m + 2] += difference_bar
                source_bar[0, m] -= difference_bar
                mean_2_bar[k + 1, m + 1] = 0.0
        chosen = chosen_saved.pop()
        mean = mean_saved.pop()
        mean_bar[:] = 0.0
        for k in range(u.shape[0]):
            for m in range(u.shape[1]):
                if chosen[k, m]:
                    u_2[k, m] = u_2_saved[k_3, k, m]
                    values_bar = u_2_bar[k, m]
                    u_2_bar[k, m] = 0.0
                    omega_bar += (mean[k, m] - u_2[k, m]) * values_bar
                    u_2_bar[k, m] += values_bar - omega * values_bar
                    mean_bar[k, m] += omega * values_bar
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
