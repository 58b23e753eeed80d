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


def softmax_adjoint(x, z_bar, x_bar):
    z = softmax(x)
    values_2 = np.zeros((x.shape[1], x.shape[2]))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for k in range(x.shape[2]):
                x_2 = z[i, j, k] * z_bar[i, j, k]
                values_2[j, k] += x_2
    for i in range(x_bar.shape[0]):
        for j in range(x_bar.shape[1]):
            for k in range(x_bar.shape[2]):
                x_bar[i, j, k] += z[i, j, k] * (z_bar[i, j, k] - values_2[j, k])


def dice_of_segments_vjp(logits, labels, smooth, stiffness, result_0_bar, result_1_bar):
    """The adjoints of logits, smooth and stiffness of dice_of_segments, for the
    adjoint of its result.
    """
    # forward sweep
    p = softmax(logits)
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
    total = 0.0
    total_2 = 0.0

    # reverse sweep
    logits_bar = np.zeros_like(logits)
    total_4_bar = result_1_bar / logits.shape[0]
    edges_bar = stiffness * result_1_bar
    total_3_bar = result_0_bar / logits.shape[0]
    p_bar = np.zeros_like(p)

    # forward and reverse in one sweep: the iterations are independent
    smooth_bar = 0.0
    p_ahead_bar = np.zeros(logits.shape[2])
    p_ahead_bar_2 = np.zeros((logits.shape[1], logits.shape[2]))
    for i in range(logits.shape[0]):
        both = 0.0
        size = 0.0
        false = 0.0
        missed = 0.0
        for j in range(logits.shape[1]):
            a_2_2 = 0.0
            a_2_3 = 0.0
            a_2_4 = 0.0
            a_2_5 = 0.0
            for k in range(logits.shape[2]):
                a_2_2 += p[i, j, k] * truth[i, j, k]
                a_2_3 += p[i, j, k] + truth[i, j, k]
                a_2_4 += p[i, j, k] * (1.0 - truth[i, j, k])
                a_2_5 += (1.0 - p[i, j, k]) * truth[i, j, k]
            both += a_2_2
            size += a_2_3
            false += a_2_4
            missed += a_2_5
            for k in range(logits.shape[2] - 1):
                total_2 += np.abs(p[i, j, k + 1] - p[i, j, k])
        dice = (2.0 * both + smooth) / (size + smooth)
        tversky = both / (both + 0.3 * false + 0.7 * missed)
        tversky_bar = -0.75 * (1.0 - tversky) ** -0.25 * total_4_bar
        numerator_bar_2 = tversky_bar / (both + 0.3 * false + 0.7 * missed)
        sum_bar = -tversky * numerator_bar_2
        false_bar = 0.3 * sum_bar
        missed_bar = 0.7 * sum_bar
        numerator_bar = -total_3_bar / (size + smooth)
        both_bar = numerator_bar_2 + sum_bar + 2.0 * numerator_bar
        size_bar = -dice * numerator_bar
        smooth_bar += (1.0 - dice) * numerator_bar
        for j in range(logits.shape[1]):
            for k in range(logits.shape[2] - 1):
                difference_bar = np.sign(p[i, j, k + 1] - p[i, j, k]) * edges_bar
                p_ahead_bar[k] = difference_bar
                p_bar[i, j, k] -= difference_bar

            # each element takes what it is owed
            for k in range(1, logits.shape[2]):
                p_bar[i, j, k] += p_ahead_bar[k - 1]
            for k in range(logits.shape[2]):
                p_bar[i, j, k] -= truth[i, j, k] * missed_bar
                p_bar[i, j, k] += (1.0 - truth[i, j, k]) * false_bar + size_bar
                p_bar[i, j, k] += truth[i, j, k] * both_bar
        for j in range(logits.shape[1] - 1):
            for k in range(logits.shape[2]):
                total += np.abs(p[i, j + 1, k] - p[i, j, k])
                difference_bar = np.sign(p[i, j + 1, k] - p[i, j, k]) * edges_bar
                p_ahead_bar_2[j, k] = difference_bar
                p_bar[i, j, k] -= difference_bar

        # each element takes what it is owed
        for j in range(1, logits.shape[1]):
            for k in range(logits.shape[2]):
                p_bar[i, j, k] += p_ahead_bar_2[j - 1, k]
    edges = total + total_2
    softmax_adjoint(logits, p_bar, logits_bar)
    return logits_bar, smooth_bar, edges * result_1_bar
