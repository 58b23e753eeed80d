import math

import numpy as np


def entr_adjoint(x, z_bar):
    return -((math.log(x) + 1.0) * z_bar)


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


def entropy_forward(pk, qk):
    """The result of entropy, and what entropy_reverse reads: values_2_saved and y."""
    y = np.empty_like(qk)
    for i in range(qk.shape[0]):
        values_2 = 0.0
        for j in range(qk.shape[1]):
            values_2 += qk[i, j]
        for j in range(qk.shape[1]):
            y[i, j] = qk[i, j] / values_2
    if pk.shape[0] != qk.shape[0]:
        raise ValueError("p and y have different shapes")
    if pk.shape[1] != qk.shape[1]:
        raise ValueError("p and y have different shapes")
    found = np.empty(pk.shape[0])
    values_2_saved = np.empty(pk.shape[0])
    for i in range(pk.shape[0]):
        values = 0.0
        for j in range(pk.shape[1]):
            values += pk[i, j]
        values_2_saved[i] = values
        found[i] = 0.0
        for j in range(pk.shape[1]):
            p = pk[i, j] / values
            found[i] += rel_entr(p, y[i, j])
    return found, values_2_saved, y


def rel_entr_adjoint(x, y, z_bar):
    return (math.log(x / y) + 1.0) * z_bar, -(x / y * z_bar)


def entropy_reverse(pk, qk, values_2_saved, y, result_bar, pk_bar, qk_bar):
    """The adjoint of pk and qk is added to pk_bar, qk_bar, after entropy_forward."""
    found_bar = result_bar.copy()
    y_bar = np.empty_like(y)
    for i in range(pk.shape[0]):
        values = values_2_saved[i]
        values_bar = 0.0
        for j in range(pk.shape[1]):
            p = pk[i, j] / values
            p_bar, y_bar_part = rel_entr_adjoint(p, y[i, j], found_bar[i])
            y_bar[i, j] = y_bar_part
            numerator_bar = p_bar / values
            pk_bar[i, j] += numerator_bar
            values_bar -= p * numerator_bar
        for j in range(pk.shape[1]):
            pk_bar[i, j] += values_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(qk.shape[0]):
        values_2 = 0.0
        for j in range(qk.shape[1]):
            values_2 += qk[i, j]
        values_2_bar = 0.0
        for j in range(qk.shape[1]):
            numerator_bar = y_bar[i, j] / values_2
            qk_bar[i, j] += numerator_bar
            values_2_bar -= qk[i, j] * numerator_bar / values_2
        for j in range(qk.shape[1]):
            qk_bar[i, j] += values_2_bar


