"""The likelihood of bases at the leaves of a tree, by Felsenstein's pruning."""

import numpy as np


def felsenstein_pruning(kappa, frequencies, lengths, leaves):
    pi = frequencies / frequencies.sum()
    rates = np.tile(pi, (4, 1))
    rates[[0, 1, 2, 3], [2, 3, 0, 1]] *= kappa
    np.fill_diagonal(rates, 0.0)
    rates -= np.diag(rates.sum(axis=1))
    rates /= -np.einsum("i,ii", pi, rates)
    step = np.eye(4) + rates / 8.0
    partial = leaves[0]
    for length, leaf in zip(lengths, leaves[1:]):
        move = np.linalg.matrix_power(np.eye(4) + length * (step - np.eye(4)), 8)
        partial = (partial @ move.T) * (leaf @ move.T)
    return np.log(partial @ pi).sum()


EXAMPLE = (
    2.2,
    np.array([0.3, 0.2, 0.25, 0.25]),
    np.array([0.4, 0.7]),
    np.array(
        [
            [[0.9, 0.0, 0.1, 0.0], [0.0, 1.0, 0.0, 0.0]],
            [[0.0, 0.2, 0.8, 0.0], [0.0, 0.7, 0.0, 0.3]],
            [[1.0, 0.0, 0.0, 0.0], [0.1, 0.0, 0.0, 0.9]],
        ]
    ),
)
