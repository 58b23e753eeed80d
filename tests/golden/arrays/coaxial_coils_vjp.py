import math

import numpy as np


def einsum_adjoint(first, second, third, result_bar, first_bar, second_bar, third_bar):
    """The adjoint of first, second and third is added to first_bar, second_bar,
    third_bar.
    """
    # forward sweep
    if second.shape[0] != first.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if third.shape[0] != second.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(first.shape[0]):
        first_i_bar = 0.0
        for j in range(second.shape[1]):
            first_i_bar += second[i, j] * third[j] * result_bar
            second_bar[i, j] += first[i] * third[j] * result_bar
            third_bar[j] += first[i] * second[i, j] * result_bar
        first_bar[i] += first_i_bar


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


def ellipe_adjoint(m, z_bar):
    return -(0.5 * elliptic_d(m) * z_bar)


def ellipk_adjoint(m, z_bar):
    z = ellipk(m)
    return 0.5 * (z - elliptic_d(m)) / (1.0 - m) * z_bar


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def coaxial_coils_vjp(radius, place, current, wire, result_0_bar, result_1_bar):
    """The adjoints of radius, place, current and wire of coaxial_coils, for the
    adjoint of its result.
    """
    # forward sweep
    n = len(radius)
    distance = np.empty((len(place), len(place)))
    for i in range(len(place)):
        for j in range(len(place)):
            distance[i, j] = place[i] - place[j]
    product = np.outer(radius, radius)
    if radius[:, None].shape[0] != len(place):
        raise ValueError("radius[:, None] and distance have different shapes")
    if product.shape[0] != n:
        raise ValueError("product and across have different shapes")
    if product.shape[1] != n:
        raise ValueError("product and across have different shapes")
    mutual = np.empty_like(product)
    own = np.empty_like(radius)
    for i in range(n):
        for j in range(n):
            across = (radius[i] + radius[j]) ** 2 + distance[i, j] ** 2
            m = 4.0 * product[i, j] / across + (1.0 if i == j else 0.0) * -0.1
            k = np.sqrt(m)
            ellipk_result = ellipk(m)
            ellipe_result = ellipe(m)
            sqrt_product = np.sqrt(product[i, j])
            quotient_2 = 2.0 / k
            quotient_3 = 2.0 / k
            factor = (quotient_2 - k) * ellipk_result - quotient_3 * ellipe_result
            mutual[i, j] = sqrt_product * factor
        own[i] = radius[i] * (np.log(8.0 * radius[i] / wire) - 2.0)
    eye_result = eye(n)
    matrix_of_result = matrix_of(own)
    inductance = np.empty_like(matrix_of_result)
    for i in range(n):
        for j in range(n):
            if eye_result[i, j]:
                inductance[i, j] = matrix_of_result[i, j]
            else:
                inductance[i, j] = mutual[i, j]
    if n != len(current):
        raise ValueError("inductance and current have different shapes")

    # reverse sweep
    radius_bar = np.zeros_like(radius)
    place_bar = np.zeros_like(place)
    value_bar = result_1_bar.copy()
    inductance_bar = np.outer(value_bar, current)
    current_bar = inductance.T @ value_bar
    einsum_result_bar = 0.5 * result_0_bar
    einsum_adjoint(
        current,
        inductance,
        current,
        einsum_result_bar,
        current_bar,
        inductance_bar,
        current_bar,
    )
    mutual_bar = np.zeros_like(mutual)
    matrix_of_result_bar = np.zeros_like(matrix_of_result)
    for i in range(n):
        for j in range(n):
            if eye_result[i, j]:
                matrix_of_result_bar[i, j] += inductance_bar[i, j]
            else:
                mutual_bar[i, j] += inductance_bar[i, j]
    own_bar = np.zeros_like(own)
    matrix_of_adjoint(matrix_of_result_bar, own_bar)
    distance_bar = np.zeros_like(distance)
    product_bar = np.zeros_like(product)

    # forward and reverse in one sweep: the iterations are independent
    wire_bar = 0.0
    for i in range(n):
        quotient = 8.0 * radius[i] / wire
        radius_bar[i] += (np.log(quotient) - 2.0) * own_bar[i]
        numerator_bar = radius[i] * own_bar[i] / quotient / wire
        radius_bar[i] += 8.0 * numerator_bar
        wire_bar -= quotient * numerator_bar
        radius_i_bar = 0.0
        for j in range(n):
            across = (radius[i] + radius[j]) ** 2 + distance[i, j] ** 2
            quotient = 4.0 * product[i, j] / across
            m = quotient + (1.0 if i == j else 0.0) * -0.1
            k = np.sqrt(m)
            ellipk_result = ellipk(m)
            ellipe_result = ellipe(m)
            sqrt_product = np.sqrt(product[i, j])
            quotient_2 = 2.0 / k
            quotient_3 = 2.0 / k
            factor_2 = (quotient_2 - k) * ellipk_result - quotient_3 * ellipe_result
            sqrt_product_bar = factor_2 * mutual_bar[i, j]
            difference_bar = sqrt_product * mutual_bar[i, j]
            ellipk_result_bar = (quotient_2 - k) * difference_bar
            quotient_3_bar = -ellipe_result * difference_bar
            k_bar = -ellipk_result * difference_bar - quotient_3 * quotient_3_bar / k
            k_bar -= quotient_2 * ellipk_result * difference_bar / k
            product_bar[i, j] += sqrt_product_bar / (2.0 * sqrt_product)
            m_bar = ellipe_adjoint(m, -quotient_3 * difference_bar)
            m_bar += ellipk_adjoint(m, ellipk_result_bar) + k_bar / (2.0 * k)
            numerator_bar = m_bar / across
            product_bar[i, j] += 4.0 * numerator_bar
            across_bar = -quotient * numerator_bar
            sum_bar = 2.0 * (radius[i] + radius[j]) * across_bar
            radius_i_bar += sum_bar
            radius_bar[j] += sum_bar
            distance_bar[i, j] += 2.0 * distance[i, j] * across_bar
        radius_bar[i] += radius_i_bar
    radius_bar += np.dot(product_bar, radius) + np.dot(radius, product_bar)
    for i in range(len(place)):
        place_i_bar = 0.0
        for j in range(len(place)):
            place_i_bar += distance_bar[i, j]
            place_bar[j] -= distance_bar[i, j]
        place_bar[i] += place_i_bar
    return radius_bar, place_bar, current_bar, wire_bar
