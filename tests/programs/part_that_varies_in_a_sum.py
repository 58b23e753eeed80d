"""Only a part of what is summed varies with each argument, spread over the rest."""

import numpy as np


def part_that_varies_in_a_sum(row, m, s):
    fixed = np.ones((2, 3))
    total = np.sum(fixed - row) * np.sum(m) + np.mean(fixed * 2.0 + row)
    return total + np.sum(np.ones(4) * s + 1.0)


EXAMPLE = (
    np.array([0.4, -0.2, 1.1]),
    np.array([[1.0, 0.5, -0.3], [0.3, 0.8, 0.6]]),
    0.7,
)
