"""Forces in the bars of a truss, whose matrix is gathered from those of its bars."""

import numpy as np


def truss_by_matrices(nodes, areas, bars, fixed, loads, modulus):
    ends = nodes[bars[:, 1]] - nodes[bars[:, 0]]
    length = np.linalg.norm(ends, axis=1)
    unit = ends / length[:, None]
    stiffness = np.zeros((nodes.size, nodes.size))
    for b in range(len(bars)):
        row = np.concatenate((-unit[b], unit[b]))
        places = np.concatenate(
            (2 * bars[b, 0] + np.arange(2), 2 * bars[b, 1] + np.arange(2))
        )
        block = modulus * areas[b] / length[b] * np.outer(row, row)
        stiffness[np.ix_(places, places)] += block
    is_free = np.ones(nodes.size, dtype=bool)
    is_free[fixed] = False
    free = np.flatnonzero(is_free)
    shift = np.zeros(nodes.size)
    shift[free] = np.linalg.solve(stiffness[np.ix_(free, free)], loads[free])
    moved = np.stack((shift[::2], shift[1::2]), axis=1)
    stretch = np.sum(unit * (moved[bars[:, 1]] - moved[bars[:, 0]]), axis=1)
    return modulus * areas * stretch / length, loads @ shift


EXAMPLE = (
    np.array([[0.0, 0.0], [1.0, 0.1], [0.9, 1.0], [0.1, 1.1]]),
    np.array([1.0, 0.8, 1.2, 0.9, 0.7]),
    np.array([[0, 1], [1, 2], [2, 3], [3, 0], [0, 2]]),
    np.array([0, 1, 3]),
    np.array([0.0, 0.0, 0.1, 0.0, 0.5, -0.4, 0.3, -0.6]),
    2.0,
)
