import numpy as np


def restored(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    out = np.empty((values.shape[0], values.shape[1], 1))
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            out[i, j, 0] = values[i, j]
    return out


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out[i, j] = 0.0
            for k in range(a.shape[2]):
                out[i, j] += a[i, j, k]
    return out


def total(a):
    """The sum of the elements over some axes."""
    values = restored(summed(a))
    return values


def length_of(x):
    """The Euclidean length of a vector."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_tangent(x, x_dot):
    z = length_of(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x_dot[i]
    return z, total / (z if z != 0.0 else 1.0)


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            values[i, j], values_dot[i, j] = length_of_tangent(a_ij, a_ij_dot)
    return values, values_dot


def restored_tangent(values, values_dot):
    """restored and its tangent."""
    out_dot = np.zeros((values.shape[0], values.shape[1], 1))
    out = np.empty((values.shape[0], values.shape[1], 1))
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            out_dot[i, j, 0] = values_dot[i, j]
            out[i, j, 0] = values[i, j]
    return out, out_dot


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    out_dot = np.zeros((a.shape[0], a.shape[1]))
    out = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out_dot[i, j] = 0.0
            out[i, j] = 0.0
            for k in range(a.shape[2]):
                out_dot[i, j] += a_dot[i, j, k]
                out[i, j] += a[i, j, k]
    return out, out_dot


def magnetic_dipoles_jvp(
    moments, sources, points, moments_dot, sources_dot, points_dot
):
    """The value of magnetic_dipoles, and its derivative in the direction
    moments_dot, sources_dot, points_dot.
    """
    if points[:, None].shape[2] != sources.shape[1]:
        raise ValueError("points[:, None] and sources have different shapes")
    r_dot = np.zeros((points.shape[0], sources.shape[0], points.shape[1]))
    r = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                r_dot[i, j, k] = points_dot[i, k] - sources_dot[j, k]
                r[i, j, k] = points[i, k] - sources[j, k]
    values, values_dot = along_axis_tangent(r, r_dot)
    distance, distance_dot = restored_tangent(values, values_dot)
    if points.shape[0] != distance.shape[0]:
        raise ValueError("r and distance have different shapes")
    if sources.shape[0] != distance.shape[1]:
        raise ValueError("r and distance have different shapes")
    unit_dot = np.zeros((points.shape[0], sources.shape[0], points.shape[1]))
    unit = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    if moments.shape[0] != sources.shape[0]:
        raise ValueError("moments and unit have different shapes")
    if moments.shape[1] != points.shape[1]:
        raise ValueError("moments and unit have different shapes")
    a_dot = np.zeros((points.shape[0], sources.shape[0], points.shape[1]))
    a = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                quotient = r[i, j, k] / distance[i, j, 0]
                factor = r_dot[i, j, k] - quotient * distance_dot[i, j, 0]
                quotient_dot = factor / distance[i, j, 0]
                unit_dot[i, j, k] = quotient_dot
                unit[i, j, k] = quotient
                term = moments[j, k] * unit_dot[i, j, k]
                a_dot[i, j, k] = moments_dot[j, k] * unit[i, j, k] + term
                a[i, j, k] = moments[j, k] * unit[i, j, k]
    summed_a, summed_a_dot = summed_tangent(a, a_dot)
    along, along_dot = restored_tangent(summed_a, summed_a_dot)
    if along.shape[0] != points.shape[0]:
        raise ValueError("along and unit have different shapes")
    if along.shape[1] != sources.shape[0]:
        raise ValueError("along and unit have different shapes")
    out_dot = np.zeros((points.shape[0], points.shape[1]))
    out = np.zeros((points.shape[0], points.shape[1]))
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                factor_2 = 3.0 * along[i, j, 0] * unit[i, j, k] - moments[j, k]
                quotient = factor_2 / distance[i, j, 0] ** 3
                factor_3 = (
                    3.0 * along_dot[i, j, 0] * unit[i, j, k]
                    + 3.0 * along[i, j, 0] * unit_dot[i, j, k]
                    - moments_dot[j, k]
                    - 3.0 * quotient * distance[i, j, 0] ** 2 * distance_dot[i, j, 0]
                )
                quotient_dot = factor_3 / distance[i, j, 0] ** 3
                out_dot[i, k] += quotient_dot
                out[i, k] += quotient
    return out, out_dot
