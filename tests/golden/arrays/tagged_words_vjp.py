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
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        values[i] = log_of_sum(a[:, i])
    return values


def along_axis_2(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v = a[:, i]
        values[i] = np.max(v)
    return values


def along_axis_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        v = a[:, i]
        v_bar = a_bar[:, i]
        v_bar[np.argmax(v)] += result_bar[i]


def log_of_sum_adjoint(a, z_bar, a_bar):
    z = log_of_sum(a)
    for i in range(len(a_bar)):
        a_bar[i] += np.exp(a[i] - z) * z_bar


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(a.shape[1]):
        log_of_sum_adjoint(a[:, i], result_bar[i], a_bar[:, i])


def choose(a, choices):
    """At each place what one of several arrays has, told by their numbers."""
    if np.any(a < 0) or np.any(a >= len(choices)):
        raise ValueError("invalid entry in choice array")
    if len(a) != len(choices[0]):
        raise ValueError("a and choices[0] have different shapes")
    whole = np.empty(len(a))
    for i in range(len(a)):
        whole[i] = choices[0, i] if a[i] == 0 else choices[0, i]
    for k in range(1, len(choices)):
        whole_new = np.empty(len(a))
        for i in range(len(a)):
            whole_new[i] = choices[k, i] if a[i] == k else whole[i]
        whole = whole_new
    return whole


def choose_adjoint(a, choices, result_bar, choices_bar):
    """The adjoint of choices is added to choices_bar."""
    # forward sweep
    if np.any(a < 0) or np.any(a >= len(choices)):
        raise ValueError("invalid entry in choice array")
    if len(a) != len(choices[0]):
        raise ValueError("a and choices[0] have different shapes")
    whole = np.empty(len(a))
    for i in range(len(a)):
        if a[i] == 0:
            whole[i] = choices[0, i]
        else:
            whole[i] = choices[0, i]
    for k in range(1, len(choices)):
        whole_new = np.empty(len(a))
        for i in range(len(a)):
            if a[i] == k:
                whole_new[i] = choices[k, i]
            else:
                whole_new[i] = whole[i]
        whole = whole_new

    # reverse sweep
    whole_bar = result_bar.copy()
    for k in range(len(choices) - 1, 0, -1):
        whole_new_bar = whole_bar
        whole_bar = np.zeros_like(whole)
        for i in range(len(a)):
            if a[i] == k:
                choices_bar[k, i] += whole_new_bar[i]
            else:
                whole_bar[i] += whole_new_bar[i]
    for i in range(len(a)):
        if a[i] == 0:
            choices_bar[0, i] += whole_bar[i]
        else:
            choices_bar[0, i] += whole_bar[i]


def tagged_words_vjp(words, weights, moves, start, tags, result_0_bar, result_1_bar):
    """The adjoints of words, weights, moves and start of tagged_words, for the
    adjoint of its result.
    """
    # forward sweep: saves alpha, a, best and a_2
    if weights.shape[1] != words.shape[1]:
        raise ValueError("operands of inner have different shapes")
    scores = words @ weights.T
    if start.shape != scores[0].shape:
        raise ValueError("start and scores[0] have different shapes")
    alpha = np.empty_like(start)
    row_2 = scores[1:]
    total = 0.0
    index = tags[:-1]
    index_2 = tags[1:]
    total_2 = 0.0
    for i in range(len(tags) - 1):
        total_2 += moves[index[i], index_2[i]]
    best = np.empty_like(start)
    for i in range(weights.shape[0]):
        alpha[i] = start[i] + scores[0, i]
        best[i] = start[i] + scores[0, i]
    alpha_saved = []
    a_saved = []
    for k in range(len(row_2)):
        row = row_2[k]
        if alpha[:, None].shape[0] != moves.shape[0]:
            raise ValueError("alpha[:, None] and moves have different shapes")
        a = np.empty((len(alpha), moves.shape[1]))
        a_saved.append(a)
        for i in range(len(alpha)):
            for j in range(moves.shape[1]):
                a[i, j] = alpha[i] + moves[i, j]
        along_axis_result = along_axis(a)
        if len(along_axis_result) != len(row):
            raise ValueError("along_axis_result and row have different shapes")
        alpha_saved.append(alpha)
        alpha = np.empty_like(along_axis_result)
        for i in range(moves.shape[1]):
            alpha[i] = along_axis_result[i] + row[i]
    choose_result = choose(tags, scores.T)
    for i in range(len(tags)):
        total += choose_result[i]
    right = start[tags[0]] + total
    right += total_2
    row_3 = scores[1:]
    best_saved = []
    a_2_saved = []
    for k_3 in range(len(row_3)):
        row_4 = row_3[k_3]
        if best[:, None].shape[0] != moves.shape[0]:
            raise ValueError("best[:, None] and moves have different shapes")
        a_2 = np.empty((len(best), moves.shape[1]))
        a_2_saved.append(a_2)
        for i in range(len(best)):
            for j in range(moves.shape[1]):
                a_2[i, j] = best[i] + moves[i, j]
        along_axis_2_result = along_axis_2(a_2)
        if len(along_axis_2_result) != len(row_4):
            raise ValueError("along_axis_2_result and row have different shapes")
        best_saved.append(best)
        best = np.empty_like(along_axis_2_result)
        for i in range(moves.shape[1]):
            best[i] = along_axis_2_result[i] + row_4[i]

    # reverse sweep
    moves_bar = np.zeros_like(moves)
    start_bar = np.zeros_like(start)
    alpha_bar = np.zeros_like(alpha)
    log_of_sum_adjoint(alpha, result_0_bar, alpha_bar)
    sum_bar = 0.0 if 0.0 >= np.max(best) - right + 0.5 else result_1_bar
    right_bar = -result_0_bar - sum_bar
    best_bar = np.zeros_like(best)
    best_bar[np.argmax(best)] += sum_bar
    scores_bar = np.zeros_like(scores)
    row_3_bar = scores_bar[1:]
    for k_3 in range(len(row_3) - 1, -1, -1):
        row_4_bar = row_3_bar[k_3]
        along_axis_2_result_bar = np.zeros_like(best)
        for i in range(moves.shape[1]):
            along_axis_2_result_bar[i] += best_bar[i]
            row_4_bar[i] += best_bar[i]
        best = best_saved.pop()
        best_bar = np.zeros_like(best)
        a_2 = a_2_saved.pop()
        a_2_bar = np.zeros_like(a_2)
        along_axis_2_adjoint(a_2, along_axis_2_result_bar, a_2_bar)
        for i in range(len(best)):
            for j in range(moves.shape[1]):
                best_bar[i] += a_2_bar[i, j]
                moves_bar[i, j] += a_2_bar[i, j]
    start_bar[tags[0]] += right_bar
    choose_result_bar = np.empty_like(choose_result)
    for i in range(len(tags)):
        choose_result_bar[i] = right_bar
    choose_adjoint(tags, scores.T, choose_result_bar, scores_bar.T)
    row_2_bar = scores_bar[1:]
    for k in range(len(row_2) - 1, -1, -1):
        row_bar = row_2_bar[k]
        along_axis_result_bar = np.zeros_like(alpha)
        for i in range(moves.shape[1]):
            along_axis_result_bar[i] += alpha_bar[i]
            row_bar[i] += alpha_bar[i]
        alpha = alpha_saved.pop()
        alpha_bar = np.zeros_like(alpha)
        a = a_saved.pop()
        a_bar = np.zeros_like(a)
        along_axis_adjoint(a, along_axis_result_bar, a_bar)
        for i in range(len(alpha)):
            for j in range(moves.shape[1]):
                alpha_bar[i] += a_bar[i, j]
                moves_bar[i, j] += a_bar[i, j]
    for i in range(weights.shape[0]):
        start_bar[i] += best_bar[i] + alpha_bar[i]
        scores_bar[0, i] += best_bar[i] + alpha_bar[i]
    for i in range(len(tags) - 1):
        moves_bar[index[i], index_2[i]] += right_bar
    return scores_bar @ weights, (words.T @ scores_bar).T, moves_bar, start_bar
