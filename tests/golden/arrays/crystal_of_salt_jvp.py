import math

import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0], dtype=np.bool_)
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.any(a_i)
    return values


def matmul_2_tangent(left, right, left_dot, right_dot):
    """matmul_2 and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty(left.shape[0], dtype=np.complex128)
    result = np.empty(left.shape[0], dtype=np.complex128)
    for i in range(left.shape[0]):
        total_dot = 0j
        total = 0j
        for j in range(left.shape[1]):
            total_dot += left_dot[i, j] * right[j] + left[i, j] * right_dot[j]
            total += left[i, j] * right[j]
        result_dot[i] = total_dot
        result[i] = total
    return result, result_dot


def matmul_tangent(left, right, left_dot, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty((left.shape[0], right.shape[1]), dtype=np.complex128)
    result = np.empty((left.shape[0], right.shape[1]), dtype=np.complex128)
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            total_dot = 0j
            total = 0j
            for j in range(left.shape[1]):
                total_dot += left_dot[i, j] * right[j, k] + left[i, j] * right_dot[j, k]
                total += left[i, j] * right[j, k]
            result_dot[i, k] = total_dot
            result[i, k] = total
    return result, result_dot


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def crystal_of_salt_jvp(
    places, charges, box, split, places_dot, charges_dot, box_dot, split_dot
):
    """The value of crystal_of_salt, and its derivative in the direction places_dot,
    charges_dot, box_dot, split_dot.
    """
    n = len(charges)
    if places.shape[0] != n:
        raise ValueError("gaps and an array of n have different shapes")
    total_dot = np.empty((places.shape[0], places.shape[0]))
    total = np.empty((places.shape[0], places.shape[0]))
    for m in range(places.shape[0]):
        for p in range(places.shape[0]):
            total_dot[m, p] = 0.0
            total[m, p] = 0.0
            for q in range(places.shape[1]):
                gaps = places[m, q] - places[p, q]
                rint_result = np.rint(gaps / box)
                gaps_2_dot = places_dot[m, q] - places_dot[p, q] - box_dot * rint_result
                gaps_2 = gaps - box * rint_result
                total_dot[m, p] += 2.0 * gaps_2 * gaps_2_dot
                total[m, p] += gaps_2**2
    operand_dot = np.outer(charges_dot, charges) + np.outer(charges, charges_dot)
    operand = np.outer(charges, charges)
    if operand.shape[0] != n:
        raise ValueError("operand and erfc_result have different shapes")
    if operand.shape[1] != n:
        raise ValueError("operand and erfc_result have different shapes")
    pairs_dot = np.zeros_like(operand)
    pairs = np.empty_like(operand)
    for m in range(n):
        for p in range(n):
            far = np.sqrt(total[m, p] + (1.0 if m == p else 0.0))
            far_dot = total_dot[m, p] / (2.0 * far)
            x_dot = split_dot * far + split * far_dot
            x = split * far
            erfc_result_dot = -2.0 * math.exp(-x * x) * x_dot / math.sqrt(math.pi)
            erfc_result = math.erfc(x)
            quotient = operand[m, p] * erfc_result / far
            factor_2 = (
                operand_dot[m, p] * erfc_result
                + operand[m, p] * erfc_result_dot
                - quotient * far_dot
            )
            quotient_dot = factor_2 / far
            pairs_dot[m, p] = quotient_dot
            pairs[m, p] = quotient
    v, v_dot = on_diagonal_tangent(pairs, pairs_dot)
    matrix_of_result, matrix_of_result_dot = matrix_of_tangent(v, v_dot)
    if n != matrix_of_result.shape[0]:
        raise ValueError("pairs and matrix_of_result have different shapes")
    if n != matrix_of_result.shape[1]:
        raise ValueError("pairs and matrix_of_result have different shapes")
    total_2_dot = 0.0
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
    waves_2_dot = np.empty((len(places_2), 3))
    waves_2 = np.empty((len(places_2), 3))
    term_dot = 8.0 * split * split_dot
    term = 4.0 * split**2
    weights_dot = np.empty(len(places_2))
    weights = np.empty(len(places_2))
    for m in range(len(places_2)):
        k2_dot = 0.0
        k2 = 0.0
        for p in range(3):
            quotient = 2.0 * np.pi / box
            waves_2_dot[m, p] = -quotient * box_dot * waves[places_2[m], p] / box
            waves_2[m, p] = quotient * waves[places_2[m], p]
            k2_dot += 2.0 * waves_2[m, p] * waves_2_dot[m, p]
            k2 += waves_2[m, p] ** 2
        quotient = -k2 / term
        exp_quotient = np.exp(quotient)
        exp_quotient_dot = exp_quotient * (-k2_dot - quotient * term_dot) / term
        quotient = exp_quotient / k2
        weights_dot[m] = (exp_quotient_dot - quotient * k2_dot) / k2
        weights[m] = quotient
    term_2_dot = 1j * waves_2_dot
    term_2 = 1j * waves_2
    matmul_result, matmul_result_dot = matmul_tangent(
        term_2, places.T, term_2_dot, places_dot.T
    )
    exp_matmul_result = np.exp(matmul_result)
    exp_matmul_result_dot = exp_matmul_result * matmul_result_dot
    factor, factor_dot = matmul_2_tangent(
        exp_matmul_result, charges, exp_matmul_result_dot, charges_dot
    )
    if len(places_2) != len(factor):
        raise ValueError("weights and factor have different shapes")
    quotient = 2.0 * np.pi / box**3
    quotient_dot = -3.0 * quotient * box**2 * box_dot / box**3
    abs_factor = np.abs(factor)
    factor_3 = np.where(abs_factor != 0.0, abs_factor, 1.0)
    abs_factor_dot = np.real(np.conj(factor) * factor_dot) / factor_3
    sum_result_dot = np.sum(
        weights_dot * abs_factor**2 + 2.0 * weights * abs_factor * abs_factor_dot
    )
    sum_result = np.sum(weights * abs_factor**2)
    long_dot = quotient_dot * sum_result + quotient * sum_result_dot
    long = quotient * sum_result
    total_3_dot = 0.0
    total_3 = 0.0
    for m in range(n):
        for p in range(n):
            total_2_dot += pairs_dot[m, p] - matrix_of_result_dot[m, p]
            total_2 += pairs[m, p] - matrix_of_result[m, p]
        total_3_dot += 2.0 * charges[m] * charges_dot[m]
        total_3 += charges[m] ** 2
    near_dot = 0.5 * total_2_dot
    near = 0.5 * total_2
    root = np.sqrt(np.pi)
    quotient = split / root
    quotient_dot = split_dot / root
    value_dot = near_dot + long_dot - (quotient_dot * total_3 + quotient * total_3_dot)
    return near + long - quotient * total_3, value_dot
