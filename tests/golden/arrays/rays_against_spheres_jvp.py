import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
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
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = length_of_tangent(a_i, a_i_dot)
    return values, values_dot


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < 0.05:
        a_dot = 0.0
        a = 0.05
    return a, a_dot


def rays_against_spheres_jvp(
    centres, radii, directions, light, centres_dot, radii_dot, directions_dot, light_dot
):
    """The value of rays_against_spheres, and its derivative in the direction
    centres_dot, radii_dot, directions_dot, light_dot.
    """
    values, values_dot = along_axis_tangent(directions, directions_dot)
    d_dot = np.empty_like(directions)
    d = np.empty_like(directions)
    for i in range(directions.shape[0]):
        for j in range(directions.shape[1]):
            quotient = directions[i, j] / values[i]
            d_dot[i, j] = (directions_dot[i, j] - quotient * values_dot[i]) / values[i]
            d[i, j] = quotient
    if centres.shape[1] != directions.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    b_dot = d_dot @ centres.T + d @ centres_dot.T
    b = d @ centres.T
    if centres.shape[0] != len(radii):
        raise ValueError("centres and radii have different shapes")
    c_dot = np.empty(centres.shape[0])
    c = np.empty(centres.shape[0])
    for i in range(centres.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(directions.shape[1]):
            total_dot += 2.0 * centres[i, j] * centres_dot[i, j]
            total += centres[i, j] ** 2
        c_dot[i] = total_dot - 2.0 * radii[i] * radii_dot[i]
        c[i] = total - radii[i] ** 2
    hit = np.empty((directions.shape[0], centres.shape[0]), dtype=np.bool_)
    depth_dot = np.zeros_like(b)
    depth = np.empty_like(b)
    for i in range(directions.shape[0]):
        for j in range(centres.shape[0]):
            disc_dot = 2.0 * b[i, j] * b_dot[i, j] - c_dot[j]
            disc = b[i, j] ** 2 - c[j]
            hit[i, j] = disc > 0.0
            if hit[i, j]:
                sqrt_choice = np.sqrt(disc)
                depth_dot[i, j] = b_dot[i, j] - disc_dot / (2.0 * sqrt_choice)
                depth[i, j] = b[i, j] - sqrt_choice
            else:
                depth_dot[i, j] = 0.0
                depth[i, j] = 1000.0
    nearest = along_axis_2_tangent(depth, depth_dot)
    index = np.arange(directions.shape[0])
    if index.shape != nearest.shape:
        raise ValueError("index and nearest have different shapes")
    t_dot = np.empty(directions.shape[0])
    t = np.empty(directions.shape[0])
    normal_dot = np.empty_like(directions)
    normal = np.empty_like(directions)
    for i in range(directions.shape[0]):
        t_dot[i] = depth_dot[index[i], nearest[i]]
        t[i] = depth[index[i], nearest[i]]
        for j in range(directions.shape[1]):
            quotient = (t[i] * d[i, j] - centres[nearest[i], j]) / radii[nearest[i]]
            factor = (
                t_dot[i] * d[i, j]
                + t[i] * d_dot[i, j]
                - centres_dot[nearest[i], j]
                - quotient * radii_dot[nearest[i]]
            )
            quotient_dot = factor / radii[nearest[i]]
            normal_dot[i, j] = quotient_dot
            normal[i, j] = quotient
    if directions.shape[1] != len(light):
        raise ValueError("normal and light have different shapes")
    a_dot = normal_dot @ light + normal @ light_dot
    a = normal @ light
    values_2 = along_axis_3(hit)
    out_dot = np.zeros_like(a)
    out = np.empty_like(a)
    for i in range(directions.shape[0]):
        a_i = a[i]
        shade, shade_dot = bounded_tangent(a_i, a_dot[i])
        if values_2[i]:
            quotient = shade / t[i] ** 2
            out_dot[i] = (shade_dot - 2.0 * quotient * t[i] * t_dot[i]) / t[i] ** 2
            out[i] = quotient
        else:
            out_dot[i] = 0.0
            out[i] = 0.0
    return out, out_dot
