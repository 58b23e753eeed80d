import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = length_of(a_i)
    return values


def along_axis_2(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0], dtype=np.int64)
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.argmin(a_i)
    return values


def along_axis_3(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0], dtype=np.bool_)
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.any(a_i)
    return values


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        length_of_adjoint(a_i, result_bar[i], a_i_bar)


def bounded(a):
    """a, or the bound that it is beyond."""
    if a < 0.05:
        a = 0.05
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    a_bar = result_bar
    if a < 0.05:
        a_bar = 0.0
    return a_bar


def rays_against_spheres_vjp(centres, radii, directions, light, result_bar):
    """The adjoints of centres, radii, directions and light of rays_against_spheres,
    for the adjoint of its result.
    """
    # forward sweep
    values = along_axis(directions)
    d = np.empty_like(directions)
    for i in range(directions.shape[0]):
        for j in range(directions.shape[1]):
            d[i, j] = directions[i, j] / values[i]
    if centres.shape[1] != directions.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    b = d @ centres.T
    if centres.shape[0] != len(radii):
        raise ValueError("centres and radii have different shapes")
    c = np.empty(centres.shape[0])
    for i in range(centres.shape[0]):
        total = 0.0
        for j in range(directions.shape[1]):
            total += centres[i, j] ** 2
        c[i] = total - radii[i] ** 2
    hit = np.empty((directions.shape[0], centres.shape[0]), dtype=np.bool_)
    depth = np.empty_like(b)
    for i in range(directions.shape[0]):
        for j in range(centres.shape[0]):
            disc = b[i, j] ** 2 - c[j]
            hit[i, j] = disc > 0.0
            if hit[i, j]:
                depth[i, j] = b[i, j] - np.sqrt(disc)
            else:
                depth[i, j] = 1000.0
    nearest = along_axis_2(depth)
    index = np.arange(directions.shape[0])
    if index.shape != nearest.shape:
        raise ValueError("index and nearest have different shapes")
    t = np.empty(directions.shape[0])
    normal = np.empty_like(directions)
    for i in range(directions.shape[0]):
        t[i] = depth[index[i], nearest[i]]
        for j in range(directions.shape[1]):
            quotient = (t[i] * d[i, j] - centres[nearest[i], j]) / radii[nearest[i]]
            normal[i, j] = quotient
    if directions.shape[1] != len(light):
        raise ValueError("normal and light have different shapes")
    a = normal @ light
    values_2 = along_axis_3(hit)

    # reverse sweep
    centres_bar = np.zeros_like(centres)
    radii_bar = np.zeros_like(radii)
    directions_bar = np.empty_like(directions)
    out_bar = result_bar.copy()
    t_bar = np.zeros_like(t)
    a_bar = np.empty_like(a)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(directions.shape[0]):
        a_i = a[i]
        shade = bounded(a_i)
        shade_bar = 0.0
        if values_2[i]:
            numerator_bar = out_bar[i] / t[i] ** 2
            shade_bar += numerator_bar
            t_bar[i] -= 2.0 * t[i] * shade * numerator_bar / t[i] ** 2
        a_bar[i] = bounded_adjoint(a_i, shade_bar)
    normal_bar = np.outer(a_bar, light)
    light_bar = normal.T @ a_bar
    d_bar = np.empty_like(d)
    depth_bar = np.zeros_like(depth)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(directions.shape[0]):
        t_i_bar = 0.0
        for j in range(directions.shape[1]):
            quotient = (t[i] * d[i, j] - centres[nearest[i], j]) / radii[nearest[i]]
            numerator_bar = normal_bar[i, j] / radii[nearest[i]]
            t_i_bar += d[i, j] * numerator_bar
            d_bar[i, j] = t[i] * numerator_bar
            centres_bar[nearest[i], j] -= numerator_bar
            radii_bar[nearest[i]] -= quotient * numerator_bar
        t_bar[i] += t_i_bar
        depth_bar[index[i], nearest[i]] += t_bar[i]
    b_bar = np.zeros_like(b)
    c_bar = np.zeros_like(c)
    for i in range(directions.shape[0]):
        for j in range(centres.shape[0]):
            disc = b[i, j] ** 2 - c[j]
            if hit[i, j]:
                disc_bar = -depth_bar[i, j] / (2.0 * np.sqrt(disc))
                b_bar[i, j] += depth_bar[i, j] + 2.0 * b[i, j] * disc_bar
                c_bar[j] -= disc_bar
    for i in range(centres.shape[0]):
        total_bar = c_bar[i]
        radii_bar[i] -= 2.0 * radii[i] * c_bar[i]
        for j in range(directions.shape[1]):
            centres_bar[i, j] += 2.0 * centres[i, j] * total_bar
    d_bar += b_bar @ centres
    centres_bar += (d.T @ b_bar).T
    values_bar = np.empty_like(values)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(directions.shape[0]):
        values_i_bar = 0.0
        for j in range(directions.shape[1]):
            numerator_bar = d_bar[i, j] / values[i]
            directions_bar[i, j] = numerator_bar
            values_i_bar -= directions[i, j] * numerator_bar / values[i]
        values_bar[i] = values_i_bar
    along_axis_adjoint(directions, values_bar, directions_bar)
    return centres_bar, radii_bar, directions_bar, light_bar
