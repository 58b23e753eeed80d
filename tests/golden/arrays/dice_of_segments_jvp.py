import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[1], a.shape[2]))
    for i in range(a.shape[1]):
        for j in range(a.shape[2]):
            v = a[:, i, j]
            values[i, j] = np.max(v)
    return values


def softmax(x):
    """The exponentials of x, scaled so that their sum over axes is 1:
    s2sad.library.special_logistic.softmax(x, (0,)).
    """
    values_2 = along_axis(x)
    parts = np.empty_like(x)
    values_2_2 = np.zeros((x.shape[1], x.shape[2]))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                parts[i, j, k] = np.exp(x[i, j, k] - values_2[j, k])
                values_2_2[j, k] += parts[i, j, k]
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                out[i, j, k] = parts[i, j, k] / values_2_2[j, k]
    return out


def softmax_tangent(x, x_dot):
    z = softmax(x)
    values_2 = np.zeros((x.shape[1], x.shape[2]))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                x_2 = z[i, j, k] * x_dot[i, j, k]
                values_2[j, k] += x_2
    term = np.empty_like(z)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                term[i, j, k] = z[i, j, k] * (x_dot[i, j, k] - values_2[j, k])
    return z, term


def dice_of_segments_jvp(
    logits, labels, smooth, stiffness, logits_dot, smooth_dot, stiffness_dot
):
    """The value of dice_of_segments, and its derivative in the direction logits_dot,
    smooth_dot, stiffness_dot.
    """
    p, p_dot = softmax_tangent(logits, logits_dot)
    array_part = np.eye(len(logits))
    array_part_taken = np.empty((labels.shape[0], labels.shape[1], array_part.shape[1]))
    for k in range(labels.shape[0]):
        for m in range(labels.shape[1]):
            labels_part = labels[k, m]
            for i in range(array_part.shape[1]):
                array_part_taken[k, m, i] = array_part[labels_part, i]
    a_2 = np.swapaxes(array_part_taken, 0, 2)
    truth = np.swapaxes(a_2, 1, 2)
    if p.shape != truth.shape:
        raise ValueError("p and truth have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(logits.shape[0]):
        both_dot = 0.0
        both = 0.0
        size_dot = 0.0
        size = 0.0
        false_dot = 0.0
        false = 0.0
        missed_dot = 0.0
        missed = 0.0
        for j in range(logits.shape[1] - 1):
            for k in range(logits.shape[2]):
                factor = np.sign(p[i, j + 1, k] - p[i, j, k])
                total_dot += factor * (p_dot[i, j + 1, k] - p_dot[i, j, k])
                total += np.abs(p[i, j + 1, k] - p[i, j, k])
        for j in range(logits.shape[1]):
            a_2_2_dot = 0.0
            a_2_2 = 0.0
            a_2_3_dot = 0.0
            a_2_3 = 0.0
            a_2_4_dot = 0.0
            a_2_4 = 0.0
            a_2_5_dot = 0.0
            a_2_5 = 0.0
            for k in range(logits.shape[2]):
                a_2_2_dot += p_dot[i, j, k] * truth[i, j, k]
                a_2_2 += p[i, j, k] * truth[i, j, k]
                a_2_3_dot += p_dot[i, j, k]
                a_2_3 += p[i, j, k] + truth[i, j, k]
                a_2_4_dot += p_dot[i, j, k] * (1.0 - truth[i, j, k])
                a_2_4 += p[i, j, k] * (1.0 - truth[i, j, k])
                a_2_5_dot -= p_dot[i, j, k] * truth[i, j, k]
                a_2_5 += (1.0 - p[i, j, k]) * truth[i, j, k]
            both_dot += a_2_2_dot
            both += a_2_2
            size_dot += a_2_3_dot
            size += a_2_3
            false_dot += a_2_4_dot
            false += a_2_4
            missed_dot += a_2_5_dot
            missed += a_2_5
            for k in range(logits.shape[2] - 1):
                factor_2 = np.sign(p[i, j, k + 1] - p[i, j, k])
                total_2_dot += factor_2 * (p_dot[i, j, k + 1] - p_dot[i, j, k])
                total_2 += np.abs(p[i, j, k + 1] - p[i, j, k])
        dice = (2.0 * both + smooth) / (size + smooth)
        factor_3 = 2.0 * both_dot + smooth_dot - dice * (size_dot + smooth_dot)
        dice_dot = factor_3 / (size + smooth)
        tversky = both / (both + 0.3 * false + 0.7 * missed)
        factor_4 = both_dot - tversky * (both_dot + 0.3 * false_dot + 0.7 * missed_dot)
        tversky_dot = factor_4 / (both + 0.3 * false + 0.7 * missed)
        total_3_dot += -dice_dot
        total_3 += 1.0 - dice
        total_4_dot += -0.75 * (1.0 - tversky) ** -0.25 * tversky_dot
        total_4 += (1.0 - tversky) ** 0.75
    edges_dot = total_dot + total_2_dot
    edges = total + total_2
    value_0_dot = total_3_dot / logits.shape[0]
    quotient_dot = total_4_dot / logits.shape[0]
    value_1_dot = quotient_dot + (stiffness_dot * edges + stiffness * edges_dot)
    value_1 = total_4 / logits.shape[0] + stiffness * edges
    return total_3 / logits.shape[0], value_1, value_0_dot, value_1_dot
