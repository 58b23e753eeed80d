import numpy as np


def einsum_2_tangent(left, right, left_dot, right_dot):
    """einsum_2 and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], right.shape[2]))
    result = np.empty((left.shape[0], right.shape[2]))
    for i in range(left.shape[0]):
        for k in range(right.shape[2]):
            total_dot = 0.0
            total = 0.0
            for j in range(left.shape[1]):
                term = left[i, j] * right_dot[i, j, k]
                total_dot += left_dot[i, j] * right[i, j, k] + term
                total += left[i, j] * right[i, j, k]
            result_dot[i, k] = total_dot
            result[i, k] = total
    return result, result_dot


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1]))
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_dot = 0.0
            total = 0.0
            for k in range(left.shape[2]):
                term = left[i, j, k] * right_dot[i, j, k]
                total_dot += left_dot[i, j, k] * right[i, j, k] + term
                total += left[i, j, k] * right[i, j, k]
            result_dot[i, j] = total_dot
            result[i, j] = total
    return result, result_dot


def fill_diagonal_2_tangent(a, a_dot):
    """fill_diagonal_2 and its tangent."""
    value = 0.0
    for i in range(min(a.shape[0], a.shape[1])):
        a_dot[i, i] = 0.0
        a[i, i] = value


def fill_diagonal_tangent(a, a_dot):
    """fill_diagonal and its tangent."""
    value = 1.0
    for i in range(min(a.shape[0], a.shape[1])):
        a_dot[i, i] = 0.0
        a[i, i] = value


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


def pair_potential_by_distances_jvp(
    position, charge, sigma, position_dot, charge_dot, sigma_dot
):
    """The value of pair_potential_by_distances, and its derivative in the direction
    position_dot, charge_dot, sigma_dot.
    """
    delta_dot = np.empty((position.shape[0], position.shape[0], position.shape[1]))
    delta = np.empty((position.shape[0], position.shape[0], position.shape[1]))
    for k in range(position.shape[0]):
        for m in range(position.shape[0]):
            for n in range(position.shape[1]):
                delta_dot[k, m, n] = position_dot[k, n] - position_dot[m, n]
                delta[k, m, n] = position[k, n] - position[m, n]
    r2, r2_dot = einsum_tangent(delta, delta, delta_dot, delta_dot)
    fill_diagonal_tangent(r2, r2_dot)
    power_dot = 2.0 * sigma * sigma_dot
    power = sigma**2
    if charge[:, None].shape[0] != position.shape[0]:
        raise ValueError("charge[:, None] and r have different shapes")
    energy_dot = np.zeros_like(r2)
    energy = np.empty_like(r2)
    i, j = triu_indices(len(position))
    slope_dot = np.zeros_like(r2)
    slope = np.empty_like(r2)
    for k in range(position.shape[0]):
        for m in range(position.shape[0]):
            r = np.sqrt(r2[k, m])
            r_dot = r2_dot[k, m] / (2.0 * r)
            quotient = power / r2[k, m]
            quotient_dot = (power_dot - quotient * r2_dot[k, m]) / r2[k, m]
            s6_dot = 3.0 * quotient**2 * quotient_dot
            s6 = quotient**3
            quotient = charge[k] * charge[m] / r
            factor = (
                charge_dot[k] * charge[m] + charge[k] * charge_dot[m] - quotient * r_dot
            )
            quotient_dot = factor / r
            energy_dot[k, m] = 4.0 * (2.0 * s6 * s6_dot - s6_dot) + quotient_dot
            energy[k, m] = 4.0 * (s6**2 - s6) + quotient
            quotient = charge[k] * charge[m] / r
            factor_2 = (
                charge_dot[k] * charge[m] + charge[k] * charge_dot[m] - quotient * r_dot
            )
            quotient_dot = factor_2 / r
            quotient = (24.0 * (s6 - 2.0 * s6**2) - quotient) / r2[k, m]
            factor_3 = (
                24.0 * (s6_dot - 4.0 * s6 * s6_dot)
                - quotient_dot
                - quotient * r2_dot[k, m]
            )
            quotient_dot = factor_3 / r2[k, m]
            slope_dot[k, m] = quotient_dot
            slope[k, m] = quotient
    fill_diagonal_2_tangent(slope, slope_dot)
    if i.shape != j.shape:
        raise ValueError("i and j have different shapes")
    total_dot = 0.0
    total = 0.0
    for k in range(len(i)):
        total_dot += energy_dot[i[k], j[k]]
        total += energy[i[k], j[k]]
    einsum_2_result, einsum_2_result_dot = einsum_2_tangent(
        slope, delta, slope_dot, delta_dot
    )
    term_dot = np.zeros_like(einsum_2_result)
    term = np.empty_like(einsum_2_result)
    for k in range(position.shape[0]):
        for m in range(position.shape[1]):
            term_dot[k, m] = -einsum_2_result_dot[k, m]
            term[k, m] = -einsum_2_result[k, m]
    return total, term, total_dot, term_dot
