"""Blood groups of a population: frequencies of alleles by expectation, maximisation."""

import numpy as np


def allele_frequencies_by_em(start, counts, rounds):
    p = start / start.sum()
    n = counts.sum()
    for _ in range(rounds):
        pairs = np.outer(p, p)
        group_a = pairs[0, 0] + 2.0 * pairs[0, 2]
        group_b = pairs[1, 1] + 2.0 * pairs[1, 2]
        aa, bb = counts[0] * pairs[0, 0] / group_a, counts[1] * pairs[1, 1] / group_b
        p = np.array(
            [
                counts[0] + aa + counts[2],
                counts[1] + bb + counts[2],
                counts[0] - aa + counts[1] - bb + 2.0 * counts[3],
            ]
        ) / (2.0 * n)
    groups = np.array(
        [
            p[0] ** 2 + 2 * p[0] * p[2],
            p[1] ** 2 + 2 * p[1] * p[2],
            2 * p[0] * p[1],
            p[2] ** 2,
        ]
    )
    return counts @ np.log(groups)


EXAMPLE = (np.array([0.4, 0.3, 0.5]), np.array([18.0, 9.0, 4.0, 21.0]), 2)
