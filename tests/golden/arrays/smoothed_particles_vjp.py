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
    if a < 0.0:
        a = 0.0
    return a


def bounded_adjoint(a, result_bar):
    """The adjoint of a in bounded."""
    a_bar = result_bar
    if a < 0.0:
        a_bar = 0.0
    return a_bar


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


def vecdot(left, right):
    """The sums of left[i, j] * right[i, j] over j."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vecdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vecdot have different shapes")
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total = 0.0
        for j in range(left.shape[1]):
            total += left[i, j] * right[i, j]
        result[i] = total
    return result


def vecdot_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vecdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vecdot have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            left_bar[i, j] += right[i, j] * total_bar
            right_bar[i, j] += left[i, j] * total_bar


def smoothed_particles_vjp(
    places, velocities, masses, width, stiffness, viscosity, result_0_bar, result_1_bar
):
    """The adjoints of places, velocities, masses, width, stiffness and viscosity of
    smoothed_particles, for the adjoint of its result.
    """
    # forward sweep
    arr = np.empty((len(places), len(places)))
    i, j = triu_indices(arr.shape[0], arr.shape[1])
    if places[i].shape[0] != places[j].shape[0]:
        raise ValueError("places[i] and places[j] have different shapes")
    gap = np.empty((len(i), places.shape[1]))
    for k in range(len(i)):
        for m in range(places.shape[1]):
            gap[k, m] = places[i[k], m] - places[j[k], m]
    r = along_axis(gap)
    power = width**2
    power_2 = width**3
    slope = np.empty(len(i))
    power_3 = width**2
    density = np.empty_like(masses)
    for k in range(len(masses)):
        density[k] = masses[k] / power_3
    values_3 = np.empty(len(i))
    for k in range(len(i)):
        q = r[k] / width
        near = bounded(2.0 - q)
        kernel = (0.25 * near**3 - bounded(1.0 - q) ** 3) / power
        slope[k] = (-0.75 * near**2 + 3.0 * bounded(1.0 - q) ** 2) / power_2
        density[i[k]] += masses[j[k]] * kernel
        values_3[k] = masses[i[k]] * kernel
    share = np.empty_like(masses)
    term = np.empty((len(i), velocities.shape[1]))
    for k in range(len(i)):
        density[j[k]] += values_3[k]
        for m in range(velocities.shape[1]):
            term[k, m] = velocities[i[k], m] - velocities[j[k], m]
    for k in range(len(masses)):
        pressure = stiffness * (density[k] ** 7 - 1.0)
        share[k] = pressure / density[k] ** 2
    along = vecdot(term, gap)
    term_2 = 0.01 * width**2
    quotient = np.empty_like(along)
    for k in range(len(i)):
        if along[k] < 0.0:
            drag = -viscosity * along[k] / (r[k] ** 2 + term_2)
        else:
            drag = 0.0
        quotient[k] = (share[i[k]] + share[j[k]] + drag) * slope[k] / r[k]
    quotient_part = quotient[:, None]
    values_4 = np.empty((len(i), places.shape[1]))
    values_5 = np.empty((len(i), places.shape[1]))

    # reverse sweep
    places_bar = np.zeros_like(places)
    velocities_bar = np.zeros_like(velocities)
    masses_bar = np.zeros_like(masses)
    density_bar = result_0_bar.copy()
    force_bar = result_1_bar.copy()
    values_5_bar = np.zeros_like(values_5)

    # forward and reverse in one sweep: the iterations are independent
    for k_4 in range(len(j)):
        j_part = j[k_4]
        for k in range(places.shape[1]):
            values_5_bar[k_4, k] += force_bar[j_part, k]
    values_4_bar = np.empty_like(values_4)

    # forward and reverse in one sweep: the iterations are independent
    for k_3 in range(len(i)):
        i_part = i[k_3]
        for k in range(places.shape[1]):
            values_4_bar[k_3, k] = -force_bar[i_part, k]
    gap_bar = np.empty_like(gap)
    quotient_bar = np.zeros_like(quotient)
    quotient_part_bar = quotient_bar[:, None]

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(i)):
        for m in range(places.shape[1]):
            push = quotient_part[k, 0] * gap[k, m]
            masses_bar[i[k]] += push * values_5_bar[k, m]
            push_bar = masses[i[k]] * values_5_bar[k, m]
            masses_bar[j[k]] += push * values_4_bar[k, m]
            push_bar += masses[j[k]] * values_4_bar[k, m]
            quotient_part_bar[k, 0] += gap[k, m] * push_bar
            gap_bar[k, m] = quotient_part[k, 0] * push_bar
    r_bar = np.empty_like(r)
    slope_bar = np.empty_like(slope)
    share_bar = np.zeros_like(share)
    along_bar = np.zeros_like(along)
    term_2_bar = 0.0
    viscosity_bar = 0.0
    for k in range(len(i)):
        if along[k] < 0.0:
            drag = -viscosity * along[k] / (r[k] ** 2 + term_2)
        else:
            drag = 0.0
        quotient_2 = (share[i[k]] + share[j[k]] + drag) * slope[k] / r[k]
        numerator_bar = quotient_bar[k] / r[k]
        drag_bar = slope[k] * numerator_bar
        share_bar[i[k]] += drag_bar
        share_bar[j[k]] += drag_bar
        slope_bar[k] = (share[i[k]] + share[j[k]] + drag) * numerator_bar
        r_bar[k] = -quotient_2 * numerator_bar
        if along[k] < 0.0:
            numerator_bar = drag_bar / (r[k] ** 2 + term_2)
            viscosity_bar -= along[k] * numerator_bar
            along_bar[k] -= viscosity * numerator_bar
            r_bar[k] -= 2.0 * r[k] * drag * numerator_bar
            term_2_bar -= drag * numerator_bar
    width_bar = 0.02 * width * term_2_bar
    term_bar = np.zeros_like(term)
    vecdot_adjoint(term, gap, along_bar, term_bar, gap_bar)

    # forward and reverse in one sweep: the iterations are independent
    stiffness_bar = 0.0
    for k in range(len(masses)):
        power_4 = density[k] ** 7
        pressure = stiffness * (power_4 - 1.0)
        quotient_2 = pressure / density[k] ** 2
        numerator_bar = share_bar[k] / density[k] ** 2
        density_bar[k] -= 2.0 * density[k] * quotient_2 * numerator_bar
        stiffness_bar += (power_4 - 1.0) * numerator_bar
        density_bar[k] += 7.0 * density[k] ** 6 * stiffness * numerator_bar
    values_3_bar = np.empty_like(values_3)
    for k in range(len(i)):
        for m in range(velocities.shape[1]):
            velocities_bar[i[k], m] += term_bar[k, m]
            velocities_bar[j[k], m] -= term_bar[k, m]
        values_3_bar[k] = density_bar[j[k]]

    # forward and reverse in one sweep: the iterations are independent
    power_2_bar = 0.0
    power_bar = 0.0
    for k in range(len(i)):
        q = r[k] / width
        a = 2.0 - q
        near = bounded(a)
        a_2 = 1.0 - q
        clip_result = bounded(a_2)
        kernel = (0.25 * near**3 - clip_result**3) / power
        a_3 = 1.0 - q
        clip_result_2 = bounded(a_3)
        quotient_2 = (-0.75 * near**2 + 3.0 * clip_result_2**2) / power_2
        masses_bar[i[k]] += kernel * values_3_bar[k]
        kernel_bar = masses[i[k]] * values_3_bar[k]
        values_bar = density_bar[i[k]]
        masses_bar[j[k]] += kernel * values_bar
        kernel_bar += masses[j[k]] * values_bar
        numerator_bar = slope_bar[k] / power_2
        power_2_bar -= quotient_2 * numerator_bar
        a_3_bar = bounded_adjoint(a_3, 6.0 * clip_result_2 * numerator_bar)
        numerator_bar_2 = kernel_bar / power
        near_bar = 0.75 * near**2 * numerator_bar_2 - 1.5 * near * numerator_bar
        power_bar -= kernel * numerator_bar_2
        a_2_bar = bounded_adjoint(a_2, -3.0 * clip_result**2 * numerator_bar_2)
        numerator_bar = (-a_3_bar - a_2_bar - bounded_adjoint(a, near_bar)) / width
        r_bar[k] += numerator_bar
        width_bar -= q * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    power_3_bar = 0.0
    for k in range(len(masses)):
        numerator_bar = density_bar[k] / power_3
        masses_bar[k] += numerator_bar
        power_3_bar -= masses[k] * numerator_bar / power_3
    width_bar += 2.0 * width * power_3_bar + 3.0 * width**2 * power_2_bar
    width_bar += 2.0 * width * power_bar
    along_axis_adjoint(gap, r_bar, gap_bar)
    for k in range(len(i)):
        for m in range(places.shape[1]):
            places_bar[i[k], m] += gap_bar[k, m]
            places_bar[j[k], m] -= gap_bar[k, m]
    return (
        places_bar,
        velocities_bar,
        masses_bar,
        width_bar,
        stiffness_bar,
        viscosity_bar,
    )
