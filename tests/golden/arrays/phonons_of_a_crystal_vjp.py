import numpy as np


def block(arrays_0_0, arrays_0_1, arrays_1_0, arrays_1_1):
    """A matrix of blocks, given row by row, or arrays beside each other."""
    if arrays_0_0.shape[0] != arrays_0_1.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0_0.shape[1] + arrays_0_1.shape[1]
    whole = np.empty((arrays_0_0.shape[0], length))
    stop = arrays_0_0.shape[1]
    whole[:, :stop] = arrays_0_0
    start = arrays_0_0.shape[1]
    whole[:, start:] = arrays_0_1
    if arrays_1_0.shape[0] != arrays_1_1.shape[0]:
        raise ValueError("operands have different shapes")
    length_2 = arrays_1_0.shape[1] + arrays_1_1.shape[1]
    whole_2 = np.empty((arrays_1_0.shape[0], length_2))
    stop_2 = arrays_1_0.shape[1]
    whole_2[:, :stop_2] = arrays_1_0
    start_2 = arrays_1_0.shape[1]
    whole_2[:, start_2:] = arrays_1_1
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    length_3 = whole.shape[0] + whole_2.shape[0]
    whole_3 = np.empty((length_3, whole.shape[1]))
    stop_3 = whole.shape[0]
    whole_3[:stop_3] = whole
    start_3 = whole.shape[0]
    whole_3[start_3:] = whole_2
    return whole_3


def block_adjoint(
    result_bar, arrays_0_0_bar, arrays_0_1_bar, arrays_1_0_bar, arrays_1_1_bar
):
    """The adjoint of arrays_0_0, arrays_0_1, arrays_1_0 and arrays_1_1 is added to
    arrays_0_0_bar, arrays_0_1_bar, arrays_1_0_bar, arrays_1_1_bar.
    """
    # forward sweep
    if arrays_0_0_bar.shape[0] != arrays_0_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0_0_bar.shape[1] + arrays_0_1_bar.shape[1]
    whole = np.empty((arrays_0_0_bar.shape[0], length))
    stop = arrays_0_0_bar.shape[1]
    start = arrays_0_0_bar.shape[1]
    if arrays_1_0_bar.shape[0] != arrays_1_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    length_2 = arrays_1_0_bar.shape[1] + arrays_1_1_bar.shape[1]
    whole_2 = np.empty((arrays_1_0_bar.shape[0], length_2))
    stop_2 = arrays_1_0_bar.shape[1]
    start_2 = arrays_1_0_bar.shape[1]
    if whole.shape[1] != whole_2.shape[1]:
        raise ValueError("operands have different shapes")
    stop_3 = whole.shape[0]
    start_3 = whole.shape[0]

    # reverse sweep
    whole_3_bar = result_bar.copy()
    whole_2_bar = whole_3_bar[start_3:].copy()
    whole_3_bar[start_3:] = 0.0
    whole_bar = whole_3_bar[:stop_3].copy()
    arrays_1_1_bar += whole_2_bar[:, start_2:]
    whole_2_bar[:, start_2:] = 0.0
    arrays_1_0_bar += whole_2_bar[:, :stop_2]
    arrays_0_1_bar += whole_bar[:, start:]
    whole_bar[:, start:] = 0.0
    arrays_0_0_bar += whole_bar[:, :stop]


def matrix_of(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v)
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i] = v[i]
    return matrix


def matrix_of_2(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v) + 1
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i, i + 1] = v[i]
    return matrix


def matrix_of_3(v):
    """The matrix that has a vector as its k-th diagonal, and zeros."""
    size = len(v) + 1
    matrix = np.zeros((size, size))
    for i in range(len(v)):
        matrix[i + 1, i] = v[i]
    return matrix


def chain_forward(springs):
    """The result of chain, and what chain_reverse reads: inner, matrix_of_2_result,
    matrix_of_3_result and v.
    """
    v = np.empty(max(len(springs) - 1, 0))
    for i in range(len(springs) - 1):
        v[i] = springs[i] + springs[i + 1]
    inner = matrix_of(v)
    v_2 = springs[1:-1]
    matrix_of_2_result = matrix_of_2(v_2)
    if inner.shape[0] != matrix_of_2_result.shape[0]:
        raise ValueError("inner and matrix_of_2_result have different shapes")
    if inner.shape[1] != matrix_of_2_result.shape[1]:
        raise ValueError("inner and matrix_of_2_result have different shapes")
    v_3 = springs[1:-1]
    matrix_of_3_result = matrix_of_3(v_3)
    if matrix_of_2_result.shape[0] != matrix_of_3_result.shape[0]:
        raise ValueError(
            "matrix_of_2_result and matrix_of_3_result have different shapes"
        )
    if matrix_of_2_result.shape[1] != matrix_of_3_result.shape[1]:
        raise ValueError(
            "matrix_of_2_result and matrix_of_3_result have different shapes"
        )
    out = np.empty_like(inner)
    for i in range(len(springs) - 1):
        for j in range(len(springs) - 1):
            out[i, j] = (
                inner[i, j] - matrix_of_2_result[i, j] - matrix_of_3_result[i, j]
            )
    return out, inner, matrix_of_2_result, matrix_of_3_result, v


