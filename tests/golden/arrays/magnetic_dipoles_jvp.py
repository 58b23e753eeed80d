import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
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


def magnetic_dipoles_jvp(
    moments, sources, points, moments_dot, sources_dot, points_dot
):
    """The value of magnetic_dipoles, and its derivative in the direction
    moments_dot, sources_dot, points_dot.
    """
    if points[:, None].shape[2] != sources.shape[1]:
        raise ValueError("points[:, None] and sources have different shapes")
    r_dot = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    r = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                r_dot[i, j, k] = points_dot[i, k] - sources_dot[j, k]
                r[i, j, k] = points[i, k] - sources[j, k]
    values, values_dot = along_axis_tangent(r, r_dot)
    distance_dot = np.expand_dims(values_dot, 2)
    distance = np.expand_dims(values, 2)
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
    out_dot = np.zeros((points.shape[0], points.shape[1]))
    out = np.zeros((points.shape[0], points.shape[1]))
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            values_2_dot = 0.0
            values_2 = 0.0
            for k in range(points.shape[1]):
                quotient = r[i, j, k] / distance[i, j, 0]
                factor = r_dot[i, j, k] - quotient * distance_dot[i, j, 0]
                quotient_dot = factor / distance[i, j, 0]
                unit_dot[i, j, k] = quotient_dot
                unit[i, j, k] = quotient
                term = moments[j, k] * unit_dot[i, j, k]
                a_dot = moments_dot[j, k] * unit[i, j, k] + term
                values_2_dot += a_dot
                values_2 += moments[j, k] * unit[i, j, k]
            for k in range(points.shape[1]):
                factor_2 = 3.0 * values_2 * unit[i, j, k] - moments[j, k]
                quotient = factor_2 / distance[i, j, 0] ** 3
                factor_3 = (
                    3.0 * values_2_dot * unit[i, j, k]
                    + 3.0 * values_2 * unit_dot[i, j, k]
                    - moments_dot[j, k]
                    - 3.0 * quotient * distance[i, j, 0] ** 2 * distance_dot[i, j, 0]
                )
                quotient_dot = factor_3 / distance[i, j, 0] ** 3
                out_dot[i, k] += quotient_dot
                out[i, k] += quotient
    return out, out_dot
