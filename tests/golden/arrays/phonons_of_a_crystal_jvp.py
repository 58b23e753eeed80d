import numpy as np


def block_tangent(
    arrays_0_0,
    arrays_0_1,
    arrays_1_0,
    arrays_1_1,
    arrays_0_0_dot,
    arrays_0_1_dot,
    arrays_1_0_dot,
    arrays_1_1_dot,
):
    """block and its tangent."""
    if arrays_0_0.shape[0] != arrays_0_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0_0.shape[1] + arrays_0_1.shape[1]
    whole_dot = np.zeros((arrays_0_0.shape[0], length))
    whole = np.empty((arrays_0_0.shape[0], length))
    stop = arrays_0_0.shape[1]
    whole_dot[:, :stop] = arrays_0_0_dot
    whole[:, :stop] = arrays_0_0
    start = arrays_0_0.shape[1]
    whole_dot[:, start:] = arrays_0_1_dot
    whole[:, start:] = arrays_0_1
    if arrays_1_0.shape[0] != arrays_1_1.shape[0]:
        raise ValueError("operands have different shapes")
    length_2 = arrays_1_0.shape[1] + arrays_1_1.shape[1]
    whole_2_dot = np.zeros((arrays_1_0.shape[0], length_2))
    whole_2 = np.empty((arrays_1_0.shape[0], length_2))
    stop_2 = arrays_1_0.shape[1]
    whole_2_dot[:, :stop_2] = arrays_1_0_dot
    whole_2[:, :stop_2] = arrays_1_0
    start_2 = arrays_1_0.shape[1]
    whole_2_dot[:, start_2:] = arrays_1_1_dot
    whole_2[:, start_2:] = arrays_1_1
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    length_3 = whole.shape[0] + whole_2.shape[0]
    whole_3_dot = np.zeros((length_3, whole.shape[1]))
    whole_3 = np.empty((length_3, whole.shape[1]))
    stop_3 = whole.shape[0]
    whole_3_dot[:stop_3] = whole_dot
    whole_3[:stop_3] = whole
    start_3 = whole.shape[0]
    whole_3_dot[start_3:] = whole_2_dot
    whole_3[start_3:] = whole_2
    return whole_3, whole_3_dot


def matrix_of_2_tangent(v, v_dot):
    """matrix_of_2 and its tangent."""
    size = len(v) + 1
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i + 1] = v_dot[i]
        matrix[i, i + 1] = v[i]
    return matrix, matrix_dot


def matrix_of_3_tangent(v, v_dot):
    """matrix_of_3 and its tangent."""
    size = len(v) + 1
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i + 1, i] = v_dot[i]
        matrix[i + 1, i] = v[i]
    return matrix, matrix_dot


def matrix_of_tangent(v, v_dot):
    """matrix_of and its tangent."""
    size = len(v)
    matrix_dot = np.zeros((size, size))
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix_dot[i, i] = v_dot[i]
        matrix[i, i] = v[i]
    return matrix, matrix_dot


def chain_tangent(springs, springs_dot):
    """chain and its tangent."""
    v_dot = np.empty(max(len(springs) - 1, 0))
    v = np.empty(max(len(springs) - 1, 0))
    for i in range(len(springs) - 1):
        v_dot[i] = springs_dot[i] + springs_dot[i + 1]
        v[i] = springs[i] + springs[i + 1]
    inner, inner_dot = matrix_of_tangent(v, v_dot)
    v_2_dot = springs_dot[1:-1]
    v_2 = springs[1:-1]
    matrix_of_2_result, matrix_of_2_result_dot = matrix_of_2_tangent(v_2, v_2_dot)
    if inner.shape[0] != matrix_of_2_result.shape[0]:
        raise ValueError("inner and matrix_of_2_result have different shapes")
    if inner.shape[1] != matrix_of_2_result.shape[1]:
        raise ValueError("inner and matrix_of_2_result have different shapes")
    v_3_dot = springs_dot[1:-1]
    v_3 = springs[1:-1]
    matrix_of_3_result, matrix_of_3_result_dot = matrix_of_3_tangent(v_3, v_3_dot)
    if matrix_of_2_result.shape[0] != matrix_of_3_result.shape[0]:
        raise ValueError(
            "matrix_of_2_result and matrix_of_3_result have different shapes"
        )
    if matrix_of_2_result.shape[1] != matrix_of_3_result.shape[1]:
        raise ValueError(
            "matrix_of_2_result and matrix_of_3_result have different shapes"
        )
    out_dot = np.zeros_like(inner)
    out = np.empty_like(inner)
    for i in range(len(springs) - 1):
        for j in range(len(springs) - 1):
            out_dot[i, j] = (
                inner_dot[i, j]
                - matrix_of_2_result_dot[i, j]
                - matrix_of_3_result_dot[i, j]
            )
            out[i, j] = (
                inner[i, j] - matrix_of_2_result[i, j] - matrix_of_3_result[i, j]
            )
    return out, out_dot


def diagonal(a):
    """The diagonal of a square matrix."""
    entries = np.empty(len(a), np.float64)
    for i in range(len(a)):
        entries[i] = a[i, i]
    return entries


def eigensystem(a):
    """The eigenvalues and eigenvectors of a symmetric matrix, from its lower half:
    s2sad.library.spectra.eigensystem(a).
    """
    values, vectors = np.linalg.eigh(a)
    return values, vectors


def mirrored(a):
    """The symmetric matrix whose lower triangle is that of a."""
    whole = np.empty_like(a)
    for i in range(len(a)):
        for j in range(i + 1):
            whole[i, j] = a[i, j]
            whole[j, i] = a[i, j]
    return whole


