import numpy as np


def allele_frequencies_by_em_jvp(start, counts, rounds, start_dot, counts_dot):
    """The value of allele_frequencies_by_em, and its derivative in the direction
    start_dot, counts_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(start)):
        total_dot += start_dot[i]
        total += start[i]
    p_dot = np.empty_like(start)
    p = np.empty_like(start)
    for i in range(len(start)):
        quotient = start[i] / total
        p_dot[i] = (start_dot[i] - quotient * total_dot) / total
        p[i] = quotient
    n_dot = 0.0
    n = 0.0
    for i in range(len(counts)):
        n_dot += counts_dot[i]
        n += counts[i]
    for _ in range(rounds):
        pairs_dot = np.outer(p_dot, p) + np.outer(p, p_dot)
        pairs = np.outer(p, p)
        group_a_dot = pairs_dot[0, 0] + 2.0 * pairs_dot[0, 2]
        group_a = pairs[0, 0] + 2.0 * pairs[0, 2]
        group_b_dot = pairs_dot[1, 1] + 2.0 * pairs_dot[1, 2]
        group_b = pairs[1, 1] + 2.0 * pairs[1, 2]
        aa = counts[0] * pairs[0, 0] / group_a
        factor = (
            counts_dot[0] * pairs[0, 0] + counts[0] * pairs_dot[0, 0] - aa * group_a_dot
        )
        aa_dot = factor / group_a
        bb = counts[1] * pairs[1, 1] / group_b
        factor_2 = (
            counts_dot[1] * pairs[1, 1] + counts[1] * pairs_dot[1, 1] - bb * group_b_dot
        )
        bb_dot = factor_2 / group_b
        array_result_dot = np.array(
            [
                counts_dot[0] + aa_dot + counts_dot[2],
                counts_dot[1] + bb_dot + counts_dot[2],
                counts_dot[0] - aa_dot + counts_dot[1] - bb_dot + 2.0 * counts_dot[3],
            ]
        )
        array_result = np.array(
            [
                counts[0] + aa + counts[2],
                counts[1] + bb + counts[2],
                counts[0] - aa + counts[1] - bb + 2.0 * counts[3],
            ]
        )
        p_dot = np.empty_like(array_result)
        p = np.empty_like(array_result)
        for i in range(len(array_result)):
            quotient = array_result[i] / (2.0 * n)
            p_dot[i] = (array_result_dot[i] - 2.0 * quotient * n_dot) / (2.0 * n)
            p[i] = quotient
    groups_dot = np.array(
        [
            2.0 * p[0] * p_dot[0] + (2.0 * p_dot[0] * p[2] + 2.0 * p[0] * p_dot[2]),
            2.0 * p[1] * p_dot[1] + (2.0 * p_dot[1] * p[2] + 2.0 * p[1] * p_dot[2]),
            2.0 * p_dot[0] * p[1] + 2.0 * p[0] * p_dot[1],
            2.0 * p[2] * p_dot[2],
        ]
    )
    groups = np.array(
        [
            p[0] ** 2 + 2 * p[0] * p[2],
            p[1] ** 2 + 2 * p[1] * p[2],
            2 * p[0] * p[1],
            p[2] ** 2,
        ]
    )
    if len(counts) != len(groups):
        raise ValueError("counts and groups have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(counts)):
        log_groups_dot = groups_dot[i] / groups[i]
        log_groups = np.log(groups[i])
        total_2_dot += counts_dot[i] * log_groups + counts[i] * log_groups_dot
        total_2 += counts[i] * log_groups
    return total_2, total_2_dot
