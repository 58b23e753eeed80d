import numpy as np


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of einsum have different shapes")
    if right.shape[2] != left.shape[2]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1], right.shape[1]))
    result = np.empty((left.shape[0], left.shape[1], right.shape[1]))
    for t in range(left.shape[0]):
        for i in range(left.shape[1]):
            for j in range(right.shape[1]):
                total_dot = 0.0
                total = 0.0
                for k in range(left.shape[2]):
                    term = left[t, i, k] * right_dot[t, j, k]
                    total_dot += left_dot[t, i, k] * right[t, j, k] + term
                    total += left[t, i, k] * right[t, j, k]
                result_dot[t, i, j] = total_dot
                result[t, i, j] = total
    return result, result_dot


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


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def finite_elements_gathered_jvp(
    points, triangles, conductivity, load, fixed, points_dot, conductivity_dot, load_dot
):
    """The value of finite_elements_gathered, and its derivative in the direction
    points_dot, conductivity_dot, load_dot.
    """
    corners_dot = np.empty((triangles.shape[0], triangles.shape[1], points.shape[1]))
    corners = np.empty((triangles.shape[0], triangles.shape[1], points.shape[1]))
    for k in range(triangles.shape[0]):
        for m in range(triangles.shape[1]):
            triangles_part = triangles[k, m]
            for i in range(points.shape[1]):
                corners_dot[k, m, i] = points_dot[triangles_part, i]
                corners[k, m, i] = points[triangles_part, i]
    index = np.array([2, 0, 1])
    index_2 = np.array([1, 2, 0])
    edges_dot = np.zeros((triangles.shape[0], len(index), points.shape[1]))
    edges = np.empty((triangles.shape[0], len(index), points.shape[1]))
    area_dot = np.empty(triangles.shape[0])
    area = np.empty(triangles.shape[0])
    quotient_dot = np.empty_like(conductivity)
    quotient = np.empty_like(conductivity)
    for i in range(triangles.shape[0]):
        for j in range(len(index)):
            for k in range(points.shape[1]):
                edges_dot[i, j, k] = (
                    corners_dot[i, index[j], k] - corners_dot[i, index_2[j], k]
                )
                edges[i, j, k] = corners[i, index[j], k] - corners[i, index_2[j], k]
        area_dot[i] = (
            0.5
            * np.sign(edges[i, 1, 0] * edges[i, 2, 1] - edges[i, 1, 1] * edges[i, 2, 0])
            * (
                edges_dot[i, 1, 0] * edges[i, 2, 1]
                + edges[i, 1, 0] * edges_dot[i, 2, 1]
                - (
                    edges_dot[i, 1, 1] * edges[i, 2, 0]
                    + edges[i, 1, 1] * edges_dot[i, 2, 0]
                )
            )
        )
        factor = np.abs(
            edges[i, 1, 0] * edges[i, 2, 1] - edges[i, 1, 1] * edges[i, 2, 0]
        )
        area[i] = 0.5 * factor
        quotient_3 = conductivity[i] / (4.0 * area[i])
        factor_2 = conductivity_dot[i] - 4.0 * quotient_3 * area_dot[i]
        quotient_3_dot = factor_2 / (4.0 * area[i])
        quotient_dot[i] = quotient_3_dot
        quotient[i] = quotient_3
    local, local_dot = einsum_tangent(edges, edges, edges_dot, edges_dot)
    if len(conductivity) != triangles.shape[0]:
        raise ValueError("conductivity and area have different shapes")
    quotient_part_dot = quotient_dot[:, None, None]
    quotient_part = quotient[:, None, None]
    n = len(points)
    matrix_dot = np.zeros((n, n))
    matrix = np.zeros((n, n))
    right_dot = np.zeros(n)
    right = np.zeros(n)
    index_3 = triangles[:, :, None]
    index_4 = triangles[:, None, :]
    if index_3.shape[1] != local.shape[1]:
        raise ValueError("index and local have different shapes")
    if index_4.shape[2] != local.shape[2]:
        raise ValueError("index and local have different shapes")
    if len(load) != triangles.shape[0]:
        raise ValueError("load and area have different shapes")
    quotient_2_dot = np.empty_like(load)
    quotient_2 = np.empty_like(load)
    for i in range(triangles.shape[0]):
        for j in range(len(index)):
            for k in range(len(index)):
                term_2 = local[i, j, k] * quotient_part_dot[i, 0, 0]
                term_3 = local_dot[i, j, k] * quotient_part[i, 0, 0]
                local_dot[i, j, k] = term_3 + term_2
                local[i, j, k] *= quotient_part[i, 0, 0]
        quotient_2_dot[i] = (load_dot[i] * area[i] + load[i] * area_dot[i]) / 3.0
        quotient_2[i] = load[i] * area[i] / 3.0
    values_dot = local_dot.copy()
    values = local.copy()
    for k_2 in range(index_3.shape[0]):
        for m_2 in range(index_3.shape[1]):
            for n_2 in range(index_4.shape[2]):
                matrix_dot[index_3[k_2, m_2, 0], index_4[k_2, 0, n_2]] += values_dot[
                    k_2, m_2, n_2
                ]
                matrix[index_3[k_2, m_2, 0], index_4[k_2, 0, n_2]] += values[
                    k_2, m_2, n_2
                ]
    row_dot = quotient_2_dot[:, None]
    row = quotient_2[:, None]
    values_2_dot = row_dot.copy()
    values_2 = row.copy()
    for k_3 in range(triangles.shape[0]):
        for m_3 in range(triangles.shape[1]):
            right_dot[triangles[k_3, m_3]] += values_2_dot[k_3, 0]
            right[triangles[k_3, m_3]] += values_2[k_3, 0]
    free = setdiff1d(np.arange(n), fixed)
    u_dot = np.zeros(n)
    u = np.zeros(n)
    result_0 = free[:, None]
    result_1 = free[None]
    matrix_taken_dot = np.empty((len(free), len(free)))
    matrix_taken = np.empty((len(free), len(free)))
    for i in range(len(free)):
        for j in range(len(free)):
            matrix_taken_dot[i, j] = matrix_dot[result_0[i, 0], result_1[0, j]]
            matrix_taken[i, j] = matrix[result_0[i, 0], result_1[0, j]]
    right_gathered_dot = right_dot[free].copy()
    right_gathered = right[free]
    solution_result, solution_result_dot = solution_tangent(
        matrix_taken, right_gathered, matrix_taken_dot, right_gathered_dot
    )
    if len(u[free]) != len(solution_result):
        raise ValueError("u[free] and solution_result have different shapes")
    values_3_dot = solution_result_dot.copy()
    values_3 = solution_result.copy()
    for i in range(len(free)):
        u_dot[free[i]] = values_3_dot[i]
        u[free[i]] = values_3[i]
    term_dot = np.empty_like(u)
    term = np.empty_like(u)
    for i in range(n):
        term_dot[i] = 0.5 * u_dot[i]
        term[i] = 0.5 * u[i]
    product_dot = term_dot @ matrix + term @ matrix_dot
    product = term @ matrix
    return u, product @ u, u_dot, product_dot @ u + product @ u_dot
