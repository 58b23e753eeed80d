import math

import numpy as np


def entr(x):
    """-x * log(x); 0 at 0, and -inf below: scipy.special.entr(x)."""
    if x > 0.0:
        result = -x * math.log(x)
    else:
        result = 0.0 if x == 0.0 else -math.inf if x < 0.0 else math.nan
    return result


def entr_tangent(x, x_dot):
    z = entr(x)
    return z, -(math.log(x) + 1.0) * x_dot


def rel_entr(x, y):
    """x * log(x / y); 0 where x is, and inf where one of them is negative:
    scipy.special.rel_entr(x, y).
    """
    if x > 0.0 and y > 0.0:
        if 0.5 < x / y < 2.0:
            result = x * math.log1p((x - y) / y)
        else:
            result = x * (math.log(x) - math.log(y))
    elif x != x or y != y:
        result = math.nan
    else:
        result = 0.0 if x == 0.0 and y >= 0.0 else math.inf
    return result


def rel_entr_tangent(x, y, x_dot, y_dot):
    z = rel_entr(x, y)
    return z, (math.log(x / y) + 1.0) * x_dot - x / y * y_dot


def entropy_tangent(pk, qk, pk_dot, qk_dot):
    """entropy and its tangent."""
    y_dot = np.empty_like(qk)
    y = np.empty_like(qk)
    for i in range(qk.shape[0]):
        values_2_dot = 0.0
        values_2 = 0.0
        for j in range(qk.shape[1]):
            values_2_dot += qk_dot[i, j]
            values_2 += qk[i, j]
        for j in range(qk.shape[1]):
            quotient = qk[i, j] / values_2
            y_dot[i, j] = (qk_dot[i, j] - quotient * values_2_dot) / values_2
            y[i, j] = quotient
    if pk.shape[0] != qk.shape[0]:
        raise ValueError("p and y have different shapes")
    if pk.shape[1] != qk.shape[1]:
        raise ValueError("p and y have different shapes")
    found_dot = np.empty(pk.shape[0])
    found = np.empty(pk.shape[0])
    for i in range(pk.shape[0]):
        values_dot = 0.0
        values = 0.0
        for j in range(pk.shape[1]):
            values_dot += pk_dot[i, j]
            values += pk[i, j]
        found_dot[i] = 0.0
        found[i] = 0.0
        for j in range(pk.shape[1]):
            p = pk[i, j] / values
            p_dot = (pk_dot[i, j] - p * values_dot) / values
            rel_entr_result, rel_entr_result_dot = rel_entr_tangent(
                p, y[i, j], p_dot, y_dot[i, j]
            )
            found_dot[i] += rel_entr_result_dot
            found[i] += rel_entr_result
    return found, found_dot


