import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = length_of(a_ij)
    return values


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            length_of_adjoint(a_ij, result_bar[i, j], a_ij_bar)


def magnetic_dipoles_vjp(moments, sources, points, result_bar):
    """The adjoints of moments, sources and points of magnetic_dipoles, for the
    adjoint of its result.
    """
    # forward sweep
    if points[:, None].shape[2] != sources.shape[1]:
        raise ValueError("points[:, None] and sources have different shapes")
    r = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                r[i, j, k] = points[i, k] - sources[j, k]
    values = along_axis(r)
    distance = np.expand_dims(values, 2)
    if points.shape[0] != distance.shape[0]:
        raise ValueError("r and distance have different shapes")
    if sources.shape[0] != distance.shape[1]:
        raise ValueError("r and distance have different shapes")
    unit = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    if moments.shape[0] != sources.shape[0]:
        raise ValueError("moments and unit have different shapes")
    if moments.shape[1] != points.shape[1]:
        raise ValueError("moments and unit have different shapes")

    # reverse sweep
    moments_bar = np.zeros_like(moments)
    sources_bar = np.zeros_like(sources)
    points_bar = np.zeros_like(points)
    out_bar = result_bar.copy()
    r_bar = np.empty_like(r)
    values_bar = np.zeros_like(values)
    distance_bar = np.expand_dims(values_bar, 2)
    unit_bar = np.zeros_like(unit)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            values_2 = 0.0
            for k in range(points.shape[1]):
                unit[i, j, k] = r[i, j, k] / distance[i, j, 0]
                values_2 += moments[j, k] * unit[i, j, k]
            values_2_bar = 0.0
            for k in range(points.shape[1]):
                factor = 3.0 * values_2 * unit[i, j, k] - moments[j, k]
                quotient = factor / distance[i, j, 0] ** 3
                numerator_bar = out_bar[i, k] / distance[i, j, 0] ** 3
                values_2_bar += 3.0 * unit[i, j, k] * numerator_bar
                unit_bar[i, j, k] += 3.0 * values_2 * numerator_bar
                moments_bar[j, k] -= numerator_bar
                distance_bar[i, j, 0] -= (
                    3.0 * distance[i, j, 0] ** 2 * quotient * numerator_bar
                )
            for k in range(points.shape[1]):
                quotient = r[i, j, k] / distance[i, j, 0]
                moments_bar[j, k] += unit[i, j, k] * values_2_bar
                unit_bar[i, j, k] += moments[j, k] * values_2_bar
                numerator_bar = unit_bar[i, j, k] / distance[i, j, 0]
                r_bar[i, j, k] = numerator_bar
                distance_bar[i, j, 0] -= quotient * numerator_bar
    along_axis_adjoint(r, values_bar, r_bar)
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                points_bar[i, k] += r_bar[i, j, k]
                sources_bar[j, k] -= r_bar[i, j, k]
    return moments_bar, sources_bar, points_bar
