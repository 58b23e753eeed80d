import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = length_of(a_i)
    return values


def length_of_adjoint(x, z_bar, x_bar):
    z = length_of(x)
    for i in range(len(x_bar)):
        x_bar[i] += x[i] * (z_bar / (z if z != 0.0 else 1.0))


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        length_of_adjoint(a_i, result_bar[i], a_i_bar)


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def truss_by_matrices_vjp(
    nodes, areas, bars, fixed, loads, modulus, result_0_bar, result_1_bar
):
    """The adjoints of nodes, areas, loads and modulus of truss_by_matrices, for the
    adjoint of its result.
    """
    # forward sweep: saves values_2, block, places and row
    index = bars[:, 1]
    index_2 = bars[:, 0]
    ends = np.empty((bars.shape[0], nodes.shape[1]))
    for i in range(bars.shape[0]):
        for j in range(nodes.shape[1]):
            ends[i, j] = nodes[index[i], j] - nodes[index_2[i], j]
    length = along_axis(ends)
    unit = np.empty((bars.shape[0], nodes.shape[1]))
    for i in range(bars.shape[0]):
        for j in range(nodes.shape[1]):
            unit[i, j] = ends[i, j] / length[i]
    stiffness = np.zeros((nodes.size, nodes.size))
    values_2_saved = []
    block_saved = []
    places_saved = []
    row_saved = []
    arrays_0 = np.empty(nodes.shape[1])
    arrays_0_2 = np.empty(2, dtype=np.int64)
    arrays_1 = np.empty(2, dtype=np.int64)
    for b in range(len(bars)):
        for i in range(nodes.shape[1]):
            arrays_0[i] = -unit[b, i]
        unit_b = unit[b]
        length_3 = nodes.shape[1] + unit_b.shape[0]
        row = np.empty(length_3)
        row_saved.append(row)
        stop = nodes.shape[1]
        row[:stop] = arrays_0
        start = nodes.shape[1]
        row[start:] = unit_b
        term = 2 * bars[b, 0]
        term_2 = 2 * bars[b, 1]
        for i in range(2):
            arrays_0_2[i] = term + i
            arrays_1[i] = term_2 + i
        length_4 = 2 + 2
        places = np.empty(length_4, dtype=np.int64)
        places_saved.append(places)
        stop_2 = 2
        places[:stop_2] = arrays_0_2
        start_2 = 2
        places[start_2:] = arrays_1
        quotient = modulus * areas[b] / length[b]
        outer_result = np.outer(row, row)
        block = np.empty_like(outer_result)
        block_saved.append(block)
        for i in range(outer_result.shape[0]):
            for j in range(outer_result.shape[1]):
                block[i, j] = quotient * outer_result[i, j]
        result_0 = places[:, None]
        result_1 = places[None]
        if result_0.shape[0] != outer_result.shape[0]:
            raise ValueError("result and block have different shapes")
        if result_1.shape[1] != outer_result.shape[1]:
            raise ValueError("result and block have different shapes")
        stiffness_taken = np.empty((result_0.shape[0], result_1.shape[1]))
        for k in range(result_0.shape[0]):
            for m in range(result_1.shape[1]):
                stiffness_taken[k, m] = stiffness[result_0[k, 0], result_1[0, m]]
        if length_4 != outer_result.shape[0]:
            raise ValueError("stiffness_taken and block have different shapes")
        if length_4 != outer_result.shape[1]:
            raise ValueError("stiffness_taken and block have different shapes")
        values_2 = np.empty_like(stiffness_taken)
        values_2_saved.append(values_2)
        for i in range(length_4):
            for j in range(length_4):
                values_2[i, j] = stiffness_taken[i, j] + block[i, j]
        for k_2 in range(result_0.shape[0]):
            for m_2 in range(result_1.shape[1]):
                stiffness[result_0[k_2, 0], result_1[0, m_2]] = values_2[k_2, m_2]
    is_free = np.ones(nodes.size, dtype=np.bool_)
    for i in range(len(fixed)):
        is_free[fixed[i]] = False
    free = np.flatnonzero(is_free)
    shift = np.zeros(nodes.size)
    result_0_2 = free[:, None]
    result_1_2 = free[None]
    stiffness_taken_2 = np.empty((len(free), len(free)))
    for i in range(len(free)):
        for j in range(len(free)):
            stiffness_taken_2[i, j] = stiffness[result_0_2[i, 0], result_1_2[0, j]]
    loads_gathered = loads[free]
    solution_result = solution(stiffness_taken_2, loads_gathered)
    if len(shift[free]) != len(solution_result):
        raise ValueError("shift[free] and solution_result have different shapes")
    values_3 = solution_result.copy()
    for i in range(len(free)):
        shift[free[i]] = values_3[i]
    arrays_0_3 = shift[::2]
    arrays_1_2 = shift[1::2]
    if len(arrays_0_3) != len(arrays_1_2):
        raise ValueError("operands have different shapes")
    shape_0 = arrays_0_3.shape[0]
    moved = np.empty((shape_0, 2))
    for i in range(shape_0):
        moved[i, 0] = arrays_0_3[i]
        moved[i, 1] = arrays_1_2[i]
    index_3 = bars[:, 1]
    index_4 = bars[:, 0]
    if nodes.shape[1] != moved[index_3].shape[1]:
        raise ValueError("unit and moved[index] have different shapes")
    if len(areas) != bars.shape[0]:
        raise ValueError("areas and stretch have different shapes")
    if len(loads) != len(shift):
        raise ValueError("loads and shift have different shapes")

    # reverse sweep
    nodes_bar = np.zeros_like(nodes)
    areas_bar = np.empty_like(areas)
    quotient_2_bar = result_0_bar.copy()
    loads_bar = shift * result_1_bar
    shift_bar = loads * result_1_bar
    length_bar = np.empty_like(length)
    unit_bar = np.empty_like(unit)
    moved_bar = np.zeros_like(moved)

    # forward and reverse in one sweep: the iterations are independent
    modulus_bar = 0.0
    for i in range(bars.shape[0]):
        stretch = 0.0
        numerator_bar = quotient_2_bar[i] / length[i]
        stretch_bar = modulus * areas[i] * numerator_bar
        for j in range(nodes.shape[1]):
            stretch += unit[i, j] * (moved[index_3[i], j] - moved[index_4[i], j])
            unit_bar[i, j] = (moved[index_3[i], j] - moved[index_4[i], j]) * stretch_bar
            moved_bar[index_3[i], j] += unit[i, j] * stretch_bar
            moved_bar[index_4[i], j] -= unit[i, j] * stretch_bar
        quotient = modulus * areas[i] * stretch / length[i]
        modulus_bar += areas[i] * stretch * numerator_bar
        areas_bar[i] = modulus * stretch * numerator_bar
        length_bar[i] = -quotient * numerator_bar
    arrays_0_3_bar = shift_bar[::2]
    arrays_1_2_bar = shift_bar[1::2]
    for i in range(shape_0):
        arrays_1_2_bar[i] += moved_bar[i, 1]
        moved_bar[i, 1] = 0.0
        arrays_0_3_bar[i] += moved_bar[i, 0]
    values_3_bar = np.zeros_like(values_3)
    for i in range(len(free) - 1, -1, -1):
        values_3_bar[i] += shift_bar[free[i]]
        shift_bar[free[i]] = 0.0
    solution_result_bar = values_3_bar
    stiffness_taken_2_bar = np.zeros_like(stiffness_taken_2)
    loads_gathered_bar = np.zeros_like(loads_gathered)
    solution_adjoint(
        stiffness_taken_2,
        loads_gathered,
        solution_result_bar,
        stiffness_taken_2_bar,
        loads_gathered_bar,
    )
    for k_3 in range(len(free)):
        loads_bar[free[k_3]] += loads_gathered_bar[k_3]
    stiffness_bar = np.zeros_like(stiffness)
    for i in range(len(free)):
        for j in range(len(free)):
            stiffness_bar[result_0_2[i, 0], result_1_2[0, j]] += stiffness_taken_2_bar[
                i, j
            ]
    for b in range(len(bars) - 1, -1, -1):
        values_2 = values_2_saved.pop()
        places = places_saved.pop()
        result_0 = places[:, None]
        result_1 = places[None]
        values_2_bar = np.zeros_like(values_2)
        for k_2 in range(result_0.shape[0] - 1, -1, -1):
            for m_2 in range(result_1.shape[1] - 1, -1, -1):
                values_2_bar[k_2, m_2] += stiffness_bar[
                    result_0[k_2, 0], result_1[0, m_2]
                ]
                stiffness_bar[result_0[k_2, 0], result_1[0, m_2]] = 0.0
        block = block_saved.pop()
        length_4 = 2 + 2
        block_bar = np.zeros_like(block)
        stiffness_taken_bar = np.zeros((result_0.shape[0], result_1.shape[1]))
        for i in range(length_4):
            for j in range(length_4):
                stiffness_taken_bar[i, j] += values_2_bar[i, j]
                block_bar[i, j] += values_2_bar[i, j]
        for k in range(result_0.shape[0]):
            for m in range(result_1.shape[1]):
                stiffness_bar[result_0[k, 0], result_1[0, m]] += stiffness_taken_bar[
                    k, m
                ]
        row = row_saved.pop()
        quotient = modulus * areas[b] / length[b]
        outer_result = np.outer(row, row)
        quotient_bar = 0.0
        outer_result_bar = np.empty_like(outer_result)
        for i in range(outer_result.shape[0]):
            for j in range(outer_result.shape[1]):
                quotient_bar += outer_result[i, j] * block_bar[i, j]
                outer_result_bar[i, j] = quotient * block_bar[i, j]
        row_bar = np.dot(outer_result_bar, row) + np.dot(row, outer_result_bar)
        numerator_bar = quotient_bar / length[b]
        modulus_bar += areas[b] * numerator_bar
        areas_bar[b] += modulus * numerator_bar
        length_bar[b] -= quotient * numerator_bar
        start = nodes.shape[1]
        unit_b_bar = unit_bar[b]
        unit_b_bar += row_bar[start:]
        row_bar[start:] = 0.0
        stop = nodes.shape[1]
        arrays_0_bar = row_bar[:stop].copy()
        for i in range(nodes.shape[1]):
            unit_bar[b, i] -= arrays_0_bar[i]
    ends_bar = np.empty_like(ends)
    for i in range(bars.shape[0]):
        length_i_bar = 0.0
        for j in range(nodes.shape[1]):
            numerator_bar = unit_bar[i, j] / length[i]
            ends_bar[i, j] = numerator_bar
            length_i_bar -= ends[i, j] * numerator_bar / length[i]
        length_bar[i] += length_i_bar
    along_axis_adjoint(ends, length_bar, ends_bar)
    for i in range(bars.shape[0]):
        for j in range(nodes.shape[1]):
            nodes_bar[index[i], j] += ends_bar[i, j]
            nodes_bar[index_2[i], j] -= ends_bar[i, j]
    return nodes_bar, areas_bar, loads_bar, modulus_bar
