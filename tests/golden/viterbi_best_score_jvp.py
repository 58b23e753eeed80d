import numpy as np


def viterbi_best_score_jvp(score, switch, score_dot, switch_dot):
    """The value of viterbi_best_score, and its derivative in the direction
    score_dot, switch_dot.
    """
    steps = score.shape[0]
    states = score.shape[1]
    best_dot = score_dot[0].copy()
    best = score[0].copy()
    origin = np.zeros((steps, states), dtype=np.int64)
    for t in range(1, steps):
        new_dot = np.empty(states)
        new = np.empty(states)
        for j in range(states):
            top_dot = 0.0
            top = -1e300
            for i in range(states):
                if i != j:
                    choice_dot = switch_dot
                    choice = switch
                else:
                    choice_dot = 0.0
                    choice = 0.0
                candidate_dot = best_dot[i] - choice_dot
                candidate = best[i] - choice
                if candidate > top:
                    top_dot = candidate_dot
                    top = candidate
                    origin[t, j] = i
            new_dot[j] = top_dot + score_dot[t, j]
            new[j] = top + score[t, j]
        best_dot = new_dot
        best = new
    top_dot = best_dot[0]
    top = best[0]
    for j in range(1, states):
        top_dot = best_dot[j] if best[j] > top else top_dot
        top = max(top, best[j])
    value = top * top + score[0, origin[1, 0]]
    return value, top_dot * top + top * top_dot + score_dot[0, origin[1, 0]]
