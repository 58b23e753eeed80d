"""The score of the best path through a lattice, with the predecessor kept."""

import numpy as np


def viterbi_best_score(score, switch):
    steps, states = score.shape
    best = score[0].copy()
    origin = np.zeros((steps, states), dtype=np.int64)
    for t in range(1, steps):
        new = np.empty(states)
        for j in range(states):
            top = -1e300
            for i in range(states):
                candidate = best[i] - (switch if i != j else 0.0)
                if candidate > top:
                    top = candidate
                    origin[t, j] = i
            new[j] = top + score[t, j]
        best = new
    top = best[0]
    for j in range(1, states):
        top = max(top, best[j])
    return top * top + score[0, origin[1, 0]]


EXAMPLE = (np.array([[0.7, 0.2], [-0.3, 0.9], [1.4, 0.1]]), 0.4)
