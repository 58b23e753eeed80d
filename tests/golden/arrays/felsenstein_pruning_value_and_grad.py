import numpy as np


def again(a):
    """An array as often as told, one after the other, along an axis."""
    length = a.shape[0]
    length_2 = 4 * length
    whole = np.empty((length_2, a.shape[1]))
    for k in range(4):
        for i in range(length):
            for j in range(a.shape[1]):
                whole[k * length + i, j] = a[i, j]
    return whole


def again_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    length = a_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    for k in range(3, -1, -1):
        for i in range(length - 1, -1, -1):
            for j in range(a_bar.shape[1]):
                a_bar[i, j] += whole_bar[k * length + i, j]
                whole_bar[k * length + i, j] = 0.0


def einsum(left, right):
    """The sums of left[i] * right[i, i] over i."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    total = 0.0
    for i in range(left.shape[0]):
        total += left[i] * right[i, i]
    return total


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[1] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        left_bar[i] += right[i, i] * result_bar
        right_bar[i, i] += left[i] * result_bar


def fill_diagonal(a):
    """Write a number, or a vector, on the diagonal of a matrix."""
    value = 0.0
    for i in range(min(a.shape[0], a.shape[1])):
        a[i, i] = value


def fill_diagonal_adjoint(a_bar):
    """The adjoint of a is added to a_bar."""
    for i in range(min(a_bar.shape[0], a_bar.shape[1])):
        a_bar[i, i] = 0.0


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def matrix_power(a):
    """A matrix multiplied by itself n times, by repeated squaring."""
    factor = a
    power = np.eye(len(a))
    remaining = abs(8)
    while remaining > 0:
        if remaining % 2 == 1:
            if power.shape[1] != factor.shape[0]:
                raise ValueError("power and factor have different shapes")
            power = power @ factor
        remaining //= 2
        if remaining > 0:
            if factor.shape[1] != factor.shape[0]:
                raise ValueError("operands have different shapes")
            factor = factor @ factor
    return power


def matrix_power_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep: saves factor, remaining and power
    factor = a
    power = np.eye(len(a))
    remaining = abs(8)
    factor_saved = []
    remaining_saved = []
    power_saved = []
    while remaining > 0:
        if remaining % 2 == 1:
            if power.shape[1] != factor.shape[0]:
                raise ValueError("power and factor have different shapes")
            power_saved.append(power)
            power = power @ factor
        remaining_saved.append(remaining)
        remaining //= 2
        if remaining > 0:
            if factor.shape[1] != factor.shape[0]:
                raise ValueError("operands have different shapes")
            factor_saved.append(factor)
            factor = factor @ factor

    # reverse sweep
    power_bar = result_bar.copy()
    factor_bar = np.zeros_like(factor)
    for trip in range(len(remaining_saved)):
        if remaining > 0:
            factor = factor_saved.pop()
            factor_new_bar = factor_bar
            factor_bar = factor_new_bar @ factor.T
            factor_bar += factor.T @ factor_new_bar
        remaining = remaining_saved.pop()
        if remaining % 2 == 1:
            power = power_saved.pop()
            power_new_bar = power_bar
            power_bar = power_new_bar @ factor.T
            factor_bar += power.T @ power_new_bar
    a_bar += factor_bar


def felsenstein_pruning_value_and_grad(kappa, frequencies, lengths, leaves):
    """The value of felsenstein_pruning, and its gradient with respect to kappa,
    frequencies, lengths and leaves.
    """
    # forward sweep: saves rates, partial, partial_bar, move and term_2
    frequencies_bar = np.empty_like(frequencies)
    lengths_bar = np.zeros_like(lengths)
    leaves_bar = np.zeros_like(leaves)
    total = 0.0
    for i in range(len(frequencies)):
        total += frequencies[i]
    pi = np.empty_like(frequencies)
    for i in range(len(frequencies)):
        pi[i] = frequencies[i] / total
    a = pi[None]
    rates = again(a)
    index = np.array([0, 1, 2, 3])
    index_2 = np.array([2, 3, 0, 1])
    rates_taken = np.empty(len(index))
    for k in range(len(index)):
        rates_taken[k] = rates[index[k], index_2[k]]
    for i in range(len(index)):
        rates[index[i], index_2[i]] = rates_taken[i] * kappa
    fill_diagonal(rates)
    v = np.empty(rates.shape[0])
    for i in range(rates.shape[0]):
        v[i] = 0.0
        for j in range(rates.shape[1]):
            v[i] += rates[i, j]
    matrix_of_result = matrix_of(v)
    if rates.shape[1] != matrix_of_result.shape[1]:
        raise ValueError("rates and matrix_of_result have different shapes")
    for i in range(rates.shape[0]):
        for j in range(rates.shape[0]):
            rates[i, j] -= matrix_of_result[i, j]
    term = -einsum(pi, rates)
    rates_saved = np.empty((rates.shape[0], rates.shape[0]))
    for i in range(rates.shape[0]):
        for j in range(rates.shape[0]):
            rates_saved[i, j] = rates[i, j]
            rates[i, j] /= term
    if 4 != rates.shape[0]:
        raise ValueError("an array of 4 and rates have different shapes")
    if 4 != rates.shape[1]:
        raise ValueError("an array of 4 and rates have different shapes")
    step = np.empty((4, 4))
    for i in range(4):
        for j in range(4):
            step[i, j] = (1.0 if i == j else 0.0) + rates[i, j] / 8.0
    partial = leaves[0]
    partial_bar = leaves_bar[0]
    row = leaves[1:]
    row_bar = leaves_bar[1:]
    partial_saved = []
    partial_bar_saved = []
    move_saved = []
    term_2_saved = []
    for k_3 in range(min(len(lengths), len(row))):
        length = lengths[k_3]
        leaf = row[k_3]
        term_2 = np.empty((4, 4))
        term_2_saved.append(term_2)
        for i in range(4):
            for j in range(4):
                term_3 = length * (step[i, j] - (1.0 if i == j else 0.0))
                term_2[i, j] = (1.0 if i == j else 0.0) + term_3
        move = matrix_power(term_2)
        move_saved.append(move)
        if partial.shape[1] != move.shape[1]:
            raise ValueError("partial and move have different shapes")
        if leaf.shape[1] != move.shape[1]:
            raise ValueError("leaf and move have different shapes")
        if partial.shape[0] != leaf.shape[0]:
            raise ValueError("partial and leaf have different shapes")
        product = partial @ move.T
        product_2 = leaf @ move.T
        partial_new = np.empty_like(product)
        for i in range(product.shape[0]):
            for j in range(move.shape[0]):
                partial_new[i, j] = product[i, j] * product_2[i, j]
        partial_saved.append(partial)
        partial_bar_saved.append(partial_bar)
        partial = partial_new
        partial_bar = np.zeros_like(partial)
    if partial.shape[1] != len(frequencies):
        raise ValueError("partial and pi have different shapes")
    product_3 = partial @ pi
    total_2 = 0.0
    for i in range(len(product_3)):
        total_2 += np.log(product_3[i])

    # reverse sweep
    product_3_bar = np.empty_like(product_3)
    for i in range(len(product_3)):
        product_3_bar[i] = 1.0 / product_3[i]
    partial_bar += np.outer(product_3_bar, pi)
    pi_bar = partial.T @ product_3_bar
    step_bar = np.zeros_like(step)
    for k_3 in range(min(len(lengths), len(row)) - 1, -1, -1):
        partial_new_bar = partial_bar
        partial = partial_saved.pop()
        partial_bar = partial_bar_saved.pop()
        partial_new_bar = partial_new_bar.copy()
        move = move_saved.pop()
        leaf = row[k_3]
        leaf_bar = row_bar[k_3]
        product = partial @ move.T
        product_2 = leaf @ move.T
        product_bar = np.zeros_like(product)
        product_2_bar = np.zeros_like(product_2)
        for i in range(product.shape[0]):
            for j in range(move.shape[0]):
                product_bar[i, j] += product_2[i, j] * partial_new_bar[i, j]
                product_2_bar[i, j] += product[i, j] * partial_new_bar[i, j]
        leaf_bar += product_2_bar @ move
        move_bar = (leaf.T @ product_2_bar).T
        partial_bar += product_bar @ move
        move_bar += (partial.T @ product_bar).T
        term_2 = term_2_saved.pop()
        term_2_bar = np.zeros_like(term_2)
        matrix_power_adjoint(term_2, move_bar, term_2_bar)
        length = lengths[k_3]
        length_bar = 0.0
        for i in range(4):
            for j in range(4):
                length_bar += (step[i, j] - (1.0 if i == j else 0.0)) * term_2_bar[i, j]
                step_bar[i, j] += length * term_2_bar[i, j]
        lengths_bar[k_3] += length_bar
    rates_bar = np.zeros_like(rates)
    for i in range(4):
        for j in range(4):
            rates_bar[i, j] += 0.125 * step_bar[i, j]
    term_bar = 0.0
    for i in range(rates.shape[0]):
        for j in range(rates.shape[0]):
            rates[i, j] = rates_saved[i, j]
            numerator_bar = rates_bar[i, j] / term
            rates_bar[i, j] = numerator_bar
            term_bar -= rates[i, j] * numerator_bar / term
    einsum_adjoint(pi, rates, -term_bar, pi_bar, rates_bar)
    matrix_of_result_bar = np.empty_like(matrix_of_result)
    for i in range(rates.shape[0]):
        for j in range(rates.shape[0]):
            matrix_of_result_bar[i, j] = -rates_bar[i, j]
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(matrix_of_result_bar, v_bar)
    for i in range(rates.shape[0]):
        for j in range(rates.shape[1]):
            rates_bar[i, j] += v_bar[i]
    fill_diagonal_adjoint(rates_bar)
    rates_taken_bar = np.zeros_like(rates_taken)
    kappa_bar = 0.0
    for i in range(len(index) - 1, -1, -1):
        values_bar = rates_bar[index[i], index_2[i]]
        rates_bar[index[i], index_2[i]] = 0.0
        rates_taken_bar[i] += kappa * values_bar
        kappa_bar += rates_taken[i] * values_bar
    for k in range(len(index)):
        rates_bar[index[k], index_2[k]] += rates_taken_bar[k]
    a_bar = pi_bar[None]
    again_adjoint(rates_bar, a_bar)
    total_bar = 0.0
    for i in range(len(frequencies)):
        numerator_bar = pi_bar[i] / total
        frequencies_bar[i] = numerator_bar
        total_bar -= frequencies[i] * numerator_bar / total
    for i in range(len(frequencies)):
        frequencies_bar[i] += total_bar
    return total_2, kappa_bar, frequencies_bar, lengths_bar, leaves_bar
