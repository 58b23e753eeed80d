import numpy as np


def determinant(a):
    """The determinant of a matrix: s2sad.library.inverses.determinant(a)."""
    return np.linalg.det(a)


def inverse_2(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def determinant_tangent(a, a_dot):
    z = determinant(a)
    term = inverse_2(a).T
    total = 0.0
    for i in range(term.shape[0]):
        for j in range(term.shape[1]):
            total += term[i, j] * a_dot[i, j]
    return z, z * total


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[1] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty(left.shape[0])
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[j, i] + left[i, j] * right_dot[j, i]
            total += left[i, j] * right[j, i]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def inverse_tangent(a, a_dot):
    z = inverse_2(a)
    term = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = -z[i, j]
    return z, term @ a_dot @ z


def triu_tangent(m, m_dot):
    """triu and its tangent."""
    part_dot = np.zeros(m.shape)
    part = np.zeros(m.shape)
    for i in range(m.shape[0]):
        for j in range(i + 1, m.shape[1]):
            part_dot[i, j] = m_dot[i, j]
            part[i, j] = m[i, j]
    return part, part_dot


def slater_determinants_jvp(
    positions, width, jastrow, positions_dot, width_dot, jastrow_dot
):
    """The value of slater_determinants, and its derivative in the direction
    positions_dot, width_dot, jastrow_dot.
    """
    n = len(positions)
    degree = np.arange(n)
    x_dot = positions_dot[:, None]
    x = positions[:, None]
    orbital_dot = np.empty((n, len(degree)))
    orbital = np.empty((n, len(degree)))
    first_dot = np.empty((n, len(degree)))
    first = np.empty((n, len(degree)))
    far_dot = np.empty((n, n))
    far = np.empty((n, n))
    total_dot = np.empty(n)
    total = np.empty(n)
    for i in range(n):
        for j in range(len(degree)):
            power_dot = (
                degree[j]
                * x[i, 0] ** (degree[j] - 1 if degree[j] != 0 else 0)
                * x_dot[i, 0]
            )
            power = x[i, 0] ** degree[j]
            quotient_3 = -0.5 * x[i, 0] ** 2 / width
            quotient_3_dot = (-x[i, 0] * x_dot[i, 0] - quotient_3 * width_dot) / width
            exp_quotient = np.exp(quotient_3)
            exp_quotient_dot = exp_quotient * quotient_3_dot
            orbital_dot[i, j] = power_dot * exp_quotient + power * exp_quotient_dot
            orbital[i, j] = power * exp_quotient
            maximum_result = np.maximum(degree[j] - 1, 0)
            power_dot = (
                maximum_result
                * x[i, 0] ** (maximum_result - 1 if maximum_result != 0 else 0)
                * x_dot[i, 0]
            )
            power = x[i, 0] ** maximum_result
            quotient_3 = -0.5 * x[i, 0] ** 2 / width
            quotient_3_dot = (-x[i, 0] * x_dot[i, 0] - quotient_3 * width_dot) / width
            exp_quotient = np.exp(quotient_3)
            exp_quotient_dot = exp_quotient * quotient_3_dot
            term = degree[j] * power * exp_quotient_dot
            first_dot[i, j] = degree[j] * power_dot * exp_quotient + term
            first[i, j] = degree[j] * power * exp_quotient
            quotient_3 = x[i, 0] / width
            quotient_3_dot = (x_dot[i, 0] - quotient_3 * width_dot) / width
            term_2 = quotient_3 * orbital_dot[i, j]
            first_dot[i, j] -= quotient_3_dot * orbital[i, j] + term_2
            first[i, j] -= quotient_3 * orbital[i, j]
        total_dot[i] = 0.0
        total[i] = 0.0
        for j in range(n):
            gap = positions[i] - positions[j]
            far_dot[i, j] = np.sign(gap) * (positions_dot[i] - positions_dot[j])
            far[i, j] = np.abs(gap) + (1.0 if i == j else 0.0)
            pull = jastrow * np.sign(gap) / (1.0 + jastrow * far[i, j]) ** 2
            term_3 = (
                2.0
                * pull
                * (1.0 + jastrow * far[i, j])
                * (jastrow_dot * far[i, j] + jastrow * far_dot[i, j])
            )
            factor = jastrow_dot * np.sign(gap) - term_3
            pull_dot = factor / (1.0 + jastrow * far[i, j]) ** 2
            total_dot[i] += pull_dot
            total[i] += pull
    inverse, inverse_dot = inverse_tangent(orbital, orbital_dot)
    drift, drift_dot = einsum_tangent(first, inverse, first_dot, inverse_dot)
    drift_2_dot = np.zeros_like(drift)
    drift_2 = np.empty_like(drift)
    quotient_dot = np.empty((n, n))
    quotient = np.empty((n, n))
    for i in range(n):
        drift_2_dot[i] = drift_dot[i] + total_dot[i]
        drift_2[i] = drift[i] + total[i]
        for j in range(n):
            quotient_3 = 1.0 / far[i, j]
            quotient_dot[i, j] = -quotient_3 * far_dot[i, j] / far[i, j]
            quotient[i, j] = quotient_3
    triu_result, triu_result_dot = triu_tangent(quotient, quotient_dot)
    repulsion_dot = 0.0
    repulsion = 0.0
    determinant_orbital, determinant_orbital_dot = determinant_tangent(
        orbital, orbital_dot
    )
    abs_determinant_orbital_dot = np.sign(determinant_orbital) * determinant_orbital_dot
    abs_determinant_orbital = np.abs(determinant_orbital)
    value_dot = abs_determinant_orbital_dot / abs_determinant_orbital
    value = np.log(abs_determinant_orbital)
    quotient_2_dot = np.empty((n, n))
    quotient_2 = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            repulsion_dot += triu_result_dot[i, j]
            repulsion += triu_result[i, j]
            quotient_3 = jastrow * far[i, j] / (1.0 + jastrow * far[i, j])
            factor_2 = (
                jastrow_dot * far[i, j]
                + jastrow * far_dot[i, j]
                - quotient_3 * (jastrow_dot * far[i, j] + jastrow * far_dot[i, j])
            )
            quotient_3_dot = factor_2 / (1.0 + jastrow * far[i, j])
            quotient_2_dot[i, j] = quotient_3_dot
            quotient_2[i, j] = quotient_3
    triu_result_2, triu_result_2_dot = triu_tangent(quotient_2, quotient_2_dot)
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(n):
        for j in range(n):
            total_2_dot += triu_result_2_dot[i, j]
            total_2 += triu_result_2[i, j]
        term_4 = 2.0 * positions[i] * positions_dot[i]
        total_3_dot += 2.0 * drift_2[i] * drift_2_dot[i] + term_4
        total_3 += drift_2[i] ** 2 + positions[i] ** 2
    value += total_2
    value_2_dot = 0.5 * total_3_dot + repulsion_dot
    value_2 = 0.5 * total_3 + repulsion
    return value, value_2, value_dot + total_2_dot, value_2_dot
