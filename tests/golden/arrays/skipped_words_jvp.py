import math

import numpy as np


def expit(x):
    """The logistic function, 1 / (1 + exp(-x)): scipy.special.expit(x)."""
    if x < 0.0:
        part = math.exp(x)
        result = part / (1.0 + part)
    else:
        result = 1.0 / (1.0 + math.exp(-x))
    return result


def log_expit(x):
    """The logarithm of the logistic function: scipy.special.log_expit(x)."""
    return min(x, 0.0) - math.log1p(math.exp(-abs(x)))


def log_expit_tangent(x, x_dot):
    z = log_expit(x)
    return z, expit(-x) * x_dot


def matmul_tangent(left, right, left_dot, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    if right.shape[1] != left.shape[2]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1], right.shape[2]))
    result = np.empty((left.shape[0], left.shape[1], right.shape[2]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            for m in range(right.shape[2]):
                total_dot = 0.0
                total = 0.0
                for k in range(left.shape[2]):
                    term = left[i, j, k] * right_dot[i, k, m]
                    total_dot += left_dot[i, j, k] * right[i, k, m] + term
                    total += left[i, j, k] * right[i, k, m]
                result_dot[i, j, m] = total_dot
                result[i, j, m] = total
    return result, result_dot


def vecdot_tangent(left, right, left_dot, right_dot):
    """vecdot and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of vecdot have different shapes")
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of vecdot have different shapes")
    result_dot = np.empty(left.shape[0])
    result = np.empty(left.shape[0])
    for i in range(left.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[i, j] + left[i, j] * right_dot[i, j]
            total += left[i, j] * right[i, j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def skipped_words_jvp(
    inner, outer, pairs, noise, counts, inner_dot, outer_dot, counts_dot
):
    """The value of skipped_words, and its derivative in the direction inner_dot,
    outer_dot, counts_dot.
    """
    index = pairs[:, 0]
    index_2 = pairs[:, 1]
    centre_dot = inner_dot[index].copy()
    centre = inner[index]
    context_dot = outer_dot[index_2].copy()
    context = outer[index_2]
    together, together_dot = vecdot_tangent(centre, context, centre_dot, context_dot)
    outer_taken_dot = np.empty((noise.shape[0], noise.shape[1], outer.shape[1]))
    outer_taken = np.empty((noise.shape[0], noise.shape[1], outer.shape[1]))
    for k in range(noise.shape[0]):
        for m in range(noise.shape[1]):
            noise_part = noise[k, m]
            for i in range(outer.shape[1]):
                outer_taken_dot[k, m, i] = outer_dot[noise_part, i]
                outer_taken[k, m, i] = outer[noise_part, i]
    matmul_result, matmul_result_dot = matmul_tangent(
        outer_taken, centre[:, :, None], outer_taken_dot, centre_dot[:, :, None]
    )
    others_dot = matmul_result_dot[:, :, 0]
    others = matmul_result[:, :, 0]
    total_dot = 0.0
    total = 0.0
    for i in range(len(counts)):
        total_dot += 0.75 * counts[i] ** -0.25 * counts_dot[i]
        total += counts[i] ** 0.75
    rank_dot = np.empty_like(counts)
    rank = np.empty_like(counts)
    for i in range(len(counts)):
        power_dot = 0.75 * counts[i] ** -0.25 * counts_dot[i]
        chance = counts[i] ** 0.75 / total
        rank_dot[i] = noise.shape[1] * (power_dot - chance * total_dot) / total
        rank[i] = noise.shape[1] * chance
    index_3 = pairs[:, 1]
    if others.shape[0] != noise.shape[0]:
        raise ValueError("others and rank_taken have different shapes")
    if others.shape[1] != noise.shape[1]:
        raise ValueError("others and rank_taken have different shapes")
    if pairs.shape[0] != noise.shape[0]:
        raise ValueError("loss and log_expit_result have different shapes")
    total_2_dot = np.empty(noise.shape[0])
    total_2 = np.empty(noise.shape[0])
    for i in range(noise.shape[0]):
        total_2_dot[i] = 0.0
        total_2[i] = 0.0
        for j in range(noise.shape[1]):
            rank_taken = rank[noise[i, j]]
            x_dot = rank_dot[noise[i, j]] / rank_taken - others_dot[i, j]
            x = -(others[i, j] - np.log(rank_taken))
            log_expit_result, log_expit_result_dot = log_expit_tangent(x, x_dot)
            total_2_dot[i] += log_expit_result_dot
            total_2[i] += log_expit_result
    squares_dot = 0.0
    squares = 0.0
    for i in range(inner.shape[0]):
        for j in range(inner.shape[1]):
            squares_dot += inner_dot[i, j] * inner[i, j] + inner[i, j] * inner_dot[i, j]
            squares += inner[i, j] * inner[i, j]
    if squares != 0.0:
        values = np.sqrt(squares)
        values_dot = squares_dot / (2.0 * values)
    else:
        values_dot = 0.0
        values = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(pairs.shape[0]):
        x_dot = together_dot[i] - rank_dot[index_3[i]] / rank[index_3[i]]
        x = together[i] - np.log(rank[index_3[i]])
        log_expit_result, log_expit_result_dot = log_expit_tangent(x, x_dot)
        loss = -log_expit_result
        loss_2 = loss - total_2[i]
        total_3_dot += -log_expit_result_dot - total_2_dot[i]
        total_3 += loss_2
    value = total_3 / pairs.shape[0] + 0.01 * values
    return value, total_3_dot / pairs.shape[0] + 0.01 * values_dot