def topics_in_documents_vjp(documents, topics, smoothing, result_0_bar, result_1_bar):
    """The adjoints of documents, topics and smoothing of topics_in_documents, for
    the adjoint of its result.
    """
    # forward sweep: saves values_2 and values_2_3
    p = np.empty_like(documents)
    p_2 = np.empty_like(documents)
    q = np.empty_like(topics)
    for i in range(topics.shape[0]):
        values_2 = 0.0
        for j in range(topics.shape[1]):
            values_2 += topics[i, j]
        for j in range(topics.shape[1]):
            q[i, j] = topics[i, j] / values_2
    if p_2[:, None].shape[2] != topics.shape[1]:
        raise ValueError("p[:, None] and q have different shapes")
    middle = np.empty((documents.shape[0], topics.shape[0], documents.shape[1]))
    values_2_saved = np.empty(documents.shape[0])
    for i in range(documents.shape[0]):
        values = 0.0
        for j in range(documents.shape[1]):
            p[i, j] = documents[i, j] + smoothing
            values += p[i, j]
        values_2_saved[i] = values
        for j in range(documents.shape[1]):
            p_2[i, j] = p[i, j] / values
        for j in range(topics.shape[0]):
            for k in range(documents.shape[1]):
                middle[i, j, k] = 0.5 * (p_2[i, k] + q[j, k])
    x = p_2[:, None]
    rel_entr_result_2 = np.empty(
        (documents.shape[0], topics.shape[0], documents.shape[1])
    )
    for i_2 in range(middle.shape[0]):
        for j_2 in range(q.shape[0]):
            for k_2 in range(q.shape[1]):
                rel_entr_result_2[i_2, j_2, k_2] = rel_entr(
                    q[j_2, k_2], middle[i_2, j_2, k_2]
                )
    apart = np.empty((documents.shape[0], topics.shape[0]))
    weights = np.empty((documents.shape[0], topics.shape[0]))
    weights_2 = np.empty((documents.shape[0], topics.shape[0]))
    total_2 = np.zeros(topics.shape[0])
    values_2_3_saved = np.empty(documents.shape[0])
    for i in range(documents.shape[0]):
        values_2 = 0.0
        for j in range(topics.shape[0]):
            total = 0.0
            for k in range(documents.shape[1]):
                rel_entr_result = rel_entr(x[i, 0, k], middle[i, j, k])
                total += rel_entr_result + rel_entr_result_2[i, j, k]
            apart[i, j] = 0.5 * total
            weights[i, j] = np.exp(-apart[i, j] / 0.3)
            values_2 += weights[i, j]
        values_2_3_saved[i] = values_2
        for j in range(topics.shape[0]):
            weights_2[i, j] = weights[i, j] / values_2
            total_2[j] += weights_2[i, j]
    product = weights_2 @ q
    explained, values_2_saved_2, y = entropy_forward(p_2, product)

    # reverse sweep
    documents_bar = np.empty_like(documents)
    topics_bar = np.zeros_like(topics)
    sqrt_apart_bar = result_0_bar.copy()
    total_4_bar = 0.1 * result_1_bar
    total_2_bar = np.empty_like(total_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(topics.shape[0]):
        values = total_2[i] / documents.shape[0]
        total_2_bar[i] = entr_adjoint(values, total_4_bar) / documents.shape[0]
    explained_bar = np.empty_like(explained)
    for i in range(len(explained)):
        explained_bar[i] = result_1_bar
    p_2_bar = np.zeros_like(p_2)
    product_bar = np.zeros_like(product)
    entropy_reverse(
        p_2, product, values_2_saved_2, y, explained_bar, p_2_bar, product_bar
    )
    weights_2_bar = product_bar @ q.T
    q_bar = weights_2.T @ product_bar
    middle_bar = np.empty_like(middle)
    x_bar = p_2_bar[:, None]
    rel_entr_result_2_bar = np.empty_like(rel_entr_result_2)
    apart_bar = np.zeros_like(apart)
    weights_bar = np.zeros_like(weights)
    for i in range(documents.shape[0]):
        values_2 = values_2_3_saved[i]
        values_2_bar = 0.0
        for j in range(topics.shape[0]):
            sqrt_apart_2_bar = sqrt_apart_bar[i, j]
            apart_bar[i, j] += sqrt_apart_2_bar / (2.0 * np.sqrt(apart[i, j]))
            weights_2_bar[i, j] += total_2_bar[j]
            numerator_bar = weights_2_bar[i, j] / values_2
            weights_bar[i, j] += numerator_bar
            values_2_bar -= weights[i, j] * numerator_bar / values_2
        for j in range(topics.shape[0]):
            exponential = np.exp(-apart[i, j] / 0.3)
            weights_bar[i, j] += values_2_bar
            apart_bar[i, j] -= exponential * weights_bar[i, j] / 0.3
            total_bar = 0.5 * apart_bar[i, j]
            for k in range(documents.shape[1]):
                rel_entr_result_2_bar[i, j, k] = total_bar
                x_bar_part, middle_bar_part = rel_entr_adjoint(
                    x[i, 0, k], middle[i, j, k], total_bar
                )
                x_bar[i, 0, k] += x_bar_part
                middle_bar[i, j, k] = middle_bar_part
    for i_2 in range(middle.shape[0]):
        for j_2 in range(q.shape[0]):
            for k_2 in range(q.shape[1]):
                q_bar_part, middle_bar_part = rel_entr_adjoint(
                    q[j_2, k_2],
                    middle[i_2, j_2, k_2],
                    rel_entr_result_2_bar[i_2, j_2, k_2],
                )
                q_bar[j_2, k_2] += q_bar_part
                middle_bar[i_2, j_2, k_2] += middle_bar_part
    p_bar = np.zeros_like(p)
    smoothing_bar = 0.0
    for i in range(documents.shape[0]):
        for j in range(topics.shape[0]):
            for k in range(documents.shape[1]):
                p_2_bar[i, k] += 0.5 * middle_bar[i, j, k]
                q_bar[j, k] += 0.5 * middle_bar[i, j, k]
        values = values_2_saved[i]
        values_bar = 0.0
        for j in range(documents.shape[1]):
            numerator_bar = p_2_bar[i, j] / values
            p_bar[i, j] += numerator_bar
            values_bar -= p[i, j] * numerator_bar / values
        for j in range(documents.shape[1]):
            p_bar[i, j] += values_bar
            documents_bar[i, j] = p_bar[i, j]
            smoothing_bar += p_bar[i, j]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(topics.shape[0]):
        values_2 = 0.0
        for j in range(topics.shape[1]):
            values_2 += topics[i, j]
        values_2_bar = 0.0
        for j in range(topics.shape[1]):
            numerator_bar = q_bar[i, j] / values_2
            topics_bar[i, j] += numerator_bar
            values_2_bar -= topics[i, j] * numerator_bar / values_2
        for j in range(topics.shape[1]):
            topics_bar[i, j] += values_2_bar
    return documents_bar, topics_bar, smoothing_bar
