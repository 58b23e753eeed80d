import numpy as np


def einsum(left, right):
    """The sums of left[t, i, k] * right[t, j, k] over k."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], left.shape[1], right.shape[1]))
    for t in range(left.shape[0]):
        for i in range(left.shape[1]):
            for j in range(right.shape[1]):
                total = 0.0
                for k in range(left.shape[2]):
                    total += left[t, i, k] * right[t, j, k]
                result[t, i, j] = total
    return result


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for t in range(left.shape[0]):
        for i in range(left.shape[1]):
            for j in range(right.shape[1]):
                total_bar = result_bar[t, i, j]
                for k in range(left.shape[2]):
                    left_bar[t, i, k] += right[t, j, k] * total_bar
                    right_bar[t, j, k] += left[t, i, k] * total_bar


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0], dtype=np.bool_)
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.any(a_i)
    return values


def first_places(a, order):
    """The places in a rising order where another element starts."""
    starts = np.empty(len(a), np.int64)
    count = 0
    for k in range(len(a)):
        is_new = k == 0
        if k > 0:
            one = a[order[k]]
            before = a[order[k - 1]]
            is_new = one != before and (one == one or before == before)
        if is_new:
            starts[count] = k
            count += 1
    return starts[:count]


def setdiff1d(ar1, ar2):
    """The numbers of one array that are not in another, in rising order."""
    order = np.argsort(ar1, kind="mergesort")
    starts = first_places(ar1, order)
    index = order[starts]
    a = ar1[index]
    a_2 = np.empty((len(starts), len(ar2)), dtype=np.bool_)
    for i in range(len(starts)):
        for j in range(len(ar2)):
            a_2[i, j] = a[i] == ar2[j]
    found = along_axis(a_2)
    mask = np.empty_like(found)
    for i in range(len(starts)):
        mask[i] = not found[i]
    places = np.flatnonzero(mask)
    return a[places]


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


def finite_elements_gathered_vjp(
    points, triangles, conductivity, load, fixed, result_0_bar, result_1_bar
):
    """The adjoints of points, conductivity and load of finite_elements_gathered, for
    the adjoint of its result.
    """
    # forward sweep: saves local
    corners = np.empty((triangles.shape[0], triangles.shape[1], points.shape[1]))
    for k in range(triangles.shape[0]):
        for m in range(triangles.shape[1]):
            triangles_part = triangles[k, m]
            for i in range(points.shape[1]):
                corners[k, m, i] = points[triangles_part, i]
    index = np.array([2, 0, 1])
    index_2 = np.array([1, 2, 0])
    edges = np.empty((triangles.shape[0], len(index), points.shape[1]))
    area = np.empty(triangles.shape[0])
    quotient = np.empty_like(conductivity)
    for i in range(triangles.shape[0]):
        for j in range(len(index)):
            for k in range(points.shape[1]):
                edges[i, j, k] = corners[i, index[j], k] - corners[i, index_2[j], k]
        factor = np.abs(
            edges[i, 1, 0] * edges[i, 2, 1] - edges[i, 1, 1] * edges[i, 2, 0]
        )
        area[i] = 0.5 * factor
        quotient[i] = conductivity[i] / (4.0 * area[i])
    local = einsum(edges, edges)
    if len(conductivity) != triangles.shape[0]:
        raise ValueError("conductivity and area have different shapes")
    quotient_part = quotient[:, None, None]
    n = len(points)
    matrix = np.zeros((n, n))
    right = np.zeros(n)
    index_3 = triangles[:, :, None]
    index_4 = triangles[:, None, :]
    if index_3.shape[1] != local.shape[1]:
        raise ValueError("index and local have different shapes")
    if index_4.shape[2] != local.shape[2]:
        raise ValueError("index and local have different shapes")
    if len(load) != triangles.shape[0]:
        raise ValueError("load and area have different shapes")
    quotient_2 = np.empty_like(load)
    local_saved = np.empty((triangles.shape[0], len(index), len(index)))
    for i in range(triangles.shape[0]):
        for j in range(len(index)):
            for k in range(len(index)):
                local_saved[i, j, k] = local[i, j, k]
                local[i, j, k] *= quotient_part[i, 0, 0]
        quotient_2[i] = load[i] * area[i] / 3.0
    values = local.copy()
    for k_2 in range(index_3.shape[0]):
        for m_2 in range(index_3.shape[1]):
            for n_2 in range(index_4.shape[2]):
                matrix[index_3[k_2, m_2, 0], index_4[k_2, 0, n_2]] += values[
                    k_2, m_2, n_2
                ]
    row = quotient_2[:, None]
    values_2 = row.copy()
    for k_3 in range(triangles.shape[0]):
        for m_3 in range(triangles.shape[1]):
            right[triangles[k_3, m_3]] += values_2[k_3, 0]
    free = setdiff1d(np.arange(n), fixed)
    u = np.zeros(n)
    result_0 = free[:, None]
    result_1 = free[None]
    matrix_taken = np.empty((len(free), len(free)))
    for i in range(len(free)):
        for j in range(len(free)):
            matrix_taken[i, j] = matrix[result_0[i, 0], result_1[0, j]]
    right_gathered = right[free]
    solution_result = solution(matrix_taken, right_gathered)
    if len(u[free]) != len(solution_result):
        raise ValueError("u[free] and solution_result have different shapes")
    values_3 = solution_result.copy()
    for i in range(len(free)):
        u[free[i]] = values_3[i]
    term = np.empty_like(u)
    for i in range(n):
        term[i] = 0.5 * u[i]
    product = term @ matrix

    # reverse sweep
    points_bar = np.zeros_like(points)
    conductivity_bar = np.empty_like(conductivity)
    load_bar = np.empty_like(load)
    u_bar = result_0_bar.copy()
    product_bar = u * result_1_bar
    u_bar += product * result_1_bar
    term_bar = matrix @ product_bar
    matrix_bar = np.outer(term, product_bar)
    for i in range(n):
        u_bar[i] += 0.5 * term_bar[i]
    values_3_bar = np.zeros_like(values_3)
    for i in range(len(free) - 1, -1, -1):
        values_3_bar[i] += u_bar[free[i]]
        u_bar[free[i]] = 0.0
    solution_result_bar = values_3_bar
    matrix_taken_bar = np.zeros_like(matrix_taken)
    right_gathered_bar = np.zeros_like(right_gathered)
    solution_adjoint(
        matrix_taken,
        right_gathered,
        solution_result_bar,
        matrix_taken_bar,
        right_gathered_bar,
    )
    right_bar = np.zeros_like(right)
    for k_4 in range(len(free)):
        right_bar[free[k_4]] += right_gathered_bar[k_4]
    for i in range(len(free)):
        for j in range(len(free)):
            matrix_bar[result_0[i, 0], result_1[0, j]] += matrix_taken_bar[i, j]
    values_2_bar = np.zeros_like(values_2)
    for k_3 in range(triangles.shape[0]):
        for m_3 in range(triangles.shape[1]):
            values_2_bar[k_3, 0] += right_bar[triangles[k_3, m_3]]
    quotient_2_bar = np.zeros_like(quotient_2)
    row_bar = quotient_2_bar[:, None]
    row_bar += values_2_bar
    values_bar = np.zeros_like(values)
    for k_2 in range(index_3.shape[0]):
        for m_2 in range(index_3.shape[1]):
            for n_2 in range(index_4.shape[2]):
                values_bar[k_2, m_2, n_2] += matrix_bar[
                    index_3[k_2, m_2, 0], index_4[k_2, 0, n_2]
                ]
    local_bar = values_bar
    area_bar = np.empty_like(area)
    quotient_bar = np.zeros_like(quotient)
    quotient_part_bar = quotient_bar[:, None, None]
    for i in range(triangles.shape[0]):
        product_bar_2 = quotient_2_bar[i] / 3.0
        load_bar[i] = area[i] * product_bar_2
        area_bar[i] = load[i] * product_bar_2
        for j in range(len(index)):
            for k in range(len(index)):
                local[i, j, k] = local_saved[i, j, k]
                local_i_j_k_bar = local_bar[i, j, k]
                local_bar[i, j, k] = quotient_part[i, 0, 0] * local_i_j_k_bar
                quotient_part_bar[i, 0, 0] += local[i, j, k] * local_i_j_k_bar
    edges_bar = np.zeros_like(edges)
    einsum_adjoint(edges, edges, local_bar, edges_bar, edges_bar)
    corners_bar = np.zeros_like(corners)
    for i in range(triangles.shape[0]):
        numerator_bar = quotient_bar[i] / (4.0 * area[i])
        conductivity_bar[i] = numerator_bar
        area_bar[i] -= 4.0 * conductivity[i] * numerator_bar / (4.0 * area[i])
        abs_bar = 0.5 * area_bar[i]
        factor_2 = np.sign(
            edges[i, 1, 0] * edges[i, 2, 1] - edges[i, 1, 1] * edges[i, 2, 0]
        )
        difference_bar = factor_2 * abs_bar
        edges_bar[i, 1, 0] += edges[i, 2, 1] * difference_bar
        edges_bar[i, 2, 1] += edges[i, 1, 0] * difference_bar
        edges_bar[i, 1, 1] -= edges[i, 2, 0] * difference_bar
        edges_bar[i, 2, 0] -= edges[i, 1, 1] * difference_bar
        for j in range(len(index)):
            for k in range(points.shape[1]):
                corners_bar[i, index[j], k] += edges_bar[i, j, k]
                corners_bar[i, index_2[j], k] -= edges_bar[i, j, k]

    # forward and reverse in one sweep: the iterations are independent
    for k in range(triangles.shape[0]):
        for m in range(triangles.shape[1]):
            triangles_part = triangles[k, m]
            for i in range(points.shape[1]):
                points_bar[triangles_part, i] += corners_bar[k, m, i]
    return points_bar, conductivity_bar, load_bar
