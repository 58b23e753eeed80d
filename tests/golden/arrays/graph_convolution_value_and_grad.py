import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.max(a_i)
    return values


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        a_i_bar[np.argmax(a_i)] += result_bar[i]


def graph_convolution_value_and_grad(links, features, w1, w2, labels, known):
    """The value of graph_convolution, and its gradient with respect to links,
    features, w1 and w2.
    """
    # forward sweep: saves total, total_2 and exp_logits_2
    if links.shape[0] != links.shape[1]:
        raise ValueError("operands have different shapes")
    a = np.empty_like(links)
    d = np.empty(links.shape[0])
    total_saved = np.empty(links.shape[0])
    for i in range(links.shape[0]):
        total = 0.0
        for j in range(links.shape[0]):
            a[i, j] = links[i, j] + links[j, i] + (1.0 if i == j else 0.0)
            total += a[i, j]
        total_saved[i] = total
        d[i] = total**-0.5
    a_2 = np.empty_like(links)
    for i in range(links.shape[0]):
        for j in range(links.shape[0]):
            a_2[i, j] = d[i] * a[i, j] * d[j]
    if links.shape[0] != features.shape[0]:
        raise ValueError("a and features have different shapes")
    if features.shape[1] != w1.shape[0]:
        raise ValueError("features and w1 have different shapes")
    product = a_2 @ features
    hidden = product @ w1
    hidden_2 = np.empty_like(hidden)
    for i in range(hidden.shape[0]):
        for j in range(hidden.shape[1]):
            if hidden[i, j] > 0.0:
                hidden_2[i, j] = hidden[i, j]
            else:
                hidden_2[i, j] = np.expm1(np.minimum(hidden[i, j], 0.0))
    if hidden.shape[1] != w2.shape[0]:
        raise ValueError("hidden and w2 have different shapes")
    product_2 = a_2 @ hidden_2
    logits = product_2 @ w2
    values_2 = along_axis(logits)
    logits_2 = np.empty_like(logits)
    logarithm = np.empty(logits.shape[0])
    total_2_saved = np.empty(logits.shape[0])
    exp_logits_2_saved = np.empty((logits.shape[0], logits.shape[1]))
    for i in range(logits.shape[0]):
        total = 0.0
        for j in range(logits.shape[1]):
            logits_2[i, j] = logits[i, j] - values_2[i]
            exp_logits = np.exp(logits_2[i, j])
            exp_logits_2_saved[i, j] = exp_logits
            total += exp_logits
        total_2_saved[i] = total
        logarithm[i] = np.log(total)
    logarithm_part = logarithm[:, None]
    log_p = np.empty_like(logits)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            log_p[i, j] = logits_2[i, j] - logarithm_part[i, 0]
    if len(labels) != len(known):
        raise ValueError("labels and known have different shapes")
    places = np.flatnonzero(known)
    index = labels[places]
    if logits.shape[0] != len(known):
        raise ValueError("log_p and known have different shapes")
    total_3 = 0.0
    for i in range(len(places)):
        total_3 += log_p[places[i], index[i]]
    total_4 = 0.0
    for i in range(features.shape[1]):
        for j in range(w1.shape[1]):
            total_4 += w1[i, j] ** 2
    total_5 = 0.0
    for i in range(hidden.shape[1]):
        for j in range(w2.shape[1]):
            total_5 += w2[i, j] ** 2
    value = -(total_3 / len(places)) + 0.01 * (total_4 + total_5)

    # reverse sweep
    links_bar = np.zeros_like(links)
    w1_bar = np.empty_like(w1)
    w2_bar = np.empty_like(w2)
    total_3_bar = -1.0 / len(places)
    for i in range(hidden.shape[1]):
        for j in range(w2.shape[1]):
            w2_bar[i, j] = 0.02 * w2[i, j]
    for i in range(features.shape[1]):
        for j in range(w1.shape[1]):
            w1_bar[i, j] = 0.02 * w1[i, j]
    log_p_bar = np.zeros_like(log_p)
    for i in range(len(places)):
        log_p_bar[places[i], index[i]] += total_3_bar
    logits_2_bar = np.empty_like(logits_2)
    logarithm_bar = np.zeros_like(logarithm)
    logarithm_part_bar = logarithm_bar[:, None]
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            logits_2_bar[i, j] = log_p_bar[i, j]
            logarithm_part_bar[i, 0] -= log_p_bar[i, j]
    logits_bar = np.empty_like(logits)
    values_2_bar = np.empty_like(values_2)
    for i in range(logits.shape[0]):
        total_bar = logarithm_bar[i] / total_2_saved[i]
        values_2_i_bar = 0.0
        for j in range(logits.shape[1]):
            logits_2_bar[i, j] += exp_logits_2_saved[i, j] * total_bar
            logits_bar[i, j] = logits_2_bar[i, j]
            values_2_i_bar -= logits_2_bar[i, j]
        values_2_bar[i] = values_2_i_bar
    along_axis_adjoint(logits, values_2_bar, logits_bar)
    product_2_bar = logits_bar @ w2.T
    w2_bar += product_2.T @ logits_bar
    a_2_bar = product_2_bar @ hidden_2.T
    hidden_2_bar = a_2.T @ product_2_bar
    hidden_bar = np.zeros_like(hidden)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(hidden.shape[0]):
        for j in range(hidden.shape[1]):
            if hidden[i, j] > 0.0:
                hidden_bar[i, j] += hidden_2_bar[i, j]
            else:
                expm1_minimum_result = np.expm1(np.minimum(hidden[i, j], 0.0))
                minimum_result_bar = (expm1_minimum_result + 1.0) * hidden_2_bar[i, j]
                hidden_bar[i, j] += minimum_result_bar if hidden[i, j] <= 0.0 else 0.0
    product_bar = hidden_bar @ w1.T
    w1_bar += product.T @ hidden_bar
    a_2_bar += product_bar @ features.T
    features_bar = a_2.T @ product_bar
    a_bar = np.empty_like(a)
    d_bar = np.zeros_like(d)
    for i in range(links.shape[0]):
        d_i_bar = 0.0
        for j in range(links.shape[0]):
            d_i_bar += a[i, j] * d[j] * a_2_bar[i, j]
            a_bar[i, j] = d[i] * d[j] * a_2_bar[i, j]
            d_bar[j] += d[i] * a[i, j] * a_2_bar[i, j]
        d_bar[i] += d_i_bar
    for i in range(links.shape[0]):
        total_bar = -0.5 * total_saved[i] ** -1.5 * d_bar[i]
        for j in range(links.shape[0]):
            a_bar[i, j] += total_bar
            links_bar[i, j] += a_bar[i, j]
            links_bar[j, i] += a_bar[i, j]
    return value, links_bar, features_bar, w1_bar, w2_bar
