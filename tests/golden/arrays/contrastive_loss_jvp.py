import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values_dot[i] = a_i_dot[np.argmax(a_i)]
        values[i] = np.max(a_i)
    return values, values_dot


def restored(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    out = np.empty((len(values), 1))
    for i in range(len(values)):
        out[i, 0] = values[i]
    return out


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        out[i] = 0.0
        for j in range(a.shape[1]):
            out[i] += a[i, j]
    return out


def total(a):
    """The sum of the elements over some axes."""
    values = restored(summed(a))
    return values


def length_of(x):
    """The Euclidean length of a vector."""
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
    number = a.shape[0]
    number_2 = a.shape[1]
    count = max(min(number, number_2), 0)
    found_dot = np.zeros(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def restored_tangent(values, values_dot):
    """restored and its tangent."""
    out_dot = np.zeros((len(values), 1))
    out = np.empty((len(values), 1))
    for i in range(len(values)):
        out_dot[i, 0] = values_dot[i]
        out[i, 0] = values[i]
    return out, out_dot


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    out_dot = np.zeros(a.shape[0])
    out = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        out_dot[i] = 0.0
        out[i] = 0.0
        for j in range(a.shape[1]):
            out_dot[i] += a_dot[i, j]
            out[i] += a[i, j]
    return out, out_dot


def contrastive_loss_jvp(
    queries, keys, temperature, queries_dot, keys_dot, temperature_dot
):
    """The value of contrastive_loss, and its derivative in the direction
    queries_dot, keys_dot, temperature_dot.
    """
    values, values_dot = along_axis_tangent(queries, queries_dot)
    restored_result, restored_result_dot = restored_tangent(values, values_dot)
    if queries.shape[0] != restored_result.shape[0]:
        raise ValueError("queries and restored_result have different shapes")
    q_dot = np.zeros_like(queries)
    q = np.empty_like(queries)
    for i in range(queries.shape[0]):
        for j in range(queries.shape[1]):
            quotient = queries[i, j] / restored_result[i, 0]
            factor = queries_dot[i, j] - quotient * restored_result_dot[i, 0]
            quotient_dot = factor / restored_result[i, 0]
            q_dot[i, j] = quotient_dot
            q[i, j] = quotient
    values_2, values_2_dot = along_axis_tangent(keys, keys_dot)
    restored_result_2, restored_result_2_dot = restored_tangent(values_2, values_2_dot)
    if keys.shape[0] != restored_result_2.shape[0]:
        raise ValueError("keys and restored_result_2 have different shapes")
    k_dot = np.zeros_like(keys)
    k = np.empty_like(keys)
    for i in range(keys.shape[0]):
        for j in range(keys.shape[1]):
            quotient = keys[i, j] / restored_result_2[i, 0]
            factor_2 = keys_dot[i, j] - quotient * restored_result_2_dot[i, 0]
            quotient_dot = factor_2 / restored_result_2[i, 0]
            k_dot[i, j] = quotient_dot
            k[i, j] = quotient
    if queries.shape[1] != keys.shape[1]:
        raise ValueError("q and k have different shapes")
    product_dot = q_dot @ k.T + q @ k_dot.T
    product = q @ k.T
    logits_dot = np.zeros_like(product)
    logits = np.empty_like(product)
    for i in range(queries.shape[0]):
        for j in range(keys.shape[0]):
            quotient = product[i, j] / temperature
            factor_3 = product_dot[i, j] - quotient * temperature_dot
            quotient_dot = factor_3 / temperature
            logits_dot[i, j] = quotient_dot
            logits[i, j] = quotient
    along_axis_2_logits, along_axis_2_logits_dot = along_axis_2_tangent(
        logits, logits_dot
    )
    restored_result_3, restored_result_3_dot = restored_tangent(
        along_axis_2_logits, along_axis_2_logits_dot
    )
    if logits.shape[0] != restored_result_3.shape[0]:
        raise ValueError("logits and restored_result_3 have different shapes")
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            logits_dot[i, j] -= restored_result_3_dot[i, 0]
            logits[i, j] -= restored_result_3[i, 0]
    a_dot = np.zeros_like(logits)
    a = np.empty_like(logits)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            exp_logits = np.exp(logits[i, j])
            a_dot[i, j] = exp_logits * logits_dot[i, j]
            a[i, j] = exp_logits
    summed_a, summed_a_dot = summed_tangent(a, a_dot)
    values_3, values_3_dot = restored_tangent(summed_a, summed_a_dot)
    if logits.shape[0] != values_3.shape[0]:
        raise ValueError("logits and values_3 have different shapes")
    log_prob_dot = np.zeros_like(logits)
    log_prob = np.empty_like(logits)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            log_prob_dot[i, j] = logits_dot[i, j] - values_3_dot[i, 0] / values_3[i, 0]
            log_prob[i, j] = logits[i, j] - np.log(values_3[i, 0])
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
