import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = length_of(a_i)
    return values


def along_axis_2(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.max(a_i)
    return values


def along_axis_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        a_i_bar[np.argmax(a_i)] += result_bar[i]


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        length_of_adjoint(a_i, result_bar[i], a_i_bar)


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def contrastive_loss_value_and_grad(queries, keys, temperature):
    """The value of contrastive_loss, and its gradient with respect to queries, keys
    and temperature.
    """
    # forward sweep: saves logits, values_2_3 and a
    values = along_axis(queries)
    q = np.empty_like(queries)
    for i in range(queries.shape[0]):
        for j in range(queries.shape[1]):
            q[i, j] = queries[i, j] / values[i]
    values_2 = along_axis(keys)
    k = np.empty_like(keys)
    for i in range(keys.shape[0]):
        for j in range(keys.shape[1]):
            k[i, j] = keys[i, j] / values_2[i]
    if queries.shape[1] != keys.shape[1]:
        raise ValueError("q and k have different shapes")
    product = q @ k.T
    logits = np.empty_like(product)
    for i in range(queries.shape[0]):
        for j in range(keys.shape[0]):
            logits[i, j] = product[i, j] / temperature
    values_2_2 = along_axis_2(logits)
    log_prob = np.empty_like(product)
    logits_saved = np.empty((queries.shape[0], keys.shape[0]))
    values_2_3_saved = np.empty(queries.shape[0])
    a_saved = np.empty((queries.shape[0], keys.shape[0]))
    for i in range(queries.shape[0]):
        values_2_3 = 0.0
        for j in range(keys.shape[0]):
            logits_saved[i, j] = logits[i, j]
            logits[i, j] -= values_2_2[i]
            a = np.exp(logits[i, j])
            a_saved[i, j] = a
            values_2_3 += a
        values_2_3_saved[i] = values_2_3
        for j in range(keys.shape[0]):
            log_prob[i, j] = logits[i, j] - np.log(values_2_3)
    on_diagonal_result = on_diagonal(log_prob)
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total += on_diagonal_result[i]
    value = -(total / len(on_diagonal_result))

    # reverse sweep
    queries_bar = np.empty_like(queries)
    keys_bar = np.empty_like(keys)
    total_bar = -1.0 / len(on_diagonal_result)
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = total_bar
    log_prob_bar = np.zeros_like(log_prob)
    on_diagonal_adjoint(on_diagonal_result_bar, log_prob_bar)
    logits_bar = np.zeros_like(logits)
    values_2_2_bar = np.empty_like(values_2_2)
    for i in range(queries.shape[0]):
        values_2_3 = values_2_3_saved[i]
        values_2_3_bar = 0.0
        for j in range(keys.shape[0]):
            logits_bar[i, j] += log_prob_bar[i, j]
            values_2_3_bar -= log_prob_bar[i, j] / values_2_3
        values_2_2_i_bar = 0.0
        for j in range(keys.shape[0]):
            logits_bar[i, j] += a_saved[i, j] * values_2_3_bar
            logits[i, j] = logits_saved[i, j]
            values_2_2_i_bar -= logits_bar[i, j]
        values_2_2_bar[i] = values_2_2_i_bar
    along_axis_2_adjoint(logits, values_2_2_bar, logits_bar)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    temperature_bar = 0.0
    for i in range(queries.shape[0]):
        for j in range(keys.shape[0]):
            numerator_bar = logits_bar[i, j] / temperature
            product_bar[i, j] = numerator_bar
            temperature_bar -= product[i, j] * numerator_bar / temperature
    q_bar = product_bar @ k
    k_bar = (q.T @ product_bar).T
    values_2_bar = np.empty_like(values_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(keys.shape[0]):
        values_2_i_bar = 0.0
        for j in range(keys.shape[1]):
            numerator_bar = k_bar[i, j] / values_2[i]
            keys_bar[i, j] = numerator_bar
            values_2_i_bar -= keys[i, j] * numerator_bar / values_2[i]
        values_2_bar[i] = values_2_i_bar
    along_axis_adjoint(keys, values_2_bar, keys_bar)
    values_bar = np.empty_like(values)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(queries.shape[0]):
        values_i_bar = 0.0
        for j in range(queries.shape[1]):
            numerator_bar = q_bar[i, j] / values[i]
            queries_bar[i, j] = numerator_bar
            values_i_bar -= queries[i, j] * numerator_bar / values[i]
        values_bar[i] = values_i_bar
    along_axis_adjoint(queries, values_bar, queries_bar)
    return value, queries_bar, keys_bar, temperature_bar
