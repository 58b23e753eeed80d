import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_tangent(x, x_dot):
    z = length_of(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x_dot[i]
    return z, total / (z if z != 0.0 else 1.0)


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = length_of_tangent(a_i, a_i_dot)
    return values, values_dot


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def truss_by_matrices_jvp(
    nodes,
    areas,
    bars,
    fixed,
    loads,
    modulus,
    nodes_dot,
    areas_dot,
    loads_dot,
    modulus_dot,
):
    """The value of truss_by_matrices, and its derivative in the direction nodes_dot,
    areas_dot, loads_dot, modulus_dot.
    """
    index = bars[:, 1]
    index_2 = bars[:, 0]
    ends_dot = np.empty((bars.shape[0], nodes.shape[1]))
    ends = np.empty((bars.shape[0], nodes.shape[1]))
    for i in range(bars.shape[0]):
        for j in range(nodes.shape[1]):
            ends_dot[i, j] = nodes_dot[index[i], j] - nodes_dot[index_2[i], j]
            ends[i, j] = nodes[index[i], j] - nodes[index_2[i], j]
    length, length_dot = along_axis_tangent(ends, ends_dot)
    unit_dot = np.empty((bars.shape[0], nodes.shape[1]))
    unit = np.empty((bars.shape[0], nodes.shape[1]))
    for i in range(bars.shape[0]):
        for j in range(nodes.shape[1]):
            quotient = ends[i, j] / length[i]
            unit_dot[i, j] = (ends_dot[i, j] - quotient * length_dot[i]) / length[i]
            unit[i, j] = quotient
    stiffness_dot = np.zeros((nodes.size, nodes.size))
    stiffness = np.zeros((nodes.size, nodes.size))
    arrays_0_dot = np.empty(nodes.shape[1])
    arrays_0 = np.empty(nodes.shape[1])
    arrays_0_2 = np.empty(2, dtype=np.int64)
    arrays_1 = np.empty(2, dtype=np.int64)
    for b in range(len(bars)):
        for i in range(nodes.shape[1]):
            arrays_0_dot[i] = -unit_dot[b, i]
            arrays_0[i] = -unit[b, i]
        unit_b_dot = unit_dot[b]
        unit_b = unit[b]
        length_3 = nodes.shape[1] + unit_b.shape[0]
        row_dot = np.zeros(length_3)
        row = np.empty(length_3)
        stop = nodes.shape[1]
        row_dot[:stop] = arrays_0_dot
        row[:stop] = arrays_0
        start = nodes.shape[1]
        row_dot[start:] = unit_b_dot
        row[start:] = unit_b
        term = 2 * bars[b, 0]
        term_2 = 2 * bars[b, 1]
        for i in range(2):
            arrays_0_2[i] = term + i
            arrays_1[i] = term_2 + i
        length_4 = 2 + 2
        places = np.empty(length_4, dtype=np.int64)
        stop_2 = 2
        places[:stop_2] = arrays_0_2
        start_2 = 2
        places[start_2:] = arrays_1
        quotient = modulus * areas[b] / length[b]
        factor = (
            modulus_dot * areas[b] + modulus * areas_dot[b] - quotient * length_dot[b]
        )
        quotient_dot = factor / length[b]
        outer_result_dot = np.outer(row_dot, row) + np.outer(row, row_dot)
        outer_result = np.outer(row, row)
        block_dot = np.empty_like(outer_result)
        block = np.empty_like(outer_result)
        for i in range(outer_result.shape[0]):
            for j in range(outer_result.shape[1]):
                term_3 = quotient * outer_result_dot[i, j]
                block_dot[i, j] = quotient_dot * outer_result[i, j] + term_3
                block[i, j] = quotient * outer_result[i, j]
        result_0 = places[:, None]
        result_1 = places[None]
        if result_0.shape[0] != outer_result.shape[0]:
            raise ValueError("result and block have different shapes")
        if result_1.shape[1] != outer_result.shape[1]:
            raise ValueError("result and block have different shapes")
        stiffness_taken_dot = np.zeros((result_0.shape[0], result_1.shape[1]))
        stiffness_taken = np.empty((result_0.shape[0], result_1.shape[1]))
        for k in range(result_0.shape[0]):
            for m in range(result_1.shape[1]):
                stiffness_taken_dot[k, m] = stiffness_dot[
                    result_0[k, 0], result_1[0, m]
                ]
                stiffness_taken[k, m] = stiffness[result_0[k, 0], result_1[0, m]]
        if length_4 != outer_result.shape[0]:
            raise ValueError("stiffness_taken and block have different shapes")
        if length_4 != outer_result.shape[1]:
            raise ValueError("stiffness_taken and block have different shapes")
        values_2_dot = np.zeros_like(stiffness_taken)
        values_2 = np.empty_like(stiffness_taken)
        for i in range(length_4):
            for j in range(length_4):
                values_2_dot[i, j] = stiffness_taken_dot[i, j] + block_dot[i, j]
                values_2[i, j] = stiffness_taken[i, j] + block[i, j]
        for k_2 in range(result_0.shape[0]):
            for m_2 in range(result_1.shape[1]):
                stiffness_dot[result_0[k_2, 0], result_1[0, m_2]] = values_2_dot[
                    k_2, m_2
                ]
                stiffness[result_0[k_2, 0], result_1[0, m_2]] = values_2[k_2, m_2]
    is_free = np.ones(nodes.size, dtype=np.bool_)
    for i in range(len(fixed)):
        is_free[fixed[i]] = False
    free = np.flatnonzero(is_free)
    shift_dot = np.zeros(nodes.size)
    shift = np.zeros(nodes.size)
    result_0_2 = free[:, None]
    result_1_2 = free[None]
    stiffness_taken_2_dot = np.empty((len(free), len(free)))
    stiffness_taken_2 = np.empty((len(free), len(free)))
    for i in range(len(free)):
        for j in range(len(free)):
            stiffness_taken_2_dot[i, j] = stiffness_dot[
                result_0_2[i, 0], result_1_2[0, j]
            ]
            stiffness_taken_2[i, j] = stiffness[result_0_2[i, 0], result_1_2[0, j]]
    loads_gathered_dot = loads_dot[free].copy()
    loads_gathered = loads[free]
    solution_result, solution_result_dot = solution_tangent(
        stiffness_taken_2, loads_gathered, stiffness_taken_2_dot, loads_gathered_dot
    )
    if len(shift[free]) != len(solution_result):
        raise ValueError("shift[free] and solution_result have different shapes")
    values_3_dot = solution_result_dot.copy()
    values_3 = solution_result.copy()
    for i in range(len(free)):
        shift_dot[free[i]] = values_3_dot[i]
        shift[free[i]] = values_3[i]
    arrays_0_3_dot = shift_dot[::2]
    arrays_0_3 = shift[::2]
    arrays_1_2_dot = shift_dot[1::2]
    arrays_1_2 = shift[1::2]
    if len(arrays_0_3) != len(arrays_1_2):
        raise ValueError("operands have different shapes")
    shape_0 = arrays_0_3.shape[0]
    moved_dot = np.zeros((shape_0, 2))
    moved = np.empty((shape_0, 2))
    for i in range(shape_0):
        moved_dot[i, 0] = arrays_0_3_dot[i]
        moved[i, 0] = arrays_0_3[i]
        moved_dot[i, 1] = arrays_1_2_dot[i]
        moved[i, 1] = arrays_1_2[i]
    index_3 = bars[:, 1]
    index_4 = bars[:, 0]
    if nodes.shape[1] != moved[index_3].shape[1]:
        raise ValueError("unit and moved[index] have different shapes")
    if len(areas) != bars.shape[0]:
        raise ValueError("areas and stretch have different shapes")
    if len(loads) != len(shift):
        raise ValueError("loads and shift have different shapes")
    quotient_2_dot = np.empty_like(areas)
    quotient_2 = np.empty_like(areas)
    for i in range(bars.shape[0]):
        stretch_dot = 0.0
        stretch = 0.0
        for j in range(nodes.shape[1]):
            term_4 = unit[i, j] * (moved_dot[index_3[i], j] - moved_dot[index_4[i], j])
            term_5 = unit_dot[i, j] * (moved[index_3[i], j] - moved[index_4[i], j])
            stretch_dot += term_5 + term_4
            stretch += unit[i, j] * (moved[index_3[i], j] - moved[index_4[i], j])
        quotient = modulus * areas[i] * stretch / length[i]
        factor_2 = (
            (modulus_dot * areas[i] + modulus * areas_dot[i]) * stretch
            + modulus * areas[i] * stretch_dot
            - quotient * length_dot[i]
        )
        quotient_dot = factor_2 / length[i]
        quotient_2_dot[i] = quotient_dot
        quotient_2[i] = quotient
    value_dot = loads_dot @ shift + loads @ shift_dot
    return quotient_2, loads @ shift, quotient_2_dot, value_dot
