import numpy as np


def allele_frequencies_by_em_value_and_grad(start, counts, rounds):
    """The value of allele_frequencies_by_em, and its gradient with respect to start
    and counts.
    """
    # forward sweep: saves p and pairs
    total = 0.0
    for i in range(len(start)):
        total += start[i]
    p = np.empty_like(start)
    for i in range(len(start)):
        p[i] = start[i] / total
    n = 0.0
    for i in range(len(counts)):
        n += counts[i]
    p_saved = []
    pairs_saved = []
    for k in range(rounds):
        pairs = np.outer(p, p)
        pairs_saved.append(pairs)
        group_a = pairs[0, 0] + 2.0 * pairs[0, 2]
        group_b = pairs[1, 1] + 2.0 * pairs[1, 2]
        aa = counts[0] * pairs[0, 0] / group_a
        bb = counts[1] * pairs[1, 1] / group_b
        array_result = np.array(
            [
                counts[0] + aa + counts[2],
                counts[1] + bb + counts[2],
                counts[0] - aa + counts[1] - bb + 2.0 * counts[3],
            ]
        )
        p_saved.append(p)
        p = np.empty_like(array_result)
        for i in range(len(array_result)):
            p[i] = array_result[i] / (2.0 * n)
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
    total_2 = 0.0

    # reverse sweep
    start_bar = np.empty_like(start)
    counts_bar = np.empty_like(counts)
    groups_bar = np.empty_like(groups)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(counts)):
        log_groups = np.log(groups[i])
        total_2 += counts[i] * log_groups
        counts_bar[i] = log_groups
        groups_bar[i] = counts[i] / groups[i]
    p_bar = np.zeros_like(p)
    p_bar[0] += (2.0 * p[0] + 2.0 * p[2]) * groups_bar[0]
    p_bar[1] += (2.0 * p[1] + 2.0 * p[2]) * groups_bar[1]
    p_bar[2] += 2.0 * p[0] * groups_bar[0] + 2.0 * p[1] * groups_bar[1]
    p_bar[0] += 2.0 * p[1] * groups_bar[2]
    p_bar[1] += 2.0 * p[0] * groups_bar[2]
    p_bar[2] += 2.0 * p[2] * groups_bar[3]
    n_bar = 0.0
    counts_0_bar = 0.0
    counts_1_bar = 0.0
    counts_2_bar = 0.0
    counts_3_bar = 0.0
    for k in range(rounds - 1, -1, -1):
        pairs = pairs_saved.pop()
        group_a = pairs[0, 0] + 2.0 * pairs[0, 2]
        group_b = pairs[1, 1] + 2.0 * pairs[1, 2]
        aa = counts[0] * pairs[0, 0] / group_a
        bb = counts[1] * pairs[1, 1] / group_b
        array_result = np.array(
            [
                counts[0] + aa + counts[2],
                counts[1] + bb + counts[2],
                counts[0] - aa + counts[1] - bb + 2.0 * counts[3],
            ]
        )
        array_result_bar = np.zeros_like(p)
        for i in range(len(array_result)):
            numerator_bar = p_bar[i] / (2.0 * n)
            array_result_bar[i] += numerator_bar
            n_bar -= 2.0 * array_result[i] * numerator_bar / (2.0 * n)
        p = p_saved.pop()
        counts_3_bar += array_result_bar[0] + array_result_bar[1]
        counts_0_bar += array_result_bar[0] + array_result_bar[2]
        counts_1_bar += array_result_bar[1] + array_result_bar[2]
        counts_2_bar += 2.0 * array_result_bar[2]
        pairs_bar = np.zeros_like(pairs)
        numerator_bar = (array_result_bar[1] - array_result_bar[2]) / group_b
        counts_1_bar += pairs[1, 1] * numerator_bar
        group_b_bar = -bb * numerator_bar
        numerator_bar_2 = (array_result_bar[0] - array_result_bar[2]) / group_a
        counts_0_bar += pairs[0, 0] * numerator_bar_2
        group_a_bar = -aa * numerator_bar_2
        pairs_bar[1, 1] += counts[1] * numerator_bar + group_b_bar
        pairs_bar[1, 2] += 2.0 * group_b_bar
        pairs_bar[0, 0] += counts[0] * numerator_bar_2 + group_a_bar
        pairs_bar[0, 2] += 2.0 * group_a_bar
        p_bar = np.dot(pairs_bar, p) + np.dot(p, pairs_bar)
    counts_bar[0] += counts_0_bar
    counts_bar[1] += counts_1_bar
    counts_bar[3] += counts_2_bar
    counts_bar[2] += counts_3_bar
    for i in range(len(counts)):
        counts_bar[i] += n_bar

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(start)):
        numerator_bar = p_bar[i] / total
        start_bar[i] = numerator_bar
        total_bar -= start[i] * numerator_bar / total
    for i in range(len(start)):
        start_bar[i] += total_bar
    return total_2, start_bar, counts_bar
