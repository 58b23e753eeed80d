import math

import numpy as np


def eye(N):
    """The matrix with ones on its k-th diagonal."""
    matrix = np.zeros((N, N), dtype=np.bool_)
    for i in range(max(min(N, N), 0)):
        matrix[i, i] = 1
    return matrix


def fill_diagonal_tangent(a, a_dot):
    """fill_diagonal and its tangent."""
    value = 0.0
    for i in range(min(a.shape[0], a.shape[1])):
        a_dot[i, i] = 0.0
        a[i, i] = value


def log_excess(d):
    """d - log(1 + d) for small d, by the series of DLMF 4.6.4."""
    r = d / (2.0 + d)
    w = r * r
    total = 0.0
    for k in range(31, 1, -2):
        total = 1.0 / k + w * total
    return r * d - 2.0 * r * w * total


def kl_div(x, y):
    """x * log(x / y) - x + y; y where x is 0, and inf where one is negative:
    scipy.special.kl_div(x, y).
    """
    if x > 0.0 and y > 0.0:
        d = (y - x) / x
        result = x * (log_excess(d) if abs(d) < 0.4 else d - math.log(y / x))
    elif x != x or y != y:
        result = math.nan
    else:
        result = y if x == 0.0 and y >= 0.0 else math.inf
    return result


def kl_div_tangent(x, y, x_dot, y_dot):
    z = kl_div(x, y)
    return z, math.log(x / y) * x_dot + (y - x) / y * y_dot


def neighbours_in_a_map_jvp(
    data,
    precision,
    places,
    exaggeration,
    data_dot,
    precision_dot,
    places_dot,
    exaggeration_dot,
):
    """The value of neighbours_in_a_map, and its derivative in the direction
    data_dot, precision_dot, places_dot, exaggeration_dot.
    """
    n = len(data)
    norms_dot = np.empty(n)
    norms = np.empty(n)
    term_dot = np.empty_like(data)
    term = np.empty_like(data)
    for i in range(n):
        norms_dot[i] = 0.0
        norms[i] = 0.0
        for j in range(data.shape[1]):
            norms_dot[i] += 2.0 * data[i, j] * data_dot[i, j]
            norms[i] += np.square(data[i, j])
            term_dot[i, j] = 2.0 * data_dot[i, j]
            term[i, j] = 2.0 * data[i, j]
    product_dot = term_dot @ data.T + term @ data_dot.T
    product = term @ data.T
    if precision[:, None].shape[0] != n:
        raise ValueError("precision[:, None] and far have different shapes")
    weights_dot = np.empty_like(product)
    weights = np.empty_like(product)
    for i in range(n):
        for j in range(n):
            far_dot = norms_dot[i] + norms_dot[j] - product_dot[i, j]
            far = norms[i] + norms[j] - product[i, j]
            exponential = np.exp(-precision[i] * far)
            factor = -precision_dot[i] * far - precision[i] * far_dot
            exponential_dot = exponential * factor
            weights_dot[i, j] = exponential_dot
            weights[i, j] = exponential
    fill_diagonal_tangent(weights, weights_dot)
    p_dot = np.empty_like(product)
    p = np.empty_like(product)
    for i in range(n):
        values_dot = 0.0
        values = 0.0
        for j in range(n):
            values_dot += weights_dot[i, j]
            values += weights[i, j]
        for j in range(n):
            quotient = weights[i, j] / values
            p_dot[i, j] = (weights_dot[i, j] - quotient * values_dot) / values
            p[i, j] = quotient
    q_dot = np.empty((places.shape[0], places.shape[0]))
    q = np.empty((places.shape[0], places.shape[0]))
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            apart_dot = 0.0
            apart = 0.0
            for k in range(places.shape[1]):
                apart_dot += (
                    2.0
                    * (places[i, k] - places[j, k])
                    * (places_dot[i, k] - places_dot[j, k])
                )
                apart += (places[i, k] - places[j, k]) ** 2
            quotient = 1.0 / (1.0 + apart)
            q_dot[i, j] = -quotient * apart_dot / (1.0 + apart)
            q[i, j] = quotient
    row = np.arange(n)
    for i in range(len(row)):
        q_dot[row[i], row[i]] = 0.0
        q[row[i], row[i]] = 0.0
    total_dot = 0.0
    total = 0.0
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            total_dot += q_dot[i, j]
            total += q[i, j]
    q_2_dot = np.empty((places.shape[0], places.shape[0]))
    q_2 = np.empty((places.shape[0], places.shape[0]))
    for i in range(places.shape[0]):
        for j in range(places.shape[0]):
            quotient = q[i, j] / total
            q_2_dot[i, j] = (q_dot[i, j] - quotient * total_dot) / total
            q_2[i, j] = quotient
    eye_result = eye(n)
    if places.shape[0] != n:
        raise ValueError("q and off have different shapes")
    loss_dot = 0.0
    loss = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(n):
        for j in range(n):
            p_2 = (p[i, j] + p[j, i]) / (2.0 * n)
            p_2_dot = (p_dot[i, j] + p_dot[j, i]) / (2.0 * n)
            off = not eye_result[i, j]
            if off:
                q_taken_dot = q_2_dot[i, j]
                q_taken = q_2[i, j]
                x_dot = exaggeration_dot * p_2 + exaggeration * p_2_dot
                x = exaggeration * p_2
                kl_div_result, kl_div_result_dot = kl_div_tangent(
                    x, q_taken, x_dot, q_taken_dot
                )
                loss_dot += kl_div_result_dot
                loss += kl_div_result
                log2_p = np.log2(p_2)
                total_2_dot += p_2_dot * log2_p + p_2 * p_2_dot / (np.log(2.0) * p_2)
                total_2 += p_2 * log2_p
    perplexity = np.exp2(-total_2)
    return loss, perplexity, loss_dot, -np.log(2.0) * perplexity * total_2_dot
