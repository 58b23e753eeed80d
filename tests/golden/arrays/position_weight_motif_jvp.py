import numpy as np


def log_of_sum(a):
    """The logarithm of the sum of the exponentials of the elements of a vector:
    s2sad.library.norms.log_of_sum(a).
    """
    largest = np.max(a)
    value = largest
    if np.isfinite(largest):
        total = 0.0
        for i in range(len(a)):
            total += np.exp(a[i] - largest)
        value += np.log(total)
    return value


def log_of_sum_tangent(a, a_dot):
    z = log_of_sum(a)
    total = 0.0
    for i in range(len(a)):
        total += np.exp(a[i] - z) * a_dot[i]
    return z, total


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i], values_dot[i] = log_of_sum_tangent(a[i], a_dot[i])
    return values, values_dot


def position_weight_motif_jvp(
    scores, background, sequences, prior, scores_dot, background_dot, prior_dot
):
    """The value of position_weight_motif, and its derivative in the direction
    scores_dot, background_dot, prior_dot.
    """
    width = scores.shape[0]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(background)):
        total_2_dot += background_dot[i]
        total_2 += background[i]
    log_background_dot = np.empty_like(background)
    log_background = np.empty_like(background)
    for i in range(len(background)):
        quotient = background[i] / total_2
        quotient_dot = (background_dot[i] - quotient * total_2_dot) / total_2
        log_background_dot[i] = quotient_dot / quotient
        log_background[i] = np.log(quotient)
    if scores.shape[1] != len(background):
        raise ValueError("weights and log_background have different shapes")
    ratio_dot = np.empty_like(scores)
    ratio = np.empty_like(scores)
    places = sequences.shape[1] - width + 1
    term = np.arange(places)[:, None]
    window = np.empty((term.shape[0], width), dtype=np.int64)
    for i in range(term.shape[0]):
        for j in range(width):
            window[i, j] = term[i, 0] + j
    letters = np.empty((sequences.shape[0], term.shape[0], width), dtype=np.int64)
    for k in range(window.shape[0]):
        for m in range(window.shape[1]):
            window_part = window[k, m]
            for i in range(sequences.shape[0]):
                letters[i, k, m] = sequences[i, window_part]
    index = np.arange(width)
    score_dot = np.empty((sequences.shape[0], term.shape[0]))
    score = np.empty((sequences.shape[0], term.shape[0]))
    log_places = np.log(places)
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(width):
        values_dot = 0.0
        values = 0.0
        for j in range(scores.shape[1]):
            a = np.exp(scores[i, j])
            values_dot += a * scores_dot[i, j]
            values += a
        for j in range(scores.shape[1]):
            weights_dot = scores_dot[i, j] - values_dot / values
            weights = scores[i, j] - np.log(values)
            ratio_dot[i, j] = weights_dot - log_background_dot[j]
            ratio[i, j] = weights - log_background[j]
            total_4_dot += 2.0 * scores[i, j] * scores_dot[i, j]
            total_4 += scores[i, j] ** 2
    for i in range(sequences.shape[0]):
        for j in range(term.shape[0]):
            score_dot[i, j] = 0.0
            score[i, j] = 0.0
            for k in range(len(index)):
                score_dot[i, j] += ratio_dot[index[k], letters[i, j, k]]
                score[i, j] += ratio[index[k], letters[i, j, k]]
    along_axis_result, along_axis_result_dot = along_axis_tangent(score, score_dot)
    for i in range(sequences.shape[0]):
        total = along_axis_result[i] - log_places
        expm1_total = np.expm1(total)
        expm1_total_dot = (expm1_total + 1.0) * along_axis_result_dot[i]
        factor = prior_dot * expm1_total + prior * expm1_total_dot
        total_3_dot += factor / (1.0 + prior * expm1_total)
        total_3 += np.log1p(prior * expm1_total)
    return total_3 - 0.01 * total_4, total_3_dot - 0.01 * total_4_dot
