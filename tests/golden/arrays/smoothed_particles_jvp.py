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
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = length_of_tangent(a_i, a_i_dot)
    return values, values_dot


def bounded_tangent(a, a_dot):
    """bounded and its tangent."""
    if a < 0.0:
        a_dot = 0.0
        a = 0.0
    return a, a_dot


def triu_indices(n, m):
    """The places of a matrix from the k-th diagonal upwards, row after row."""
    count = 0
    for i in range(n):
        count += max(m - (i + 1), 0)
    rows = np.empty(count, dtype=np.int64)
    places = np.empty(count, dtype=np.int64)
    place = 0
    for i in range(n):
        for j in range(i + 1, m):
            rows[place] = i
            places[place] = j
            place += 1
    return rows, places


def vecdot_tangent(left, right, left_dot, right_dot):
    """vecdot and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vecdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vecdot have different shapes")
    result_dot = np.empty(left.shape[0])
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[i, j] + left[i, j] * right_dot[i, j]
            total += left[i, j] * right[i, j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def smoothed_particles_jvp(
    places,
    velocities,
    masses,
    width,
    stiffness,
    viscosity,
    places_dot,
    velocities_dot,
    masses_dot,
    width_dot,
    stiffness_dot,
    viscosity_dot,
):
    """The value of smoothed_particles, and its derivative in the direction
    places_dot, velocities_dot, masses_dot, width_dot, stiffness_dot,
    viscosity_dot.
    """
    arr = np.empty((len(places), len(places)))
    i, j = triu_indices(arr.shape[0], arr.shape[1])
    if places[i].shape[0] != places[j].shape[0]:
        raise ValueError("places[i] and places[j] have different shapes")
    gap_dot = np.empty((len(i), places.shape[1]))
    gap = np.empty((len(i), places.shape[1]))
    for k in range(len(i)):
        for m in range(places.shape[1]):
            gap_dot[k, m] = places_dot[i[k], m] - places_dot[j[k], m]
            gap[k, m] = places[i[k], m] - places[j[k], m]
    r, r_dot = along_axis_tangent(gap, gap_dot)
    power_dot = 2.0 * width * width_dot
    power = width**2
    power_2_dot = 3.0 * width**2 * width_dot
    power_2 = width**3
    slope_dot = np.empty(len(i))
    slope = np.empty(len(i))
    power_3_dot = 2.0 * width * width_dot
    power_3 = width**2
    density_dot = np.empty_like(masses)
    density = np.empty_like(masses)
    for k in range(len(masses)):
        quotient_2 = masses[k] / power_3
        density_dot[k] = (masses_dot[k] - quotient_2 * power_3_dot) / power_3
        density[k] = quotient_2
    values_3_dot = np.empty(len(i))
    values_3 = np.empty(len(i))
    for k in range(len(i)):
        q = r[k] / width
        q_dot = (r_dot[k] - q * width_dot) / width
        near, near_dot = bounded_tangent(2.0 - q, -q_dot)
        clip_result, clip_result_dot = bounded_tangent(1.0 - q, -q_dot)
        kernel = (0.25 * near**3 - clip_result**3) / power
        factor = (
            0.75 * near**2 * near_dot
            - 3.0 * clip_result**2 * clip_result_dot
            - kernel * power_dot
        )
        kernel_dot = factor / power
        clip_result, clip_result_dot = bounded_tangent(1.0 - q, -q_dot)
        quotient_2 = (-0.75 * near**2 + 3.0 * clip_result**2) / power_2
        factor_2 = (
            6.0 * clip_result * clip_result_dot
            - 1.5 * near * near_dot
            - quotient_2 * power_2_dot
        )
        quotient_2_dot = factor_2 / power_2
        slope_dot[k] = quotient_2_dot
        slope[k] = quotient_2
        density_dot[i[k]] += masses_dot[j[k]] * kernel + masses[j[k]] * kernel_dot
        density[i[k]] += masses[j[k]] * kernel
        values_3_dot[k] = masses_dot[i[k]] * kernel + masses[i[k]] * kernel_dot
        values_3[k] = masses[i[k]] * kernel
    share_dot = np.empty_like(masses)
    share = np.empty_like(masses)
    term_dot = np.empty((len(i), velocities.shape[1]))
    term = np.empty((len(i), velocities.shape[1]))
    for k in range(len(i)):
        density_dot[j[k]] += values_3_dot[k]
        density[j[k]] += values_3[k]
        for m in range(velocities.shape[1]):
            term_dot[k, m] = velocities_dot[i[k], m] - velocities_dot[j[k], m]
            term[k, m] = velocities[i[k], m] - velocities[j[k], m]
    for k in range(len(masses)):
        power_dot = 7.0 * density[k] ** 6 * density_dot[k]
        power = density[k] ** 7
        pressure_dot = stiffness_dot * (power - 1.0) + stiffness * power_dot
        pressure = stiffness * (power - 1.0)
        quotient_2 = pressure / density[k] ** 2
        factor_3 = pressure_dot - 2.0 * quotient_2 * density[k] * density_dot[k]
        quotient_2_dot = factor_3 / density[k] ** 2
        share_dot[k] = quotient_2_dot
        share[k] = quotient_2
    along, along_dot = vecdot_tangent(term, gap, term_dot, gap_dot)
    term_2_dot = 0.02 * width * width_dot
    term_2 = 0.01 * width**2
    quotient_dot = np.zeros_like(along)
    quotient = np.empty_like(along)
    for k in range(len(i)):
        if along[k] < 0.0:
            drag = -viscosity * along[k] / (r[k] ** 2 + term_2)
            factor_4 = (
                -viscosity_dot * along[k]
                - viscosity * along_dot[k]
                - drag * (2.0 * r[k] * r_dot[k] + term_2_dot)
            )
            drag_dot = factor_4 / (r[k] ** 2 + term_2)
        else:
            drag_dot = 0.0
            drag = 0.0
        quotient_2 = (share[i[k]] + share[j[k]] + drag) * slope[k] / r[k]
        factor_5 = (
            (share_dot[i[k]] + share_dot[j[k]] + drag_dot) * slope[k]
            + (share[i[k]] + share[j[k]] + drag) * slope_dot[k]
            - quotient_2 * r_dot[k]
        )
        quotient_2_dot = factor_5 / r[k]
        quotient_dot[k] = quotient_2_dot
        quotient[k] = quotient_2
    quotient_part_dot = quotient_dot[:, None]
    quotient_part = quotient[:, None]
    force_dot = np.zeros_like(places)
    force = np.zeros_like(places)
    values_4_dot = np.empty((len(i), places.shape[1]))
    values_4 = np.empty((len(i), places.shape[1]))
    values_5_dot = np.empty((len(i), places.shape[1]))
    values_5 = np.empty((len(i), places.shape[1]))
    for k in range(len(i)):
        for m in range(places.shape[1]):
            term_3 = quotient_part[k, 0] * gap_dot[k, m]
            push_dot = quotient_part_dot[k, 0] * gap[k, m] + term_3
            push = quotient_part[k, 0] * gap[k, m]
            values_4_dot[k, m] = masses_dot[j[k]] * push + masses[j[k]] * push_dot
            values_4[k, m] = masses[j[k]] * push
            values_5_dot[k, m] = masses_dot[i[k]] * push + masses[i[k]] * push_dot
            values_5[k, m] = masses[i[k]] * push
    for k_3 in range(len(i)):
        i_part = i[k_3]
        for k in range(places.shape[1]):
            force_dot[i_part, k] -= values_4_dot[k_3, k]
            force[i_part, k] -= values_4[k_3, k]
    for k_4 in range(len(j)):
        j_part = j[k_4]
        for k in range(places.shape[1]):
            force_dot[j_part, k] += values_5_dot[k_4, k]
            force[j_part, k] += values_5[k_4, k]
    return density, force, density_dot, force_dot