def topics_in_documents_jvp(
    documents, topics, smoothing, documents_dot, topics_dot, smoothing_dot
):
    """The value of topics_in_documents, and its derivative in the direction
    documents_dot, topics_dot, smoothing_dot.
    """
    p_dot = np.zeros_like(documents)
    p = np.empty_like(documents)
    p_2_dot = np.zeros_like(documents)
    p_2 = np.empty_like(documents)
    q_dot = np.empty_like(topics)
    q = np.empty_like(topics)
    for i in range(topics.shape[0]):
        values_2_dot = 0.0
        values_2 = 0.0
        for j in range(topics.shape[1]):
            values_2_dot += topics_dot[i, j]
            values_2 += topics[i, j]
        for j in range(topics.shape[1]):
            quotient = topics[i, j] / values_2
            q_dot[i, j] = (topics_dot[i, j] - quotient * values_2_dot) / values_2
            q[i, j] = quotient
    if p_2[:, None].shape[2] != topics.shape[1]:
        raise ValueError("p[:, None] and q have different shapes")
    middle_dot = np.empty((documents.shape[0], topics.shape[0], documents.shape[1]))
    middle = np.empty((documents.shape[0], topics.shape[0], documents.shape[1]))
    for i in range(documents.shape[0]):
        values_dot = 0.0
        values = 0.0
        for j in range(documents.shape[1]):
            p_dot[i, j] = documents_dot[i, j] + smoothing_dot
            p[i, j] = documents[i, j] + smoothing
            values_dot += p_dot[i, j]
            values += p[i, j]
        for j in range(documents.shape[1]):
            quotient = p[i, j] / values
            p_2_dot[i, j] = (p_dot[i, j] - quotient * values_dot) / values
            p_2[i, j] = quotient
        for j in range(topics.shape[0]):
            for k in range(documents.shape[1]):
                middle_dot[i, j, k] = 0.5 * (p_2_dot[i, k] + q_dot[j, k])
                middle[i, j, k] = 0.5 * (p_2[i, k] + q[j, k])
    x_dot = p_2_dot[:, None]
    x = p_2[:, None]
    rel_entr_result_2_dot = np.zeros(
        (documents.shape[0], topics.shape[0], documents.shape[1])
    )
    rel_entr_result_2 = np.empty(
        (documents.shape[0], topics.shape[0], documents.shape[1])
    )
    for i_2 in range(middle.shape[0]):
        for j_2 in range(q.shape[0]):
            for k_2 in range(q.shape[1]):
                (
                    rel_entr_result_2[i_2, j_2, k_2],
                    rel_entr_result_2_dot[i_2, j_2, k_2],
                ) = rel_entr_tangent(
                    q[j_2, k_2],
                    middle[i_2, j_2, k_2],
                    q_dot[j_2, k_2],
                    middle_dot[i_2, j_2, k_2],
                )
    apart_dot = np.zeros((documents.shape[0], topics.shape[0]))
    apart = np.empty((documents.shape[0], topics.shape[0]))
    weights_dot = np.zeros((documents.shape[0], topics.shape[0]))
    weights = np.empty((documents.shape[0], topics.shape[0]))
    weights_2_dot = np.empty((documents.shape[0], topics.shape[0]))
    weights_2 = np.empty((documents.shape[0], topics.shape[0]))
    total_2_dot = np.zeros(topics.shape[0])
    total_2 = np.zeros(topics.shape[0])
    sqrt_apart_dot = np.empty((documents.shape[0], topics.shape[0]))
    sqrt_apart = np.empty((documents.shape[0], topics.shape[0]))
    for i in range(documents.shape[0]):
        values_2_dot = 0.0
        values_2 = 0.0
        for j in range(topics.shape[0]):
            total_dot = 0.0
            total = 0.0
            for k in range(documents.shape[1]):
                rel_entr_result, rel_entr_result_dot = rel_entr_tangent(
                    x[i, 0, k], middle[i, j, k], x_dot[i, 0, k], middle_dot[i, j, k]
                )
                total_dot += rel_entr_result_dot + rel_entr_result_2_dot[i, j, k]
                total += rel_entr_result + rel_entr_result_2[i, j, k]
            apart_dot[i, j] = 0.5 * total_dot
            apart[i, j] = 0.5 * total
            exponential = np.exp(-apart[i, j] / 0.3)
            weights_dot[i, j] = -exponential * (apart_dot[i, j] / 0.3)
            weights[i, j] = exponential
            values_2_dot += weights_dot[i, j]
            values_2 += weights[i, j]
        for j in range(topics.shape[0]):
            quotient = weights[i, j] / values_2
            quotient_dot = (weights_dot[i, j] - quotient * values_2_dot) / values_2
            weights_2_dot[i, j] = quotient_dot
            weights_2[i, j] = quotient
            total_2_dot[j] += weights_2_dot[i, j]
            total_2[j] += weights_2[i, j]
            sqrt_apart_2 = np.sqrt(apart[i, j])
            sqrt_apart_dot[i, j] = apart_dot[i, j] / (2.0 * sqrt_apart_2)
            sqrt_apart[i, j] = sqrt_apart_2
    product_dot = weights_2_dot @ q + weights_2 @ q_dot
    product = weights_2 @ q
    explained, explained_dot = entropy_tangent(p_2, product, p_2_dot, product_dot)
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(explained)):
        total_3_dot += explained_dot[i]
        total_3 += explained[i]
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(topics.shape[0]):
        values = total_2[i] / documents.shape[0]
        values_dot = total_2_dot[i] / documents.shape[0]
        entr_result, entr_result_dot = entr_tangent(values, values_dot)
        total_4_dot += entr_result_dot
        total_4 += entr_result
    value = total_3 + 0.1 * total_4
    return sqrt_apart, value, sqrt_apart_dot, total_3_dot + 0.1 * total_4_dot
