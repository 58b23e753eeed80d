import numpy as np


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
    values_bar = result_bar.copy()

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        a_i_bar[np.argmax(a_i)] += values_bar[i]


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    values_bar = result_bar.copy()

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        length_of_adjoint(a_i, values_bar[i], a_i_bar)


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    number = a.shape[0]
    number_2 = a.shape[1]
    count = max(min(number, number_2), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[0]
    number_2 = a.shape[1]
    count = max(min(number, number_2), 0)

    # reverse sweep
    found_bar = result_bar.copy()
    for i in range(count):
        a_bar[i, i] += found_bar[i]


def restored_adjoint(values, result_bar, values_bar):
    """The adjoint of values is added to values_bar."""
    out_bar = result_bar.copy()
    for i in range(len(values)):
        values_bar[i] += out_bar[i, 0]


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += out_bar[i]


def contrastive_loss_value_and_grad(queries, keys, temperature):
    """The value of contrastive_loss, and its gradient with respect to queries, keys
    and temperature.
    """
    # forward sweep: saves logits
    values = along_axis(queries)
    restored_result = restored(values)
    if queries.shape[0] != restored_result.shape[0]:
        raise ValueError("queries and restored_result have different shapes")
    q = np.empty_like(queries)
    for i in range(queries.shape[0]):
        for j in range(queries.shape[1]):
            q[i, j] = queries[i, j] / restored_result[i, 0]
    values_2 = along_axis(keys)
    restored_result_2 = restored(values_2)
    if keys.shape[0] != restored_result_2.shape[0]:
        raise ValueError("keys and restored_result_2 have different shapes")
    k = np.empty_like(keys)
    for i in range(keys.shape[0]):
        for j in range(keys.shape[1]):
            k[i, j] = keys[i, j] / restored_result_2[i, 0]
    if queries.shape[1] != keys.shape[1]:
        raise ValueError("q and k have different shapes")
    product = q @ k.T
    logits = np.empty_like(product)
    for i in range(queries.shape[0]):
        for j in range(keys.shape[0]):
            logits[i, j] = product[i, j] / temperature
    along_axis_2_logits = along_axis_2(logits)
    restored_result_3 = restored(along_axis_2_logits)
    if logits.shape[0] != restored_result_3.shape[0]:
        raise ValueError("logits and restored_result_3 have different shapes")
    logits_saved = np.empty((logits.shape[0], logits.shape[1]))
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            logits_saved[i, j] = logits[i, j]
            logits[i, j] -= restored_result_3[i, 0]
    a = np.empty_like(logits)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            a[i, j] = np.exp(logits[i, j])
    summed_a = summed(a)
    values_3 = restored(summed_a)
    if logits.shape[0] != values_3.shape[0]:
        raise ValueError("logits and values_3 have different shapes")
    log_prob = np.empty_like(logits)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            log_prob[i, j] = logits[i, j] - np.log(values_3[i, 0])
    on_diagonal_result = on_diagonal(log_prob)
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total += on_diagonal_result[i]
    value = -(total / len(on_diagonal_result))

    # reverse sweep
    queries_bar = np.zeros_like(queries)
    keys_bar = np.zeros_like(keys)
    total_bar = -1.0 / len(on_diagonal_result)
    on_diagonal_result_bar = np.zeros_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] += total_bar
    log_prob_bar = np.zeros_like(log_prob)
    on_diagonal_adjoint(log_prob, on_diagonal_result_bar, log_prob_bar)
    logits_bar = np.zeros_like(logits)
    values_3_bar = np.zeros_like(values_3)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            logits_bar[i, j] += log_prob_bar[i, j]
            values_3_bar[i, 0] -= log_prob_bar[i, j] / values_3[i, 0]
    summed_a_bar = np.zeros_like(summed_a)
    restored_adjoint(summed_a, values_3_bar, summed_a_bar)
    a_bar = np.zeros_like(a)
    summed_adjoint(a, summed_a_bar, a_bar)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            logits_bar[i, j] += a[i, j] * a_bar[i, j]
    restored_result_3_bar = np.zeros_like(restored_result_3)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            logits[i, j] = logits_saved[i, j]
            restored_result_3_bar[i, 0] -= logits_bar[i, j]
    along_axis_2_logits_bar = np.zeros_like(along_axis_2_logits)
    restored_adjoint(
        along_axis_2_logits, restored_result_3_bar, along_axis_2_logits_bar
    )
    along_axis_2_adjoint(logits, along_axis_2_logits_bar, logits_bar)
    product_bar = np.zeros_like(product)

    # forward and reverse in one sweep: the iterations are independent
    temperature_bar = 0.0
    for i in range(queries.shape[0]):
        for j in range(keys.shape[0]):
            numerator_bar = logits_bar[i, j] / temperature
            product_bar[i, j] += numerator_bar
            temperature_bar -= product[i, j] * numerator_bar / temperature
    q_bar = product_bar @ k
    k_bar = (q.T @ product_bar).T
    restored_result_2_bar = np.zeros_like(restored_result_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(keys.shape[0]):
        for j in range(keys.shape[1]):
            quotient = keys[i, j] / restored_result_2[i, 0]
            numerator_bar = k_bar[i, j] / restored_result_2[i, 0]
            keys_bar[i, j] += numerator_bar
            restored_result_2_bar[i, 0] -= quotient * numerator_bar
    values_2_bar = np.zeros_like(values_2)
    restored_adjoint(values_2, restored_result_2_bar, values_2_bar)
    along_axis_adjoint(keys, values_2_bar, keys_bar)
    restored_result_bar = np.zeros_like(restored_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(queries.shape[0]):
        for j in range(queries.shape[1]):
            quotient = queries[i, j] / restored_result[i, 0]
            numerator_bar = q_bar[i, j] / restored_result[i, 0]
            queries_bar[i, j] += numerator_bar
            restored_result_bar[i, 0] -= quotient * numerator_bar
    values_bar = np.zeros_like(values)
    restored_adjoint(values, restored_result_bar, values_bar)
    along_axis_adjoint(queries, values_bar, queries_bar)
    return value, queries_bar, keys_bar, temperature_bar
