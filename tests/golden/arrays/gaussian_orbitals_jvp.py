import numpy as np


def einsum_tangent(first, second, third, first_dot, second_dot, third_dot):
    """einsum and its tangent."""
    if third.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[2] != first.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[1] != second.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[3] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((first.shape[0], second.shape[0]))
    result = np.empty((first.shape[0], second.shape[0]))
    for i in range(first.shape[0]):
        for j in range(second.shape[0]):
            total_dot = 0.0
            total = 0.0
            for k in range(first.shape[1]):
                for m_ in range(second.shape[1]):
                    term_2 = first[i, k] * second_dot[j, m_]
                    factor = first_dot[i, k] * second[j, m_] + term_2
                    term = factor * third[i, j, k, m_]
                    term_3 = first[i, k] * second[j, m_] * third_dot[i, j, k, m_]
                    total_dot += term + term_3
                    total += first[i, k] * second[j, m_] * third[i, j, k, m_]
            result_dot[i, j] = total_dot
            result[i, j] = total
    return result, result_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def solutions(a, b):
    """The matrix x with a @ x = b: s2sad.library.inverses.solutions(a, b)."""
    return np.linalg.solve(a, b)


def solutions_tangent(a, b, a_dot, b_dot):
    z = solutions(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(b_dot.shape[0]):
        for j in range(b_dot.shape[1]):
            term[i, j] = b_dot[i, j] - product[i, j]
    return z, solutions(a, term)


def gaussian_orbitals_jvp(
    centres, exponents, weights, centres_dot, exponents_dot, weights_dot
):
    """The value of gaussian_orbitals, and its derivative in the direction
    centres_dot, exponents_dot, weights_dot.
    """
    a_dot = exponents_dot[:, None, :, None]
    a = exponents[:, None, :, None]
    b_dot = exponents_dot[None, :, None, :]
    b = exponents[None, :, None, :]
    total_dot = np.empty((centres.shape[0], centres.shape[0]))
    total = np.empty((centres.shape[0], centres.shape[0]))
    for i in range(centres.shape[0]):
        for j in range(centres.shape[0]):
            total_dot[i, j] = 0.0
            total[i, j] = 0.0
            for k in range(centres.shape[1]):
                total_dot[i, j] += (
                    2.0
                    * (centres[i, k] - centres[j, k])
                    * (centres_dot[i, k] - centres_dot[j, k])
                )
                total[i, j] += (centres[i, k] - centres[j, k]) ** 2
    distance_dot = total_dot[:, :, None, None]
    distance = total[:, :, None, None]
    if exponents.shape[0] != distance.shape[0]:
        raise ValueError("q and distance have different shapes")
    power = np.pi**2
    term_dot = np.empty(
        (exponents.shape[0], exponents.shape[0], exponents.shape[1], exponents.shape[1])
    )
    term = np.empty(
        (exponents.shape[0], exponents.shape[0], exponents.shape[1], exponents.shape[1])
    )
    term_2_dot = np.empty(
        (exponents.shape[0], exponents.shape[0], exponents.shape[1], exponents.shape[1])
    )
    term_2 = np.empty(
        (exponents.shape[0], exponents.shape[0], exponents.shape[1], exponents.shape[1])
    )
    for i in range(exponents.shape[0]):
        for j in range(exponents.shape[0]):
            for k in range(exponents.shape[1]):
                for m in range(exponents.shape[1]):
                    p = a[i, 0, k, 0] + b[0, j, 0, m]
                    q = a[i, 0, k, 0] * b[0, j, 0, m] / (a[i, 0, k, 0] + b[0, j, 0, m])
                    factor = (
                        a_dot[i, 0, k, 0] * b[0, j, 0, m]
                        + a[i, 0, k, 0] * b_dot[0, j, 0, m]
                        - q * (a_dot[i, 0, k, 0] + b_dot[0, j, 0, m])
                    )
                    q_dot = factor / (a[i, 0, k, 0] + b[0, j, 0, m])
                    quotient = np.pi / p
                    quotient_dot = (
                        -quotient * (a_dot[i, 0, k, 0] + b_dot[0, j, 0, m]) / p
                    )
                    power_2_dot = 1.5 * quotient**0.5 * quotient_dot
                    power_2 = quotient**1.5
                    exponential = np.exp(-q * distance[i, j, 0, 0])
                    term_3 = -q_dot * distance[i, j, 0, 0]
                    factor_2 = term_3 - q * distance_dot[i, j, 0, 0]
                    exponential_dot = exponential * factor_2
                    overlap_dot = power_2_dot * exponential + power_2 * exponential_dot
                    overlap = power_2 * exponential
                    term_6 = 2.0 * q * distance_dot[i, j, 0, 0]
                    factor_4 = 2.0 * q_dot * distance[i, j, 0, 0] + term_6
                    term_5 = q * factor_4
                    factor_3 = q_dot * (3.0 - 2.0 * q * distance[i, j, 0, 0]) - term_5
                    term_4 = factor_3 * overlap
                    term_7 = q * (3.0 - 2.0 * q * distance[i, j, 0, 0]) * overlap_dot
                    kinetic_dot = term_4 + term_7
                    kinetic = q * (3.0 - 2.0 * q * distance[i, j, 0, 0]) * overlap
                    quotient = 4.0 * a[i, 0, k, 0] * b[0, j, 0, m] / power
                    term_8 = 4.0 * a[i, 0, k, 0] * b_dot[0, j, 0, m]
                    factor_5 = 4.0 * a_dot[i, 0, k, 0] * b[0, j, 0, m] + term_8
                    quotient_dot = factor_5 / power
                    norm_dot = 0.75 * quotient**-0.25 * quotient_dot
                    norm = quotient**0.75
                    term_dot[i, j, k, m] = norm_dot * overlap + norm * overlap_dot
                    term[i, j, k, m] = norm * overlap
                    term_2_dot[i, j, k, m] = norm_dot * kinetic + norm * kinetic_dot
                    term_2[i, j, k, m] = norm * kinetic
    s, s_dot = einsum_tangent(
        weights, weights, term, weights_dot, weights_dot, term_dot
    )
    t, t_dot = einsum_tangent(
        weights, weights, term_2, weights_dot, weights_dot, term_2_dot
    )
    a_2, a_2_dot = solutions_tangent(s, t, s_dot, t_dot)
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(a_2, a_2_dot)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(on_diagonal_result)):
        total_2_dot += on_diagonal_result_dot[i]
        total_2 += on_diagonal_result[i]
    return total_2, total_2_dot
