import math

import numpy as np


def log_expit(x):
    """The logarithm of the logistic function: scipy.special.log_expit(x)."""
    return min(x, 0.0) - math.log1p(math.exp(-abs(x)))


def expit(x):
    """The logistic function, 1 / (1 + exp(-x)): scipy.special.expit(x)."""
    if x < 0.0:
        part = math.exp(x)
        result = part / (1.0 + part)
    else:
        result = 1.0 / (1.0 + math.exp(-x))
    return result


def log_expit_adjoint(x, z_bar):
    return expit(-x) * z_bar


def matmul(left, right):
    """The sums of left[i, j, k] * right[i, k, m] over k."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty((left.shape[0], left.shape[1], right.shape[2]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[2]):
                total = 0.0
                for k in range(left.shape[2]):
                    total += left[i, j, k] * right[i, k, m]
                result[i, j, m] = total
    return result


def matmul_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[2]):
                total_bar = result_bar[i, j, m]
                for k in range(left.shape[2]):
                    left_bar[i, j, k] += right[i, k, m] * total_bar
                    right_bar[i, k, m] += left[i, j, k] * total_bar


def vecdot(left, right):
    """The sums of left[i, j] * right[i, j] over j."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vecdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vecdot have different shapes")
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total = 0.0
        for j in range(left.shape[1]):
            total += left[i, j] * right[i, j]
        result[i] = total
    return result


def vecdot_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vecdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vecdot have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            left_bar[i, j] += right[i, j] * total_bar
            right_bar[i, j] += left[i, j] * total_bar


def skipped_words_value_and_grad(inner, outer, pairs, noise, counts):
    """The value of skipped_words, and its gradient with respect to inner, outer and
    counts.
    """
    # forward sweep
    index = pairs[:, 0]
    index_2 = pairs[:, 1]
    centre = inner[index]
    context = outer[index_2]
    together = vecdot(centre, context)
    outer_taken = np.empty((noise.shape[0], noise.shape[1], outer.shape[1]))
    for k in range(noise.shape[0]):
        for m in range(noise.shape[1]):
            noise_part = noise[k, m]
            for i in range(outer.shape[1]):
                outer_taken[k, m, i] = outer[noise_part, i]
    matmul_result = matmul(outer_taken, centre[:, :, None])
    others = matmul_result[:, :, 0]
    total = 0.0
    for i in range(len(counts)):
        total += counts[i] ** 0.75
    rank = np.empty_like(counts)
    for i in range(len(counts)):
        chance = counts[i] ** 0.75 / total
        rank[i] = noise.shape[1] * chance
    index_3 = pairs[:, 1]
    if others.shape[0] != noise.shape[0]:
        raise ValueError("others and rank_taken have different shapes")
    if others.shape[1] != noise.shape[1]:
        raise ValueError("others and rank_taken have different shapes")
    if pairs.shape[0] != noise.shape[0]:
        raise ValueError("loss and log_expit_result have different shapes")
    total_2 = np.empty(noise.shape[0])
    for i in range(noise.shape[0]):
        total_2[i] = 0.0
        for j in range(noise.shape[1]):
            total_2[i] += log_expit(-(others[i, j] - np.log(rank[noise[i, j]])))
    squares = 0.0
    for i in range(inner.shape[0]):
        for j in range(inner.shape[1]):
            squares += inner[i, j] * inner[i, j]
    if squares != 0.0:
        values = np.sqrt(squares)
    else:
        values = 0.0
    total_3 = 0.0

    # reverse sweep
    inner_bar = np.zeros_like(inner)
    outer_bar = np.zeros_like(outer)
    counts_bar = np.empty_like(counts)
    total_3_bar = 1.0 / pairs.shape[0]
    together_bar = np.zeros_like(together)
    rank_bar = np.zeros_like(rank)
    total_2_bar = np.empty_like(total_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(pairs.shape[0]):
        x = together[i] - np.log(rank[index_3[i]])
        loss = -log_expit(x)
        loss_2 = loss - total_2[i]
        total_3 += loss_2
        total_2_bar[i] = -total_3_bar
        x_bar = log_expit_adjoint(x, -total_3_bar)
        together_bar[i] += x_bar
        rank_bar[index_3[i]] -= x_bar / rank[index_3[i]]
    value = total_3 / pairs.shape[0] + 0.01 * values
    if squares != 0.0:
        squares_bar = 0.01 / (2.0 * values)
        for i in range(inner.shape[0]):
            for j in range(inner.shape[1]):
                inner_bar[i, j] += 2.0 * inner[i, j] * squares_bar
    matmul_result_bar = np.zeros_like(matmul_result)
    others_bar = matmul_result_bar[:, :, 0]
    for i in range(noise.shape[0]):
        for j in range(noise.shape[1]):
            rank_taken = rank[noise[i, j]]
            x = -(others[i, j] - np.log(rank_taken))
            x_bar = log_expit_adjoint(x, total_2_bar[i])
            others_bar[i, j] -= x_bar
            rank_bar[noise[i, j]] += x_bar / rank_taken

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(counts)):
        chance = counts[i] ** 0.75 / total
        numerator_bar = noise.shape[1] * rank_bar[i] / total
        total_bar -= chance * numerator_bar
        counts_bar[i] = 0.75 * counts[i] ** -0.25 * numerator_bar
    for i in range(len(counts)):
        counts_bar[i] += 0.75 * counts[i] ** -0.25 * total_bar
    centre_bar = np.zeros_like(centre)
    outer_taken_bar = np.zeros_like(outer_taken)
    matmul_adjoint(
        outer_taken,
        centre[:, :, None],
        matmul_result_bar,
        outer_taken_bar,
        centre_bar[:, :, None],
    )

    # forward and reverse in one sweep: the iterations are independent
    for k in range(noise.shape[0]):
        for m in range(noise.shape[1]):
            noise_part = noise[k, m]
            for i in range(outer.shape[1]):
                outer_bar[noise_part, i] += outer_taken_bar[k, m, i]
    context_bar = np.zeros_like(context)
    vecdot_adjoint(centre, context, together_bar, centre_bar, context_bar)
    for k_2 in range(len(index_2)):
        outer_bar[index_2[k_2]] += context_bar[k_2]
    for k_3 in range(len(index)):
        inner_bar[index[k_3]] += centre_bar[k_3]
    return value, inner_bar, outer_bar, counts_bar
