import math

import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0], dtype=np.bool_)
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.any(a_i)
    return values


def matmul(left, right):
    """The sums of left[i, j] * right[j, k] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty((left.shape[0], right.shape[1]), dtype=np.complex128)
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            total = 0j
            for j in range(left.shape[1]):
                total += left[i, j] * right[j, k]
            result[i, k] = total
    return result


def matmul_2(left, right):
    """The sums of left[i, j] * right[j] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty(left.shape[0], dtype=np.complex128)
    for i in range(left.shape[0]):
        total = 0j
        for j in range(left.shape[1]):
            total += left[i, j] * right[j]
        result[i] = total
    return result


def matmul_2_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        total_bar = result_bar[i]
        for j in range(left.shape[1]):
            left_bar[i, j] += right[j] * total_bar
            right_bar[j] += np.real(left[i, j] * total_bar)


def matmul_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            total_bar = result_bar[i, k]
            for j in range(left.shape[1]):
                left_bar[i, j] += right[j, k] * total_bar
                right_bar[j, k] += np.real(left[i, j] * total_bar)


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


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def crystal_of_salt_value_and_grad(places, charges, box, split):
    """The value of crystal_of_salt, and its gradient with respect to places,
    charges, box and split.
    """
    # forward sweep: saves k2
    n = len(charges)
    if places.shape[0] != n:
        raise ValueError("gaps and an array of n have different shapes")
    total = np.empty((places.shape[0], places.shape[0]))
    for m in range(places.shape[0]):
        for p in range(places.shape[0]):
            total[m, p] = 0.0
            for q in range(places.shape[1]):
                gaps = places[m, q] - places[p, q]
                gaps_2 = gaps - box * np.rint(gaps / box)
                total[m, p] += gaps_2**2
    operand = np.outer(charges, charges)
    if operand.shape[0] != n:
        raise ValueError("operand and erfc_result have different shapes")
    if operand.shape[1] != n:
        raise ValueError("operand and erfc_result have different shapes")
    pairs = np.empty_like(operand)
    for m in range(n):
        for p in range(n):
            far = np.sqrt(total[m, p] + (1.0 if m == p else 0.0))
            pairs[m, p] = operand[m, p] * math.erfc(split * far) / far
    v = on_diagonal(pairs)
    matrix_of_result = matrix_of(v)
    if n != matrix_of_result.shape[0]:
        raise ValueError("pairs and matrix_of_result have different shapes")
    if n != matrix_of_result.shape[1]:
        raise ValueError("pairs and matrix_of_result have different shapes")
    total_2 = 0.0
    grid = np.arange(-1, 2)
    shape_0 = len(grid)
    shape_1 = len(grid)
    shape_2 = len(grid)
    zeros_2 = np.zeros((shape_0, shape_1, shape_2), dtype=np.int64)
    j = np.empty_like(zeros_2)
    i = np.empty_like(zeros_2)
    k = np.empty_like(zeros_2)
    for m in range(shape_0):
        for p in range(shape_0):
            for q in range(shape_0):
                j[m, p, q] = zeros_2[m, p, q] + grid[m]
                i[m, p, q] = zeros_2[m, p, q] + grid[p]
                k[m, p, q] = zeros_2[m, p, q] + grid[q]
    arrays_0 = np.reshape(np.ascontiguousarray(i), -1)
    arrays_1 = np.reshape(np.ascontiguousarray(j), -1)
    arrays_2 = np.reshape(np.ascontiguousarray(k), -1)
    if len(arrays_0) != len(arrays_1):
        raise ValueError("operands have different shapes")
    if len(arrays_0) != len(arrays_2):
        raise ValueError("operands have different shapes")
    shape_0_2 = arrays_0.shape[0]
    waves = np.empty((shape_0_2, 3), dtype=np.int64)
    a = np.empty((shape_0_2, 3), dtype=np.bool_)
    for m in range(shape_0_2):
        waves[m, 0] = arrays_0[m]
        waves[m, 1] = arrays_1[m]
        waves[m, 2] = arrays_2[m]
        for p in range(3):
            a[m, p] = waves[m, p] != 0
    values = along_axis(a)
    places_2 = np.flatnonzero(values)
    waves_2 = np.empty((len(places_2), 3))
    term = 4.0 * split**2
    weights = np.empty(len(places_2))
    k2_saved = np.empty(len(places_2))
    for m in range(len(places_2)):
        k2 = 0.0
        for p in range(3):
            waves_2[m, p] = 2.0 * np.pi / box * waves[places_2[m], p]
            k2 += waves_2[m, p] ** 2
        k2_saved[m] = k2
        weights[m] = np.exp(-k2 / term) / k2
    term_2 = 1j * waves_2
    matmul_result = matmul(term_2, places.T)
    exp_matmul_result = np.exp(matmul_result)
    factor = matmul_2(exp_matmul_result, charges)
    if len(places_2) != len(factor):
        raise ValueError("weights and factor have different shapes")
    quotient = 2.0 * np.pi / box**3
    abs_factor = np.abs(factor)
    sum_result = np.sum(weights * abs_factor**2)
    long = quotient * sum_result
    total_3 = 0.0
    for m in range(n):
        for p in range(n):
            total_2 += pairs[m, p] - matrix_of_result[m, p]
        total_3 += charges[m] ** 2
    near = 0.5 * total_2
    root = np.sqrt(np.pi)
    value = near + long - split / root * total_3

    # reverse sweep
    places_bar = np.zeros_like(places)
    charges_bar = np.empty_like(charges)
    split_bar = -total_3 / root
    total_3_bar = -split / root
    pairs_bar = np.zeros_like(pairs)
    matrix_of_result_bar = np.zeros_like(matrix_of_result)
    for m in range(n):
        charges_bar[m] = 2.0 * charges[m] * total_3_bar
        for p in range(n):
            pairs_bar[m, p] += 0.5
            matrix_of_result_bar[m, p] -= 0.5
    weights_bar = abs_factor**2 * quotient
    abs_factor_bar = 2.0 * abs_factor * weights * quotient
    factor_bar = (
        np.conj(factor) * abs_factor_bar / np.where(abs_factor != 0.0, abs_factor, 1.0)
    )
    box_bar = -3.0 * box**2 * quotient * sum_result / box**3
    exp_matmul_result_bar = np.zeros_like(exp_matmul_result)
    matmul_2_adjoint(
        exp_matmul_result, charges, factor_bar, exp_matmul_result_bar, charges_bar
    )
    matmul_result_bar = exp_matmul_result * exp_matmul_result_bar
    term_2_bar = np.zeros_like(term_2)
    matmul_adjoint(term_2, places.T, matmul_result_bar, term_2_bar, places_bar.T)
    waves_2_bar = np.real(1j * term_2_bar)
    term_bar = 0.0
    for m in range(len(places_2)):
        k2 = k2_saved[m]
        quotient = -k2 / term
        exp_quotient = np.exp(quotient)
        numerator_bar = weights_bar[m] / k2
        numerator_bar_2 = exp_quotient * numerator_bar / term
        k2_bar = -exp_quotient * numerator_bar / k2 - numerator_bar_2
        term_bar -= quotient * numerator_bar_2
        for p in range(3):
            waves_2_bar[m, p] += 2.0 * waves_2[m, p] * k2_bar
            quotient_bar = waves[places_2[m], p] * waves_2_bar[m, p]
            box_bar -= 2.0 * np.pi * quotient_bar / box / box
    split_bar += 8.0 * split * term_bar
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(matrix_of_result_bar, v_bar)
    on_diagonal_adjoint(v_bar, pairs_bar)
    total_bar = np.zeros_like(total)
    operand_bar = np.zeros_like(operand)

    # forward and reverse in one sweep: the iterations are independent
    for m in range(n):
        for p in range(n):
            far = np.sqrt(total[m, p] + (1.0 if m == p else 0.0))
            x = split * far
            numerator_bar = pairs_bar[m, p] / far
            operand_bar[m, p] += math.erfc(x) * numerator_bar
            erfc_result_bar = operand[m, p] * numerator_bar
            x_bar = -2.0 * math.exp(-x * x) * erfc_result_bar / math.sqrt(math.pi)
            split_bar += far * x_bar
            far_bar = split * x_bar - pairs[m, p] * numerator_bar
            total_bar[m, p] += far_bar / (2.0 * far)
    charges_bar += np.dot(operand_bar, charges) + np.dot(charges, operand_bar)
    for m in range(places.shape[0]):
        for p in range(places.shape[0]):
            for q in range(places.shape[1]):
                gaps = places[m, q] - places[p, q]
                rint_result = np.rint(gaps / box)
                gaps_2 = gaps - box * rint_result
                gaps_2_bar = 2.0 * gaps_2 * total_bar[m, p]
                box_bar -= rint_result * gaps_2_bar
                places_bar[m, q] += gaps_2_bar
                places_bar[p, q] -= gaps_2_bar
    return value, places_bar, charges_bar, box_bar, split_bar
