import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.empty(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values_dot[i] = a_i_dot[np.argmax(a_i)]
        values[i] = np.max(a_i)
    return values, values_dot


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_tangent(x, x_dot):
    z = length_of(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x_dot[i]
    return z, total / (z if z != 0.0 else 1.0)


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = length_of_tangent(a_i, a_i_dot)
    return values, values_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def contrastive_loss_jvp(
    queries, keys, temperature, queries_dot, keys_dot, temperature_dot
):
    """The value of contrastive_loss, and its derivative in the direction
    queries_dot, keys_dot, temperature_dot.
    """
    values, values_dot = along_axis_tangent(queries, queries_dot)
    q_dot = np.empty_like(queries)
    q = np.empty_like(queries)
    for i in range(queries.shape[0]):
        for j in range(queries.shape[1]):
            quotient = queries[i, j] / values[i]
            q_dot[i, j] = (queries_dot[i, j] - quotient * values_dot[i]) / values[i]
            q[i, j] = quotient
    values_2, values_2_dot = along_axis_tangent(keys, keys_dot)
    k_dot = np.empty_like(keys)
    k = np.empty_like(keys)
    for i in range(keys.shape[0]):
        for j in range(keys.shape[1]):
            quotient = keys[i, j] / values_2[i]
            k_dot[i, j] = (keys_dot[i, j] - quotient * values_2_dot[i]) / values_2[i]
            k[i, j] = quotient
    if queries.shape[1] != keys.shape[1]:
        raise ValueError("q and k have different shapes")
    product_dot = q_dot @ k.T + q @ k_dot.T
    product = q @ k.T
    logits_dot = np.empty_like(product)
    logits = np.empty_like(product)
    for i in range(queries.shape[0]):
        for j in range(keys.shape[0]):
            quotient = product[i, j] / temperature
            factor = product_dot[i, j] - quotient * temperature_dot
            quotient_dot = factor / temperature
            logits_dot[i, j] = quotient_dot
            logits[i, j] = quotient
    values_2_2, values_2_2_dot = along_axis_2_tangent(logits, logits_dot)
    log_prob_dot = np.empty_like(product)
    log_prob = np.empty_like(product)
    for i in range(queries.shape[0]):
        values_2_3_dot = 0.0
        values_2_3 = 0.0
        for j in range(keys.shape[0]):
            logits_dot[i, j] -= values_2_2_dot[i]
            logits[i, j] -= values_2_2[i]
            a = np.exp(logits[i, j])
            values_2_3_dot += a * logits_dot[i, j]
            values_2_3 += a
        for j in range(keys.shape[0]):
            log_prob_dot[i, j] = logits_dot[i, j] - values_2_3_dot / values_2_3
            log_prob[i, j] = logits[i, j] - np.log(values_2_3)
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(
        log_prob, log_prob_dot
    )
    total_dot = 0.0
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total_dot += on_diagonal_result_dot[i]
        total += on_diagonal_result[i]
    value = -(total / len(on_diagonal_result))
    return value, -total_dot / len(on_diagonal_result)