def matrix_of_2_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i + 1]


def matrix_of_3_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i + 1, i]


def matrix_of_adjoint(result_bar, v_bar):
    """The adjoint of v is added to v_bar."""
    for i in range(len(v_bar)):
        v_bar[i] += result_bar[i, i]


def chain_reverse(
    springs, inner, matrix_of_2_result, matrix_of_3_result, v, result_bar, springs_bar
):
    """The adjoint of springs is added to springs_bar, after chain_forward."""
    out_bar = result_bar.copy()
    inner_bar = np.empty_like(inner)
    matrix_of_2_result_bar = np.empty_like(matrix_of_2_result)
    matrix_of_3_result_bar = np.empty_like(matrix_of_3_result)
    for i in range(len(springs) - 1):
        for j in range(len(springs) - 1):
            inner_bar[i, j] = out_bar[i, j]
            matrix_of_2_result_bar[i, j] = -out_bar[i, j]
            matrix_of_3_result_bar[i, j] = -out_bar[i, j]
    v_3_bar = springs_bar[1:-1]
    matrix_of_3_adjoint(matrix_of_3_result_bar, v_3_bar)
    v_2_bar = springs_bar[1:-1]
    matrix_of_2_adjoint(matrix_of_2_result_bar, v_2_bar)
    v_bar = np.zeros_like(v)
    matrix_of_adjoint(inner_bar, v_bar)
    for i in range(len(springs) - 1):
        springs_bar[i] += v_bar[i]
        springs_bar[i + 1] += v_bar[i]


def eigensystem(a):
    """The eigenvalues and eigenvectors of a symmetric matrix, from its lower half:
    s2sad.library.spectra.eigensystem(a).
    """
    values, vectors = np.linalg.eigh(a)
    return values, vectors


def folded(a):
    """The lower triangle that takes the upper one as well: the adjoint of mirrored."""
    part = np.zeros_like(a)
    for i in range(len(a)):
        for j in range(i):
            part[i, j] = a[i, j] + a[j, i]
        part[i, i] = a[i, i]
    return part


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


def eigensystem_backward(system_0, system_1, bars_0, bars_1):
    twist = system_1.T @ bars_1
    term = np.empty_like(twist)
    for i in range(system_1.shape[1]):
        for j in range(bars_1.shape[1]):
            term[i, j] = 0.5 * (twist[i, j] - twist[j, i])
    change_bar = turned(term, system_0, twist)
    for i in range(len(system_0)):
        change_bar[i, i] += bars_0[i]
    return folded(system_1 @ change_bar @ system_1.T)


def eigensystem_adjoint(a, z_bar_0, z_bar_1, a_bar):
    values, vectors = eigensystem(a)
    eigensystem_backward_0 = eigensystem_backward(values, vectors, z_bar_0, z_bar_1)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += eigensystem_backward_0[i, j]


