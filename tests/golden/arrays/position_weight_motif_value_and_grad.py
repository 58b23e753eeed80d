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


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        values[i] = log_of_sum(a[i])
    return values


def log_of_sum_adjoint(a, z_bar, a_bar):
    z = log_of_sum(a)
    for i in range(len(a_bar)):
        a_bar[i] += np.exp(a[i] - z) * z_bar


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[0]):
        log_of_sum_adjoint(a[i], result_bar[i], a_bar[i])


def position_weight_motif_value_and_grad(scores, background, sequences, prior):
    """The value of position_weight_motif, and its gradient with respect to scores,
    background and prior.
    """
    # forward sweep
    width = scores.shape[0]
    total_2 = 0.0
    for i in range(len(background)):
        total_2 += background[i]
    log_background = np.empty_like(background)
    for i in range(len(background)):
        log_background[i] = np.log(background[i] / total_2)
    if scores.shape[1] != len(background):
        raise ValueError("weights and log_background have different shapes")
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
    score = np.empty((sequences.shape[0], term.shape[0]))
    log_places = np.log(places)
    total_3 = 0.0
    total_4 = 0.0
    for i in range(width):
        values = 0.0
        for j in range(scores.shape[1]):
            values += np.exp(scores[i, j])
        for j in range(scores.shape[1]):
            weights = scores[i, j] - np.log(values)
            ratio[i, j] = weights - log_background[j]
            total_4 += scores[i, j] ** 2
    for i in range(sequences.shape[0]):
        for j in range(term.shape[0]):
            score[i, j] = 0.0
            for k in range(len(index)):
                score[i, j] += ratio[index[k], letters[i, j, k]]
    along_axis_result = along_axis(score)

    # reverse sweep
    scores_bar = np.zeros_like(scores)
    background_bar = np.empty_like(background)
    along_axis_result_bar = np.empty_like(along_axis_result)

    # forward and reverse in one sweep: the iterations are independent
    prior_bar = 0.0
    for i in range(sequences.shape[0]):
        total = along_axis_result[i] - log_places
        expm1_total = np.expm1(total)
        total_3 += np.log1p(prior * expm1_total)
        product_bar = 1.0 / (1.0 + prior * expm1_total)
        prior_bar += expm1_total * product_bar
        along_axis_result_bar[i] = (expm1_total + 1.0) * prior * product_bar
    score_bar = np.zeros_like(score)
    along_axis_adjoint(score, along_axis_result_bar, score_bar)
    ratio_bar = np.zeros_like(ratio)
    for i in range(sequences.shape[0]):
        for j in range(term.shape[0]):
            for k in range(len(index)):
                ratio_bar[index[k], letters[i, j, k]] += score_bar[i, j]
    log_background_bar = np.zeros_like(log_background)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(width):
        values = 0.0
        for j in range(scores.shape[1]):
            values += np.exp(scores[i, j])
        values_bar = 0.0
        for j in range(scores.shape[1]):
            weights_bar = ratio_bar[i, j]
            log_background_bar[j] -= ratio_bar[i, j]
            scores_bar[i, j] += weights_bar - 0.02 * scores[i, j]
            values_bar -= weights_bar / values
        for j in range(scores.shape[1]):
            scores_bar[i, j] += np.exp(scores[i, j]) * values_bar

    # forward and reverse in one sweep: the iterations are independent
    total_2_bar = 0.0
    for i in range(len(background)):
        quotient = background[i] / total_2
        numerator_bar = log_background_bar[i] / quotient / total_2
        background_bar[i] = numerator_bar
        total_2_bar -= quotient * numerator_bar
    for i in range(len(background)):
        background_bar[i] += total_2_bar
    return total_3 - 0.01 * total_4, scores_bar, background_bar, prior_bar
