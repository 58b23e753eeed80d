import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values_dot = np.empty(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        values_dot[i] = v_dot[np.argmax(v)]
        values[i] = np.max(v)
    return values, values_dot


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
    values_dot = np.zeros(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        values[i], values_dot[i] = log_of_sum_tangent(a[:, i], a_dot[:, i])
    return values, values_dot


def choose_tangent(a, choices, choices_dot):
    """choose and its tangent."""
    if np.any(a < 0) or np.any(a >= len(choices)):
        raise ValueError("invalid entry in choice array")
    if len(a) != len(choices[0]):
        raise ValueError("a and choices[0] have different shapes")
    whole_dot = np.zeros(len(a))
    whole = np.empty(len(a))
    for i in range(len(a)):
        if a[i] == 0:
            whole_dot[i] = choices_dot[0, i]
            whole[i] = choices[0, i]
        else:
            whole_dot[i] = choices_dot[0, i]
            whole[i] = choices[0, i]
    for k in range(1, len(choices)):
        whole_new_dot = np.zeros(len(a))
        whole_new = np.empty(len(a))
        for i in range(len(a)):
            if a[i] == k:
                whole_new_dot[i] = choices_dot[k, i]
                whole_new[i] = choices[k, i]
            else:
                whole_new_dot[i] = whole_dot[i]
                whole_new[i] = whole[i]
        whole_dot = whole_new_dot
        whole = whole_new
    return whole, whole_dot


def tagged_words_jvp(
    words, weights, moves, start, tags, words_dot, weights_dot, moves_dot, start_dot
):
    """The value of tagged_words, and its derivative in the direction words_dot,
    weights_dot, moves_dot, start_dot.
    """
    if weights.shape[1] != words.shape[1]:
        raise ValueError("operands of inner have different shapes")
    scores_dot = words_dot @ weights.T + words @ weights_dot.T
    scores = words @ weights.T
    if start.shape != scores[0].shape:
        raise ValueError("start and scores[0] have different shapes")
    alpha_dot = np.zeros_like(start)
    alpha = np.empty_like(start)
    row_2_dot = scores_dot[1:]
    row_2 = scores[1:]
    total_dot = 0.0
    total = 0.0
    index = tags[:-1]
    index_2 = tags[1:]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(tags) - 1):
        total_2_dot += moves_dot[index[i], index_2[i]]
        total_2 += moves[index[i], index_2[i]]
    best_dot = np.zeros_like(start)
    best = np.empty_like(start)
    for i in range(weights.shape[0]):
        alpha_dot[i] = start_dot[i] + scores_dot[0, i]
        alpha[i] = start[i] + scores[0, i]
        best_dot[i] = start_dot[i] + scores_dot[0, i]
        best[i] = start[i] + scores[0, i]
    for k in range(len(row_2)):
        row_dot = row_2_dot[k]
        row = row_2[k]
        if alpha[:, None].shape[0] != moves.shape[0]:
            raise ValueError("alpha[:, None] and moves have different shapes")
        a_dot = np.zeros((len(alpha), moves.shape[1]))
        a = np.empty((len(alpha), moves.shape[1]))
        for i in range(len(alpha)):
            for j in range(moves.shape[1]):
                a_dot[i, j] = alpha_dot[i] + moves_dot[i, j]
                a[i, j] = alpha[i] + moves[i, j]
        along_axis_result, along_axis_result_dot = along_axis_tangent(a, a_dot)
        if len(along_axis_result) != len(row):
            raise ValueError("along_axis_result and row have different shapes")
        alpha_dot = np.zeros_like(along_axis_result)
        alpha = np.empty_like(along_axis_result)
        for i in range(moves.shape[1]):
            alpha_dot[i] = along_axis_result_dot[i] + row_dot[i]
            alpha[i] = along_axis_result[i] + row[i]
    choose_result, choose_result_dot = choose_tangent(tags, scores.T, scores_dot.T)
    for i in range(len(tags)):
        total_dot += choose_result_dot[i]
        total += choose_result[i]
    right_dot = start_dot[tags[0]] + total_dot + total_2_dot
    right = start[tags[0]] + total
    right += total_2
    row_3_dot = scores_dot[1:]
    row_3 = scores[1:]
    for k_3 in range(len(row_3)):
        row_4_dot = row_3_dot[k_3]
        row_4 = row_3[k_3]
        if best[:, None].shape[0] != moves.shape[0]:
            raise ValueError("best[:, None] and moves have different shapes")
        a_2_dot = np.zeros((len(best), moves.shape[1]))
        a_2 = np.empty((len(best), moves.shape[1]))
        for i in range(len(best)):
            for j in range(moves.shape[1]):
                a_2_dot[i, j] = best_dot[i] + moves_dot[i, j]
                a_2[i, j] = best[i] + moves[i, j]
        along_axis_2_result, along_axis_2_result_dot = along_axis_2_tangent(
            a_2, a_2_dot
        )
        if len(along_axis_2_result) != len(row_4):
            raise ValueError("along_axis_2_result and row have different shapes")
        best_dot = np.zeros_like(along_axis_2_result)
        best = np.empty_like(along_axis_2_result)
        for i in range(moves.shape[1]):
            best_dot[i] = along_axis_2_result_dot[i] + row_4_dot[i]
            best[i] = along_axis_2_result[i] + row_4[i]
    max_best_dot = best_dot[np.argmax(best)]
    max_best = np.max(best)
    margin_dot = 0.0 if 0.0 >= max_best - right + 0.5 else max_best_dot - right_dot
    margin = np.maximum(0.0, max_best - right + 0.5)
    log_of_sum_alpha, log_of_sum_alpha_dot = log_of_sum_tangent(alpha, alpha_dot)
    value = log_of_sum_alpha - right
    return value, margin, log_of_sum_alpha_dot - right_dot, margin_dot
