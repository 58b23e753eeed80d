import numpy as np


def viterbi_best_score_value_and_grad(score, switch):
    """The value of viterbi_best_score, and its gradient with respect to score and
    switch.
    """
    # forward sweep: saves best and top
    steps = score.shape[0]
    states = score.shape[1]
    best = score[0].copy()
    origin = np.zeros((steps, states), dtype=np.int64)
    best_saved = []
    for t in range(1, steps):
        new = np.empty(states)
        for j in range(states):
            top = -1e300
            for i in range(states):
                if i != j:
                    choice = switch
                else:
                    choice = 0.0
                candidate = best[i] - choice
                if candidate > top:
                    top = candidate
                    origin[t, j] = i
            new[j] = top + score[t, j]
        best_saved.append(best)
        best = new
    top = best[0]
    top_saved = np.empty(states)
    for j in range(1, states):
        top_saved[j] = top
        top = max(top, best[j])
    value = top * top + score[0, origin[1, 0]]

    # reverse sweep
    score_bar = np.zeros_like(score)
    top_bar = 2.0 * top
    score_bar[0, origin[1, 0]] += 1.0
    best_bar = np.zeros_like(best)
    for j in range(states - 1, 0, -1):
        top = top_saved[j]
        best_bar[j] += top_bar if best[j] > top else 0.0
        top_bar = 0.0 if best[j] > top else top_bar
    best_bar[0] += top_bar
    switch_bar = 0.0
    condition_saved = np.empty(states, dtype=np.bool_)
    for t in range(steps - 1, 0, -1):
        best = best_saved.pop()
        new_bar = best_bar
        best_bar = np.zeros_like(best)
        for j in range(states):
            top = -1e300
            for i in range(states):
                if i != j:
                    choice = switch
                else:
                    choice = 0.0
                candidate = best[i] - choice
                condition = candidate > top
                condition_saved[i] = condition
                if condition:
                    top = candidate
            top_bar = new_bar[j]
            score_bar[t, j] += new_bar[j]
            for i in range(states - 1, -1, -1):
                if condition_saved[i]:
                    candidate_bar = top_bar
                    top_bar = 0.0
                    best_bar[i] += candidate_bar
                    choice_bar = -candidate_bar
                    if i != j:
                        switch_bar += choice_bar
    score_bar[0] += best_bar
    return value, score_bar, switch_bar
