import numpy as np


def einsum(left, right):
    """The sums of left[i, j, k] * right[i, j, k] over k."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total = 0.0
            for k in range(left.shape[2]):
                total += left[i, j, k] * right[i, j, k]
            result[i, j] = total
    return result


def einsum_2(left, right):
    """The sums of left[i, j] * right[i, j, k] over j."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], right.shape[2]))
    for i in range(left.shape[0]):
        for k in range(right.shape[2]):
            total = 0.0
            for j in range(left.shape[1]):
                total += left[i, j] * right[i, j, k]
            result[i, k] = total
    return result


def einsum_2_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for k in range(right.shape[2]):
            total_bar = result_bar[i, k]
            for j in range(left.shape[1]):
                left_bar[i, j] += right[i, j, k] * total_bar
                right_bar[i, j, k] += left[i, j] * total_bar


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_bar = result_bar[i, j]
            for k in range(left.shape[2]):
                left_bar[i, j, k] += right[i, j, k] * total_bar
                right_bar[i, j, k] += left[i, j, k] * total_bar


def fill_diagonal(a):
    """Write a number, or a vector, on the diagonal of a matrix."""
    value = 1.0
    for i in range(min(a.shape[0], a.shape[1])):
        a[i, i] = value


def fill_diagonal_2(a):
    """Write a number, or a vector, on the diagonal of a matrix."""
    value = 0.0
    for i in range(min(a.shape[0], a.shape[1])):
        a[i, i] = value


def fill_diagonal_2_adjoint(a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(min(a_bar.shape[0], a_bar.shape[1])):
        a_bar[i, i] = 0.0


def fill_diagonal_adjoint(a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(min(a_bar.shape[0], a_bar.shape[1])):
        a_bar[i, i] = 0.0


def triu_indices(n):
    """The places of a matrix from the k-th diagonal upwards, row after row."""
    count = 0
    for i in range(n):
        count += max(n - (i + 1), 0)
    rows = np.empty(count, dtype=np.int64)
    places = np.empty(count, dtype=np.int64)
    place = 0
    for i in range(n):
        for j in range(i + 1, n):
            rows[place] = i
            places[place] = j
            place += 1
    return rows, places


def pair_potential_by_distances_vjp(
    position, charge, sigma, result_0_bar, result_1_bar
):
    """The adjoints of position, charge and sigma of pair_potential_by_distances, for
    the adjoint of its result.
    """
    # forward sweep
    delta = np.empty((position.shape[0], position.shape[0], position.shape[1]))
    for k in range(position.shape[0]):
        for m in range(position.shape[0]):
            for n in range(position.shape[1]):
                delta[k, m, n] = position[k, n] - position[m, n]
    r2 = einsum(delta, delta)
    fill_diagonal(r2)
    power = sigma**2
    if charge[:, None].shape[0] != position.shape[0]:
        raise ValueError("charge[:, None] and r have different shapes")
    energy = np.empty_like(r2)
    i, j = triu_indices(len(position))
    slope = np.empty_like(r2)
    for k in range(position.shape[0]):
        for m in range(position.shape[0]):
            r = np.sqrt(r2[k, m])
            s6 = (power / r2[k, m]) ** 3
            quotient_2 = charge[k] * charge[m] / r
            slope[k, m] = (24.0 * (s6 - 2.0 * s6**2) - quotient_2) / r2[k, m]
    fill_diagonal_2(slope)
    if i.shape != j.shape:
        raise ValueError("i and j have different shapes")
    einsum_2_result = einsum_2(slope, delta)

    # reverse sweep
    position_bar = np.zeros_like(position)
    charge_bar = np.zeros_like(charge)
    term_bar = result_1_bar.copy()
    einsum_2_result_bar = np.empty_like(einsum_2_result)
    for k in range(position.shape[0]):
        for m in range(position.shape[1]):
            einsum_2_result_bar[k, m] = -term_bar[k, m]
    delta_bar = np.zeros_like(delta)
    slope_bar = np.zeros_like(slope)
    einsum_2_adjoint(slope, delta, einsum_2_result_bar, slope_bar, delta_bar)
    energy_bar = np.zeros_like(energy)
    for k in range(len(i)):
        energy_bar[i[k], j[k]] += result_0_bar
    fill_diagonal_2_adjoint(slope_bar)
    r2_bar = np.empty_like(r2)

    # forward and reverse in one sweep: the iterations are independent
    power_bar = 0.0
    for k in range(position.shape[0]):
        for m in range(position.shape[0]):
            r = np.sqrt(r2[k, m])
            quotient = power / r2[k, m]
            s6 = quotient**3
            quotient_3 = charge[k] * charge[m] / r
            quotient_2 = charge[k] * charge[m] / r
            quotient_4 = (24.0 * (s6 - 2.0 * s6**2) - quotient_2) / r2[k, m]
            numerator_bar_2 = slope_bar[k, m] / r2[k, m]
            s6_bar = (24.0 - 96.0 * s6) * numerator_bar_2
            numerator_bar = -numerator_bar_2 / r
            charge_bar[k] += charge[m] * numerator_bar
            charge_bar[m] += charge[k] * numerator_bar
            s6_bar += (8.0 * s6 - 4.0) * energy_bar[k, m]
            numerator_bar_3 = energy_bar[k, m] / r
            charge_bar[k] += charge[m] * numerator_bar_3
            charge_bar[m] += charge[k] * numerator_bar_3
            r_bar = -quotient_2 * numerator_bar - quotient_3 * numerator_bar_3
            numerator_bar = 3.0 * quotient**2 * s6_bar / r2[k, m]
            power_bar += numerator_bar
            r2_bar[k, m] = -(quotient_4 * numerator_bar_2 + quotient * numerator_bar)
            r2_bar[k, m] += r_bar / (2.0 * r)
    fill_diagonal_adjoint(r2_bar)
    einsum_adjoint(delta, delta, r2_bar, delta_bar, delta_bar)
    for k in range(position.shape[0]):
        for m in range(position.shape[0]):
            for n in range(position.shape[1]):
                position_bar[k, n] += delta_bar[k, m, n]
                position_bar[m, n] -= delta_bar[k, m, n]
    return position_bar, charge_bar, 2.0 * sigma * power_bar
