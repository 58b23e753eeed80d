import math

import numpy as np


def einsum_tangent(first, second, third, first_dot, second_dot, third_dot):
    """einsum and its tangent."""
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(first.shape[0]):
        for j in range(second.shape[1]):
            factor = first_dot[i] * second[i, j] + first[i] * second_dot[i, j]
            term = factor * third[j]
            total_dot += term + first[i] * second[i, j] * third_dot[j]
            total += first[i] * second[i, j] * third[j]
    return total, total_dot


def ellipk(m):
    """The complete elliptic integral of the first kind, of the parameter m:
    scipy.special.ellipk(m).
    """
    if m == 1.0:
        result = math.inf
    else:
        a = 1.0
        b = math.sqrt(1.0 - m)
        for _ in range(9):
            mean = 0.5 * (a + b)
            b = math.sqrt(a * b)
            a = mean
        result = 0.5 * math.pi / a
    return result


def elliptic_d(m):
    """(K(m) - E(m)) / m of the complete elliptic integrals."""
    a = 1.0
    b = math.sqrt(1.0 - m)
    total = 0.5
    weight = 1.0
    part = 1.0
    for _ in range(9):
        mean = 0.5 * (a + b)
        part = m * (part / (4.0 * mean)) ** 2
        total += weight * part
        weight *= 2.0
        b = math.sqrt(a * b)
        a = mean
    return 0.5 * math.pi / a * total


def ellipe(m):
    """The complete elliptic integral of the second kind, of the parameter m:
    scipy.special.ellipe(m).
    """
    return ellipk(m) - m * elliptic_d(m) if m != 1.0 else 1.0


def ellipe_tangent(m, m_dot):
    z = ellipe(m)
    return z, -0.5 * elliptic_d(m) * m_dot


def ellipk_tangent(m, m_dot):
    z = ellipk(m)
    return z, 0.5 * (z - elliptic_d(m)) / (1.0 - m) * m_dot


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def coaxial_coils_jvp(
    radius, place, current, wire, radius_dot, place_dot, current_dot, wire_dot
):
    """The value of coaxial_coils, and its derivative in the direction radius_dot,
    place_dot, current_dot, wire_dot.
    """
    n = len(radius)
    distance_dot = np.empty((len(place), len(place)))
    distance = np.empty((len(place), len(place)))
    for i in range(len(place)):
        for j in range(len(place)):
            distance_dot[i, j] = place_dot[i] - place_dot[j]
            distance[i, j] = place[i] - place[j]
    product_dot = np.outer(radius_dot, radius) + np.outer(radius, radius_dot)
    product = np.outer(radius, radius)
    if radius[:, None].shape[0] != len(place):
        raise ValueError("radius[:, None] and distance have different shapes")
    if product.shape[0] != n:
        raise ValueError("product and across have different shapes")
    if product.shape[1] != n:
        raise ValueError("product and across have different shapes")
    mutual_dot = np.zeros_like(product)
    mutual = np.empty_like(product)
    own_dot = np.empty_like(radius)
    own = np.empty_like(radius)
    for i in range(n):
        for j in range(n):
            term = 2.0 * (radius[i] + radius[j]) * (radius_dot[i] + radius_dot[j])
            across_dot = term + 2.0 * distance[i, j] * distance_dot[i, j]
            across = (radius[i] + radius[j]) ** 2 + distance[i, j] ** 2
            quotient = 4.0 * product[i, j] / across
            m_dot = (4.0 * product_dot[i, j] - quotient * across_dot) / across
            m = quotient + (1.0 if i == j else 0.0) * -0.1
            k = np.sqrt(m)
            k_dot = m_dot / (2.0 * k)
            ellipk_result, ellipk_result_dot = ellipk_tangent(m, m_dot)
            ellipe_result, ellipe_result_dot = ellipe_tangent(m, m_dot)
            sqrt_product = np.sqrt(product[i, j])
            sqrt_product_dot = product_dot[i, j] / (2.0 * sqrt_product)
            quotient = 2.0 / k
            quotient_dot = -quotient * k_dot / k
            quotient_2 = 2.0 / k
            quotient_2_dot = -quotient_2 * k_dot / k
            factor = (
                (quotient_dot - k_dot) * ellipk_result
                + (quotient - k) * ellipk_result_dot
                - (quotient_2_dot * ellipe_result + quotient_2 * ellipe_result_dot)
            )
            term_2 = sqrt_product * factor
            factor_2 = (quotient - k) * ellipk_result - quotient_2 * ellipe_result
            term_3 = sqrt_product_dot * factor_2
            mutual_dot[i, j] = term_3 + term_2
            factor_3 = (quotient - k) * ellipk_result - quotient_2 * ellipe_result
            mutual[i, j] = sqrt_product * factor_3
        quotient = 8.0 * radius[i] / wire
        quotient_dot = (8.0 * radius_dot[i] - quotient * wire_dot) / wire
        log_quotient_dot = quotient_dot / quotient
        log_quotient = np.log(quotient)
        own_dot[i] = radius_dot[i] * (log_quotient - 2.0) + radius[i] * log_quotient_dot
        own[i] = radius[i] * (log_quotient - 2.0)
    eye_result = eye(n)
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(own, own_dot)
    inductance_dot = np.zeros_like(matrix_of_result)
    inductance = np.empty_like(matrix_of_result)
    for i in range(n):
        for j in range(n):
            if eye_result[i, j]:
                inductance_dot[i, j] = matrix_of_result_dot[i, j]
                inductance[i, j] = matrix_of_result[i, j]
            else:
                inductance_dot[i, j] = mutual_dot[i, j]
                inductance[i, j] = mutual[i, j]
    einsum_result, einsum_result_dot = einsum_tangent(
        current, inductance, current, current_dot, inductance_dot, current_dot
    )
    energy = 0.5 * einsum_result
    if n != len(current):
        raise ValueError("inductance and current have different shapes")
    value_dot = inductance_dot @ current + inductance @ current_dot
    return energy, inductance @ current, 0.5 * einsum_result_dot, value_dot
