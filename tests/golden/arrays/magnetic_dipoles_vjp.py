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
    values_bar = result_bar.copy()

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            length_of_adjoint(a_ij, values_bar[i, j], a_ij_bar)


def restored_adjoint(values, result_bar, values_bar):
    """The adjoint of values is added to values_bar."""
    out_bar = result_bar.copy()
    for i in range(values.shape[0]):
        for j in range(values.shape[1]):
            values_bar[i, j] += out_bar[i, j, 0]


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                a_bar[i, j, k] += out_bar[i, j]


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
    distance = restored(values)
    if points.shape[0] != distance.shape[0]:
        raise ValueError("r and distance have different shapes")
    if sources.shape[0] != distance.shape[1]:
        raise ValueError("r and distance have different shapes")
    unit = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    if moments.shape[0] != sources.shape[0]:
        raise ValueError("moments and unit have different shapes")
    if moments.shape[1] != points.shape[1]:
        raise ValueError("moments and unit have different shapes")
    a = np.empty((points.shape[0], sources.shape[0], points.shape[1]))
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                unit[i, j, k] = r[i, j, k] / distance[i, j, 0]
                a[i, j, k] = moments[j, k] * unit[i, j, k]
    summed_a = summed(a)
    along = restored(summed_a)
    if along.shape[0] != points.shape[0]:
        raise ValueError("along and unit have different shapes")
    if along.shape[1] != sources.shape[0]:
        raise ValueError("along and unit have different shapes")

    # reverse sweep
    moments_bar = np.zeros_like(moments)
    sources_bar = np.zeros_like(sources)
    points_bar = np.zeros_like(points)
    out_bar = result_bar.copy()
    distance_bar = np.zeros_like(distance)
    unit_bar = np.zeros_like(unit)
    along_bar = np.zeros_like(along)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                factor = 3.0 * along[i, j, 0] * unit[i, j, k] - moments[j, k]
                quotient = factor / distance[i, j, 0] ** 3
                numerator_bar = out_bar[i, k] / distance[i, j, 0] ** 3
                along_bar[i, j, 0] += 3.0 * unit[i, j, k] * numerator_bar
                unit_bar[i, j, k] += 3.0 * along[i, j, 0] * numerator_bar
                moments_bar[j, k] -= numerator_bar
                distance_bar[i, j, 0] -= (
                    3.0 * distance[i, j, 0] ** 2 * quotient * numerator_bar
                )
    summed_a_bar = np.zeros_like(summed_a)
    restored_adjoint(summed_a, along_bar, summed_a_bar)
    a_bar = np.zeros_like(a)
    summed_adjoint(a, summed_a_bar, a_bar)
    r_bar = np.zeros_like(r)
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                moments_bar[j, k] += unit[i, j, k] * a_bar[i, j, k]
                unit_bar[i, j, k] += moments[j, k] * a_bar[i, j, k]
                quotient = r[i, j, k] / distance[i, j, 0]
                numerator_bar = unit_bar[i, j, k] / distance[i, j, 0]
                r_bar[i, j, k] += numerator_bar
                distance_bar[i, j, 0] -= quotient * numerator_bar
    values_bar = np.zeros_like(values)
    restored_adjoint(values, distance_bar, values_bar)
    along_axis_adjoint(r, values_bar, r_bar)
    for i in range(points.shape[0]):
        for j in range(sources.shape[0]):
            for k in range(points.shape[1]):
                points_bar[i, k] += r_bar[i, j, k]
                sources_bar[j, k] -= r_bar[i, j, k]
    return moments_bar, sources_bar, points_bar
