import numpy as np


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.empty(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values_dot[i] = a_i_dot[np.argmax(a_i)]
        values[i] = np.max(a_i)
    return values, values_dot


def graph_convolution_jvp(
    links, features, w1, w2, labels, known, links_dot, features_dot, w1_dot, w2_dot
):
    """The value of graph_convolution, and its derivative in the direction links_dot,
    features_dot, w1_dot, w2_dot.
    """
    if links.shape[0] != links.shape[1]:
        raise ValueError("operands have different shapes")
    a_dot = np.empty_like(links)
    a = np.empty_like(links)
    d_dot = np.empty(links.shape[0])
    d = np.empty(links.shape[0])
    for i in range(links.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(links.shape[0]):
            a_dot[i, j] = links_dot[i, j] + links_dot[j, i]
            a[i, j] = links[i, j] + links[j, i] + (1.0 if i == j else 0.0)
            total_dot += a_dot[i, j]
            total += a[i, j]
        d_dot[i] = -0.5 * total**-1.5 * total_dot
        d[i] = total**-0.5
    a_2_dot = np.empty_like(links)
    a_2 = np.empty_like(links)
    for i in range(links.shape[0]):
        for j in range(links.shape[0]):
            term = (d_dot[i] * a[i, j] + d[i] * a_dot[i, j]) * d[j]
            a_2_dot[i, j] = term + d[i] * a[i, j] * d_dot[j]
            a_2[i, j] = d[i] * a[i, j] * d[j]
    if links.shape[0] != features.shape[0]:
        raise ValueError("a and features have different shapes")
    if features.shape[1] != w1.shape[0]:
        raise ValueError("features and w1 have different shapes")
    product_dot = a_2_dot @ features + a_2 @ features_dot
    product = a_2 @ features
    hidden_dot = product_dot @ w1 + product @ w1_dot
    hidden = product @ w1
    hidden_2_dot = np.zeros_like(hidden)
    hidden_2 = np.empty_like(hidden)
    for i in range(hidden.shape[0]):
        for j in range(hidden.shape[1]):
            if hidden[i, j] > 0.0:
                hidden_2_dot[i, j] = hidden_dot[i, j]
                hidden_2[i, j] = hidden[i, j]
            else:
                minimum_result_dot = hidden_dot[i, j] if hidden[i, j] <= 0.0 else 0.0
                expm1_minimum_result = np.expm1(np.minimum(hidden[i, j], 0.0))
                hidden_2_dot[i, j] = (expm1_minimum_result + 1.0) * minimum_result_dot
                hidden_2[i, j] = expm1_minimum_result
    if hidden.shape[1] != w2.shape[0]:
        raise ValueError("hidden and w2 have different shapes")
    product_dot = a_2_dot @ hidden_2 + a_2 @ hidden_2_dot
    product = a_2 @ hidden_2
    logits_dot = product_dot @ w2 + product @ w2_dot
    logits = product @ w2
    values_2, values_2_dot = along_axis_tangent(logits, logits_dot)
    logits_2_dot = np.empty_like(logits)
    logits_2 = np.empty_like(logits)
    logarithm_dot = np.empty(logits.shape[0])
    logarithm = np.empty(logits.shape[0])
    for i in range(logits.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(logits.shape[1]):
            logits_2_dot[i, j] = logits_dot[i, j] - values_2_dot[i]
            logits_2[i, j] = logits[i, j] - values_2[i]
            exp_logits = np.exp(logits_2[i, j])
            total_dot += exp_logits * logits_2_dot[i, j]
            total += exp_logits
        logarithm_dot[i] = total_dot / total
        logarithm[i] = np.log(total)
    logarithm_part_dot = logarithm_dot[:, None]
    logarithm_part = logarithm[:, None]
    log_p_dot = np.empty_like(logits)
    log_p = np.empty_like(logits)
    for i in range(logits.shape[0]):
        for j in range(logits.shape[1]):
            log_p_dot[i, j] = logits_2_dot[i, j] - logarithm_part_dot[i, 0]
            log_p[i, j] = logits_2[i, j] - logarithm_part[i, 0]
    if len(labels) != len(known):
        raise ValueError("labels and known have different shapes")
    places = np.flatnonzero(known)
    index = labels[places]
    if logits.shape[0] != len(known):
        raise ValueError("log_p and known have different shapes")
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(places)):
        total_3_dot += log_p_dot[places[i], index[i]]
        total_3 += log_p[places[i], index[i]]
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(features.shape[1]):
        for j in range(w1.shape[1]):
            total_4_dot += 2.0 * w1[i, j] * w1_dot[i, j]
            total_4 += w1[i, j] ** 2
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(hidden.shape[1]):
        for j in range(w2.shape[1]):
            total_5_dot += 2.0 * w2[i, j] * w2_dot[i, j]
            total_5 += w2[i, j] ** 2
    value = -(total_3 / len(places)) + 0.01 * (total_4 + total_5)
    return value, 0.01 * (total_4_dot + total_5_dot) - total_3_dot / len(places)
