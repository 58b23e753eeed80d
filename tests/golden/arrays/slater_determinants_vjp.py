import numpy as np


def determinant(a):
    """The determinant of a matrix: s2sad.library.inverses.determinant(a)."""
    return np.linalg.det(a)


def inverse_2(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def determinant_adjoint(a, z_bar, a_bar):
    z = determinant(a)
    term = inverse_2(a).T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += z_bar * z * term[i, j]


def einsum(left, right):
    """The sums of left[i, j] * right[j, i] over j."""
    if right.shape[1] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total = 0.0
        for j in range(left.shape[1]):
            total += left[i, j] * right[j, i]
        result[i] = total
    return result


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[1] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            left_bar[i, j] += right[j, i] * total_bar
            right_bar[j, i] += left[i, j] * total_bar


def inverse_adjoint(a, z_bar, a_bar):
    z = inverse_2(a)
    product = z.T @ z_bar @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]


def triu(m):
    """The upper triangle, 0 below the k-th diagonal."""
    part = np.zeros(m.shape)
    for i in range(m.shape[0]):
        for j in range(i + 1, m.shape[1]):
            part[i, j] = m[i, j]
    return part


def triu_adjoint(result_bar, m_bar):
    """The adjoint of m is added to m_bar."""
    for i in range(m_bar.shape[0]):
        for j in range(i + 1, m_bar.shape[1]):
            m_bar[i, j] += result_bar[i, j]


