import numpy as np


def again_tangent(a, a_dot):
    """again and its tangent."""
    length = a.shape[0]
    length_2 = 4 * length
    whole_dot = np.zeros((length_2, a.shape[1]))
    whole = np.empty((length_2, a.shape[1]))
    for k in range(4):
        for i in range(length):
            for j in range(a.shape[1]):
                whole_dot[k * length + i, j] = a_dot[i, j]
                whole[k * length + i, j] = a[i, j]
    return whole, whole_dot


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(left.shape[0]):
        total_dot += left_dot[i] * right[i, i] + left[i] * right_dot[i, i]
        total += left[i] * right[i, i]
    return total, total_dot


def fill_diagonal_tangent(a, a_dot):
    """fill_diagonal and its tangent."""
    value = 0.0
    for i in range(min(a.shape[0], a.shape[1])):
        a_dot[i, i] = 0.0
        a[i, i] = value


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def matrix_power_tangent(a, a_dot):
    """matrix_power and its tangent."""
    factor_dot = a_dot
    factor = a
    power_dot = np.zeros_like(np.eye(len(a)))
    power = np.eye(len(a))
    remaining = abs(8)
    while remaining > 0:
        if remaining % 2 == 1:
            if power.shape[1] != factor.shape[0]:
                raise ValueError("power and factor have different shapes")
            power_dot = power_dot @ factor + power @ factor_dot
            power = power @ factor
        remaining //= 2
        if remaining > 0:
            if factor.shape[1] != factor.shape[0]:
                raise ValueError("operands have different shapes")
            factor_dot = factor_dot @ factor + factor @ factor_dot
            factor = factor @ factor
    return power, power_dot


def felsenstein_pruning_jvp(
    kappa,
    frequencies,
    lengths,
    leaves,
    kappa_dot,
    frequencies_dot,
    lengths_dot,
    leaves_dot,
):
    """The value of felsenstein_pruning, and its derivative in the direction
    kappa_dot, frequencies_dot, lengths_dot, leaves_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(frequencies)):
        total_dot += frequencies_dot[i]
        total += frequencies[i]
    pi_dot = np.empty_like(frequencies)
    pi = np.empty_like(frequencies)
    for i in range(len(frequencies)):
        quotient = frequencies[i] / total
        pi_dot[i] = (frequencies_dot[i] - quotient * total_dot) / total
        pi[i] = quotient
    a_dot = pi_dot[None]
    a = pi[None]
    rates, rates_dot = again_tangent(a, a_dot)
    index = np.array([0, 1, 2, 3])
    index_2 = np.array([2, 3, 0, 1])
    rates_taken_dot = np.empty(len(index))
    rates_taken = np.empty(len(index))
    for k in range(len(index)):
        rates_taken_dot[k] = rates_dot[index[k], index_2[k]]
        rates_taken[k] = rates[index[k], index_2[k]]
    for i in range(len(index)):
        values_dot = rates_taken_dot[i] * kappa + rates_taken[i] * kappa_dot
        rates_dot[index[i], index_2[i]] = values_dot
        rates[index[i], index_2[i]] = rates_taken[i] * kappa
    fill_diagonal_tangent(rates, rates_dot)
    v_dot = np.empty(rates.shape[0])
    v = np.empty(rates.shape[0])
    for i in range(rates.shape[0]):
        v_dot[i] = 0.0
        v[i] = 0.0
        for j in range(rates.shape[1]):
            v_dot[i] += rates_dot[i, j]
            v[i] += rates[i, j]
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(v, v_dot)
    if rates.shape[1] != matrix_of_result.shape[1]:
        raise ValueError("rates and matrix_of_result have different shapes")
    for i in range(rates.shape[0]):
        for j in range(rates.shape[0]):
            rates_dot[i, j] -= matrix_of_result_dot[i, j]
            rates[i, j] -= matrix_of_result[i, j]
    einsum_result, einsum_result_dot = einsum_tangent(pi, rates, pi_dot, rates_dot)
    term_dot = -einsum_result_dot
    term = -einsum_result
    for i in range(rates.shape[0]):
        for j in range(rates.shape[0]):
            rates_dot[i, j] = (rates_dot[i, j] - rates[i, j] * term_dot / term) / term
            rates[i, j] /= term
    if 4 != rates.shape[0]:
        raise ValueError("an array of 4 and rates have different shapes")
    if 4 != rates.shape[1]:
        raise ValueError("an array of 4 and rates have different shapes")
    step_dot = np.empty((4, 4))
    step = np.empty((4, 4))
    for i in range(4):
        for j in range(4):
            step_dot[i, j] = 0.125 * rates_dot[i, j]
            step[i, j] = (1.0 if i == j else 0.0) + rates[i, j] / 8.0
    partial_dot = leaves_dot[0]
    partial = leaves[0]
    row_dot = leaves_dot[1:]
    row = leaves[1:]
    for k_3 in range(min(len(lengths), len(row))):
        length_dot = lengths_dot[k_3]
        length = lengths[k_3]
        leaf_dot = row_dot[k_3]
        leaf = row[k_3]
        term_2_dot = np.empty((4, 4))
        term_2 = np.empty((4, 4))
        for i in range(4):
            for j in range(4):
                term_3 = length_dot * (step[i, j] - (1.0 if i == j else 0.0))
                term_2_dot[i, j] = term_3 + length * step_dot[i, j]
                term_4 = length * (step[i, j] - (1.0 if i == j else 0.0))
                term_2[i, j] = (1.0 if i == j else 0.0) + term_4
        move, move_dot = matrix_power_tangent(term_2, term_2_dot)
        if partial.shape[1] != move.shape[1]:
            raise ValueError("partial and move have different shapes")
        if leaf.shape[1] != move.shape[1]:
            raise ValueError("leaf and move have different shapes")
        if partial.shape[0] != leaf.shape[0]:
            raise ValueError("partial and leaf have different shapes")
        product_dot = partial_dot @ move.T + partial @ move_dot.T
        product = partial @ move.T
        product_2_dot = leaf_dot @ move.T + leaf @ move_dot.T
        product_2 = leaf @ move.T
        partial_new_dot = np.zeros_like(product)
        partial_new = np.empty_like(product)
        for i in range(product.shape[0]):
            for j in range(move.shape[0]):
                term_5 = product[i, j] * product_2_dot[i, j]
                partial_new_dot[i, j] = product_dot[i, j] * product_2[i, j] + term_5
                partial_new[i, j] = product[i, j] * product_2[i, j]
        partial_dot = partial_new_dot
        partial = partial_new
    if partial.shape[1] != len(frequencies):
        raise ValueError("partial and pi have different shapes")
    product_3_dot = partial_dot @ pi + partial @ pi_dot
    product_3 = partial @ pi
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(product_3)):
        total_2_dot += product_3_dot[i] / product_3[i]
        total_2 += np.log(product_3[i])
    return total_2, total_2_dot