def phonons_of_a_crystal_vjp(
    first, second, coupling, masses, result_0_bar, result_1_bar
):
    """The adjoints of first, second, coupling and masses of phonons_of_a_crystal,
    for the adjoint of its result.
    """
    # forward sweep
    chain_result, inner_2, matrix_of_2_result_2, matrix_of_3_result_2, v_2 = (
        chain_forward(first)
    )
    if chain_result.shape[0] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    if chain_result.shape[1] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    chain_result_2, inner, matrix_of_2_result, matrix_of_3_result, v = chain_forward(
        second
    )
    if chain_result_2.shape[0] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    if chain_result_2.shape[1] != max(len(first) - 1, 0):
        raise ValueError("chain_result and link have different shapes")
    term = np.empty_like(chain_result)
    term_2 = np.empty((max(len(first) - 1, 0), max(len(first) - 1, 0)))
    term_3 = np.empty((max(len(first) - 1, 0), max(len(first) - 1, 0)))
    term_4 = np.empty_like(chain_result_2)
    for i in range(len(first) - 1):
        for j in range(len(first) - 1):
            link = coupling * (1.0 if i == j else 0.0)
            term[i, j] = chain_result[i, j] + link
            term_2[i, j] = -link
            term_3[i, j] = -link
            term_4[i, j] = chain_result_2[i, j] + link
    stiffness = block(term, term_2, term_3, term_4)
    scale = np.empty_like(masses)
    for i in range(len(masses)):
        scale[i] = 1.0 / np.sqrt(masses[i])
    if scale[:, None].shape[0] != stiffness.shape[0]:
        raise ValueError("scale[:, None] and stiffness have different shapes")
    if stiffness.shape[1] != len(masses):
        raise ValueError("stiffness and scale have different shapes")
    a = np.empty_like(stiffness)
    for i in range(len(masses)):
        for j in range(len(masses)):
            a[i, j] = scale[i] * stiffness[i, j] * scale[j]
    squares, modes = eigensystem(a)
    frequencies = np.empty_like(squares)
    for i in range(len(squares)):
        frequencies[i] = np.sqrt(squares[i])
    if modes.shape[1] != len(squares):
        raise ValueError("modes and frequencies have different shapes")
    if modes.shape[0] != len(masses):
        raise ValueError("motion and masses have different shapes")

    # reverse sweep
    first_bar = np.zeros_like(first)
    second_bar = np.zeros_like(second)
    masses_bar = np.empty_like(masses)
    frequencies_bar = result_0_bar.copy()
    quotient_bar = result_1_bar.copy()
    modes_bar = np.empty_like(modes)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(modes.shape[0]):
        motion = 0.0
        numerator_bar_2 = quotient_bar[i] / masses[i]
        for j in range(len(squares)):
            quotient = modes[i, j] ** 2 / frequencies[j]
            motion += quotient
            numerator_bar = numerator_bar_2 / frequencies[j]
            modes_bar[i, j] = 2.0 * modes[i, j] * numerator_bar
            frequencies_bar[j] -= quotient * numerator_bar
        masses_bar[i] = -motion * numerator_bar_2 / masses[i]
    squares_bar = np.empty_like(squares)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(squares)):
        squares_bar[i] = frequencies_bar[i] / (2.0 * frequencies[i])
    a_bar = np.zeros_like(a)
    eigensystem_adjoint(a, squares_bar, modes_bar, a_bar)
    stiffness_bar = np.zeros_like(stiffness)
    scale_bar = np.zeros_like(scale)
    for i in range(len(masses)):
        scale_i_bar = 0.0
        for j in range(len(masses)):
            scale_i_bar += stiffness[i, j] * scale[j] * a_bar[i, j]
            stiffness_bar[i, j] += scale[i] * scale[j] * a_bar[i, j]
            scale_bar[j] += scale[i] * stiffness[i, j] * a_bar[i, j]
        scale_bar[i] += scale_i_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(masses)):
        sqrt_masses = np.sqrt(masses[i])
        sqrt_masses_bar = -scale_bar[i] / sqrt_masses / sqrt_masses
        masses_bar[i] += sqrt_masses_bar / (2.0 * sqrt_masses)
    term_bar = np.zeros_like(term)
    term_2_bar = np.zeros_like(term_2)
    term_3_bar = np.zeros_like(term_3)
    term_4_bar = np.zeros_like(term_4)
    block_adjoint(stiffness_bar, term_bar, term_2_bar, term_3_bar, term_4_bar)
    chain_result_bar = np.zeros_like(chain_result)
    chain_result_2_bar = np.zeros_like(chain_result_2)
    coupling_bar = 0.0
    for i in range(len(first) - 1):
        for j in range(len(first) - 1):
            chain_result_2_bar[i, j] += term_4_bar[i, j]
            link_bar = term_4_bar[i, j] - term_3_bar[i, j] - term_2_bar[i, j]
            chain_result_bar[i, j] += term_bar[i, j]
            link_bar += term_bar[i, j]
            coupling_bar += (1.0 if i == j else 0.0) * link_bar
    chain_reverse(
        second,
        inner,
        matrix_of_2_result,
        matrix_of_3_result,
        v,
        chain_result_2_bar,
        second_bar,
    )
    chain_reverse(
        first,
        inner_2,
        matrix_of_2_result_2,
        matrix_of_3_result_2,
        v_2,
        chain_result_bar,
        first_bar,
    )
    return first_bar, second_bar, coupling_bar, masses_bar