def turned(m, values, asked):
    """The entries m[i, j] over values[j] - values[i]; the diagonal is 0.

    Where values are equal but for rounding, their vectors have no derivative:
    nan, unless nothing is asked of them. An m of 0 may be two that cancel.
    """
    turn = np.zeros_like(m)
    abs_values = np.empty_like(values)
    for i in range(len(values)):
        abs_values[i] = np.abs(values[i])
    equal = 1e-14 * len(values) * np.max(abs_values)
    for i in range(len(values)):
        for j in range(len(values)):
            if abs(values[i] - values[j]) > equal:
                turn[i, j] = m[i, j] / (values[j] - values[i])
            elif i != j and (asked[i, j] != 0.0 or asked[j, i] != 0.0):
                turn[i, j] = np.nan
    return turn


def eigensystem_tangent(a, a_dot):
    values, vectors = eigensystem(a)
    change = vectors.T @ mirrored(a_dot) @ vectors
    return values, vectors, diagonal(change), vectors @ turned(change, values, change)


def phonons_of_a_crystal_jvp(
    first, second, coupling, masses, first_dot, second_dot, coupling_dot, masses_dot
):
    """The value of phonons_of_a_crystal, and its derivative in the direction
    first_dot, second_dot, coupling_dot, masses_dot.
    """
    chain_result, chain_result_dot = chain_tangent(first, first_dot)
    if chain_result.shape[0] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    if chain_result.shape[1] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    chain_result_2, chain_result_2_dot = chain_tangent(second, second_dot)
    if chain_result_2.shape[0] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    if chain_result_2.shape[1] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    term_dot = np.zeros_like(chain_result)
    term = np.empty_like(chain_result)
    term_2_dot = np.empty((max(len(first) - 1, 0), max(len(first) - 1, 0)))
    term_2 = np.empty((max(len(first) - 1, 0), max(len(first) - 1, 0)))
    term_3_dot = np.empty((max(len(first) - 1, 0), max(len(first) - 1, 0)))
    term_3 = np.empty((max(len(first) - 1, 0), max(len(first) - 1, 0)))
    term_4_dot = np.zeros_like(chain_result_2)
    term_4 = np.empty_like(chain_result_2)
    for i in range(len(first) - 1):
        for j in range(len(first) - 1):
            link_dot = coupling_dot * (1.0 if i == j else 0.0)
            link = coupling * (1.0 if i == j else 0.0)
            term_dot[i, j] = chain_result_dot[i, j] + link_dot
            term[i, j] = chain_result[i, j] + link
            term_2_dot[i, j] = -link_dot
            term_2[i, j] = -link
            term_3_dot[i, j] = -link_dot
            term_3[i, j] = -link
            term_4_dot[i, j] = chain_result_2_dot[i, j] + link_dot
            term_4[i, j] = chain_result_2[i, j] + link
    stiffness, stiffness_dot = block_tangent(
        term, term_2, term_3, term_4, term_dot, term_2_dot, term_3_dot, term_4_dot
    )
    scale_dot = np.empty_like(masses)
    scale = np.empty_like(masses)
    for i in range(len(masses)):
        sqrt_masses = np.sqrt(masses[i])
        quotient_2 = 1.0 / sqrt_masses
        scale_dot[i] = -quotient_2 * masses_dot[i] / (2.0 * sqrt_masses) / sqrt_masses
        scale[i] = quotient_2
    if scale[:, None].shape[0] != stiffness.shape[0]:
        raise ValueError("scale[:, None] and stiffness have different shapes")
    if stiffness.shape[1] != len(masses):
        raise ValueError("stiffness and scale have different shapes")
    a_dot = np.zeros_like(stiffness)
    a = np.empty_like(stiffness)
    for i in range(len(masses)):
        for j in range(len(masses)):
            factor = scale_dot[i] * stiffness[i, j] + scale[i] * stiffness_dot[i, j]
            term_5 = factor * scale[j]
            a_dot[i, j] = term_5 + scale[i] * stiffness[i, j] * scale_dot[j]
            a[i, j] = scale[i] * stiffness[i, j] * scale[j]
    squares, modes, squares_dot, modes_dot = eigensystem_tangent(a, a_dot)
    frequencies_dot = np.empty_like(squares)
    frequencies = np.empty_like(squares)
    for i in range(len(squares)):
        sqrt_squares = np.sqrt(squares[i])
        frequencies_dot[i] = squares_dot[i] / (2.0 * sqrt_squares)
        frequencies[i] = sqrt_squares
    if modes.shape[1] != len(squares):
        raise ValueError("modes and frequencies have different shapes")
    if modes.shape[0] != len(masses):
        raise ValueError("motion and masses have different shapes")
    quotient_dot = np.empty(modes.shape[0])
    quotient = np.empty(modes.shape[0])
    for i in range(modes.shape[0]):
        motion_dot = 0.0
        motion = 0.0
        for j in range(len(squares)):
            quotient_2 = modes[i, j] ** 2 / frequencies[j]
            term_6 = 2.0 * modes[i, j] * modes_dot[i, j]
            factor_2 = term_6 - quotient_2 * frequencies_dot[j]
            quotient_2_dot = factor_2 / frequencies[j]
            motion_dot += quotient_2_dot
            motion += quotient_2
        quotient_2 = motion / masses[i]
        quotient_dot[i] = (motion_dot - quotient_2 * masses_dot[i]) / masses[i]
        quotient[i] = quotient_2
    return frequencies, quotient, frequencies_dot, quotient_dot
