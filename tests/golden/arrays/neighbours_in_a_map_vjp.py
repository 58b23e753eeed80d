import math

import numpy as np


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def fill_diagonal(a):
    """Write a number, or a vector, on the diagonal of a matrix."""
    value = 0.0
    for i in range(min(a.shape[0], a.shape[1])):
        a[i, i] = value


def fill_diagonal_adjoint(a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(min(a_bar.shape[0], a_bar.shape[1])):
        a_bar[i, i] = 0.0


def kl_div_adjoint(x, y, z_bar):
    return math.log(x / y) * z_bar, (y - x) / y * z_bar


def neighbours_in_a_map_vjp(
    data, precision, places, exaggeration, result_0_bar, result_1_bar
):
    """The adjoints of data, precision, places and exaggeration of
    neighbours_in_a_map, for the adjoint of its result.
    """
    # forward sweep
    n = len(data)
    norms = np.empty(n)
    term = np.empty_like(data)
    for i in range(n):
        norms[i] = 0.0
        for j in range(data.shape[1]):
            norms[i] += np.square(data[i, j])
            term[i, j] = 2.0 * data[i, j]
    product = term @ data.T
    if precision[:, None].shape[0] != n:
        raise ValueError("precision[:, None] and far have different shapes")
    weights = np.empty_like(product)
    for i in range(n):
        for j in range(n):
            far = norms[i] + norms[j] - product[i, j]
            weights[i, j] = np.exp(-precision[i] * far)
    fill_diagonal(weights)
    p = np.empty_like(product)
    for i in range(n):
        values = 0.0
        for j in range(n):
            values += weights[i, j]
        for j in range(n):
            p[i, j] = weights[i, j] / values
    q = np.empty((places.shape[0], places.shape[0]))
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            apart = 0.0
            for k in range(places.shape[1]):
                apart += (places[i, k] - places[j, k]) ** 2
            q[i, j] = 1.0 / (1.0 + apart)
    row = np.arange(n)
    for i in range(len(row)):
        q[row[i], row[i]] = 0.0
    total = 0.0
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            total += q[i, j]
    q_2 = np.empty((places.shape[0], places.shape[0]))
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            q_2[i, j] = q[i, j] / total
    eye_result = eye(n)
    if places.shape[0] != n:
        raise ValueError("q and off have different shapes")
    total_2 = 0.0
    for i in range(n):
        for j in range(n):
            p_2 = (p[i, j] + p[j, i]) / (2.0 * n)
            off = not eye_result[i, j]
            if off:
                total_2 += p_2 * np.log2(p_2)
    perplexity = np.exp2(-total_2)

    # reverse sweep
    precision_bar = np.zeros_like(precision)
    places_bar = np.zeros_like(places)
    logarithm = np.log(2.0)
    total_2_bar = -logarithm * perplexity * result_1_bar
    p_bar = np.zeros_like(p)
    q_2_bar = np.zeros_like(q_2)

    # forward and reverse in one sweep: the iterations are independent
    exaggeration_bar = 0.0
    for i in range(n):
        for j in range(n):
            p_2 = (p[i, j] + p[j, i]) / (2.0 * n)
            off = not eye_result[i, j]
            if off:
                q_taken = q_2[i, j]
                x = exaggeration * p_2
                term_2 = p_2 * total_2_bar / (logarithm * p_2)
                p_2_bar = np.log2(p_2) * total_2_bar + term_2
                x_bar, q_taken_bar = kl_div_adjoint(x, q_taken, result_0_bar)
                exaggeration_bar += p_2 * x_bar
                p_2_bar += exaggeration * x_bar
                q_2_bar[i, j] += q_taken_bar
                sum_bar = p_2_bar / (2.0 * n)
                p_bar[i, j] += sum_bar
                p_bar[j, i] += sum_bar
    q_bar = np.empty_like(q)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            numerator_bar = q_2_bar[i, j] / total
            q_bar[i, j] = numerator_bar
            total_bar -= q[i, j] * numerator_bar / total
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            q_bar[i, j] += total_bar
    for i in range(len(row) - 1, -1, -1):
        q_bar[row[i], row[i]] = 0.0

    # forward and reverse in one sweep: the iterations are independent
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            apart = 0.0
            for k in range(places.shape[1]):
                apart += (places[i, k] - places[j, k]) ** 2
            apart_bar = -q_bar[i, j] / (1.0 + apart) / (1.0 + apart)
            for k in range(places.shape[1]):
                difference_bar = 2.0 * (places[i, k] - places[j, k]) * apart_bar
                places_bar[i, k] += difference_bar
                places_bar[j, k] -= difference_bar
    weights_bar = np.zeros_like(weights)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        values = 0.0
        for j in range(n):
            values += weights[i, j]
        values_bar = 0.0
        for j in range(n):
            numerator_bar = p_bar[i, j] / values
            weights_bar[i, j] += numerator_bar
            values_bar -= weights[i, j] * numerator_bar / values
        for j in range(n):
            weights_bar[i, j] += values_bar
    fill_diagonal_adjoint(weights_bar)
    norms_bar = np.zeros_like(norms)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        norms_i_bar = 0.0
        for j in range(n):
            far = norms[i] + norms[j] - product[i, j]
            exponential = np.exp(-precision[i] * far)
            exponential_bar = weights_bar[i, j]
            precision_bar[i] -= far * exponential * exponential_bar
            far_bar = -precision[i] * exponential * exponential_bar
            norms_i_bar += far_bar
            norms_bar[j] += far_bar
            product_bar[i, j] = -far_bar
        norms_bar[i] += norms_i_bar
    term_bar = product_bar @ data
    data_bar = (term.T @ product_bar).T
    for i in range(n):
        for j in range(data.shape[1]):
            data_bar[i, j] += 2.0 * term_bar[i, j] + 2.0 * data[i, j] * norms_bar[i]
    return data_bar, precision_bar, places_bar, exaggeration_bar