def slater_determinants_vjp(positions, width, jastrow, result_0_bar, result_1_bar):
    """The adjoints of positions, width and jastrow of slater_determinants, for the
    adjoint of its result.
    """
    # forward sweep
    n = len(positions)
    degree = np.arange(n)
    x = positions[:, None]
    orbital = np.empty((n, len(degree)))
    first = np.empty((n, len(degree)))
    far = np.empty((n, n))
    total = np.empty(n)
    for i in range(n):
        for j in range(len(degree)):
            exponential = np.exp(-0.5 * x[i, 0] ** 2 / width)
            orbital[i, j] = x[i, 0] ** degree[j] * exponential
            power = x[i, 0] ** np.maximum(degree[j] - 1, 0)
            first[i, j] = degree[j] * power * exponential
            first[i, j] -= x[i, 0] / width * orbital[i, j]
        total[i] = 0.0
        for j in range(n):
            gap = positions[i] - positions[j]
            far[i, j] = np.abs(gap) + (1.0 if i == j else 0.0)
            pull = jastrow * np.sign(gap) / (1.0 + jastrow * far[i, j]) ** 2
            total[i] += pull
    inverse = inverse_2(orbital)
    drift = einsum(first, inverse)
    drift_2 = np.empty_like(drift)
    quotient = np.empty((n, n))
    for i in range(n):
        drift_2[i] = drift[i] + total[i]
        for j in range(n):
            quotient[i, j] = 1.0 / far[i, j]
    triu_result = triu(quotient)
    determinant_orbital = determinant(orbital)
    quotient_2 = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            quotient_3 = jastrow * far[i, j] / (1.0 + jastrow * far[i, j])
            quotient_2[i, j] = quotient_3
    triu_result_2 = triu(quotient_2)

    # reverse sweep
    positions_bar = np.empty_like(positions)
    total_3_bar = 0.5 * result_1_bar
    drift_2_bar = np.empty_like(drift_2)
    triu_result_2_bar = np.empty_like(triu_result_2)
    for i in range(n):
        drift_2_bar[i] = 2.0 * drift_2[i] * total_3_bar
        positions_bar[i] = 2.0 * positions[i] * total_3_bar
        for j in range(n):
            triu_result_2_bar[i, j] = result_0_bar
    quotient_2_bar = np.zeros_like(quotient_2)
    triu_adjoint(triu_result_2_bar, quotient_2_bar)
    far_bar = np.empty_like(far)
    triu_result_bar = np.empty_like(triu_result)

    # forward and reverse in one sweep: the iterations are independent
    jastrow_bar = 0.0
    for i in range(n):
        for j in range(n):
            quotient_3 = jastrow * far[i, j] / (1.0 + jastrow * far[i, j])
            numerator_bar = quotient_2_bar[i, j] / (1.0 + jastrow * far[i, j])
            jastrow_bar += far[i, j] * numerator_bar
            jastrow_bar -= far[i, j] * quotient_3 * numerator_bar
            far_bar[i, j] = (jastrow - jastrow * quotient_3) * numerator_bar
            triu_result_bar[i, j] = result_1_bar
    abs_determinant_orbital_bar = result_0_bar / np.abs(determinant_orbital)
    determinant_orbital_bar = np.sign(determinant_orbital) * abs_determinant_orbital_bar
    orbital_bar = np.zeros_like(orbital)
    determinant_adjoint(orbital, determinant_orbital_bar, orbital_bar)
    quotient_bar = np.zeros_like(quotient)
    triu_adjoint(triu_result_bar, quotient_bar)
    total_bar = np.empty_like(total)
    drift_bar = np.empty_like(drift)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        for j in range(n):
            far_bar[i, j] -= quotient_bar[i, j] / far[i, j] / far[i, j]
        drift_bar[i] = drift_2_bar[i]
        total_bar[i] = drift_2_bar[i]
    first_bar = np.zeros_like(first)
    inverse_bar = np.zeros_like(inverse)
    einsum_adjoint(first, inverse, drift_bar, first_bar, inverse_bar)
    inverse_adjoint(orbital, inverse_bar, orbital_bar)
    x_bar = positions_bar[:, None]
    width_bar = 0.0
    for i in range(n - 1, -1, -1):
        positions_i_bar = 0.0
        for j in range(n):
            gap = positions[i] - positions[j]
            pull = jastrow * np.sign(gap) / (1.0 + jastrow * far[i, j]) ** 2
            numerator_bar = total_bar[i] / (1.0 + jastrow * far[i, j]) ** 2
            sum_bar = -2.0 * (1.0 + jastrow * far[i, j]) * pull * numerator_bar
            jastrow_bar += np.sign(gap) * numerator_bar + far[i, j] * sum_bar
            far_bar[i, j] += jastrow * sum_bar
            gap_bar = np.sign(gap) * far_bar[i, j]
            positions_i_bar += gap_bar
            positions_bar[j] -= gap_bar
        positions_bar[i] += positions_i_bar
        for j in range(len(degree)):
            quotient_3 = x[i, 0] / width
            orbital_bar[i, j] -= quotient_3 * first_bar[i, j]
            numerator_bar = -orbital[i, j] * first_bar[i, j] / width
            maximum_result = np.maximum(degree[j] - 1, 0)
            quotient_4 = -0.5 * x[i, 0] ** 2 / width
            exp_quotient = np.exp(quotient_4)
            power_bar = degree[j] * exp_quotient * first_bar[i, j]
            exp_quotient_bar = degree[j] * x[i, 0] ** maximum_result * first_bar[i, j]
            numerator_bar_2 = exp_quotient * exp_quotient_bar / width
            x_bar[i, 0] += numerator_bar - x[i, 0] * numerator_bar_2
            width_bar -= quotient_3 * numerator_bar + quotient_4 * numerator_bar_2
            x_bar[i, 0] += (
                maximum_result
                * x[i, 0] ** (maximum_result - 1 if maximum_result != 0 else 0)
                * power_bar
            )
            quotient_3 = -0.5 * x[i, 0] ** 2 / width
            exp_quotient = np.exp(quotient_3)
            power_bar = exp_quotient * orbital_bar[i, j]
            exp_quotient_bar = x[i, 0] ** degree[j] * orbital_bar[i, j]
            numerator_bar = exp_quotient * exp_quotient_bar / width
            x_bar[i, 0] -= x[i, 0] * numerator_bar
            width_bar -= quotient_3 * numerator_bar
            x_bar[i, 0] += (
                degree[j]
                * x[i, 0] ** (degree[j] - 1 if degree[j] != 0 else 0)
                * power_bar
            )
    return positions_bar, width_bar, jastrow_bar
