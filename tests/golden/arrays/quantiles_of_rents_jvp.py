import math

import numpy as np


def along_axis_tangent(q, a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        last = len(v) - 1
        way_2 = q * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        value_dot = v_dot[below] + (way_2 - below) * (v_dot[above] - v_dot[below])
        value = v[below] + (way_2 - below) * (v[above] - v[below])
        if v[last] == v[last]:
            values_dot[i] = value_dot
            values[i] = value
        else:
            values_dot[i] = v_dot[last]
            values[i] = v[last]
    return values, values_dot


def argsort_along_tangent(a, a_dot):
    """argsort_along and its tangent."""
    places = np.empty(a.shape, dtype=np.int64)
    for i in range(a.shape[1]):
        argsort_a = np.argsort(a[:, i], kind="mergesort")
        for j in range(a.shape[0]):
            places[j, i] = argsort_a[j]
    return places


def quantiles_tangent(ordered, q, ordered_dot, q_dot):
    """quantiles and its tangent."""
    values_dot = np.zeros(len(q))
    values = np.empty(len(q), np.float64)
    for i in range(len(q)):
        q_i = q[i]
        last = len(ordered) - 1
        way_2_dot = q_dot[i] * last
        way_2 = q_i * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        term_2 = (way_2 - below) * (ordered_dot[above] - ordered_dot[below])
        term = way_2_dot * (ordered[above] - ordered[below]) + term_2
        value_dot = ordered_dot[below] + term
        value = ordered[below] + (way_2 - below) * (ordered[above] - ordered[below])
        if ordered[last] == ordered[last]:
            values_dot[i] = value_dot
            values[i] = value
        else:
            values_dot[i] = ordered_dot[last]
            values[i] = ordered[last]
    return values, values_dot


def rearranged_tangent(a, places, a_dot):
    """rearranged and its tangent."""
    values_dot = np.empty(a.shape)
    values = np.empty(a.shape)
    for i in range(len(a)):
        for j in range(a.shape[1]):
            p = places[i, j]
            values_dot[i, j] = a_dot[p, j]
            values[i, j] = a[p, j]
    return values, values_dot


def quantiles_of_rents_jvp(
    coefficients,
    design,
    rents,
    levels,
    penalty,
    coefficients_dot,
    design_dot,
    rents_dot,
    levels_dot,
    penalty_dot,
):
    """The value of quantiles_of_rents, and its derivative in the direction
    coefficients_dot, design_dot, rents_dot, levels_dot, penalty_dot.
    """
    if design.shape[1] != coefficients.shape[0]:
        raise ValueError("design and coefficients have different shapes")
    fitted_dot = design_dot @ coefficients + design @ coefficients_dot
    fitted = design @ coefficients
    if rents[:, None].shape[0] != fitted.shape[0]:
        raise ValueError("rents[:, None] and fitted have different shapes")
    if len(levels) != coefficients.shape[1]:
        raise ValueError("levels and miss have different shapes")
    index = np.argsort(rents, kind="mergesort")
    ordered_dot = rents_dot[index].copy()
    ordered = rents[index]
    whole, whole_dot = quantiles_tangent(ordered, levels, ordered_dot, levels_dot)
    q_2 = 25.0 / 100.0
    argsort_along_fitted = argsort_along_tangent(fitted, fitted_dot)
    ordered_2, ordered_2_dot = rearranged_tangent(
        fitted, argsort_along_fitted, fitted_dot
    )
    below, below_dot = along_axis_tangent(q_2, ordered_2, ordered_2_dot)
    null_dot = np.zeros(coefficients.shape[1])
    null = np.zeros(coefficients.shape[1])
    total_dot = np.zeros(coefficients.shape[1])
    total = np.zeros(coefficients.shape[1])
    term_dot = np.empty(coefficients.shape[1])
    term = np.empty(coefficients.shape[1])
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(design.shape[0]):
        for j in range(coefficients.shape[1]):
            miss_dot = rents_dot[i] - fitted_dot[i, j]
            miss = rents[i] - fitted[i, j]
            if miss >= 0.0:
                loss_dot = levels_dot[j] * miss + levels[j] * miss_dot
                loss = levels[j] * miss
            else:
                loss_dot = levels_dot[j] * miss + (levels[j] - 1.0) * miss_dot
                loss = (levels[j] - 1.0) * miss
            null_dot[j] += (
                levels_dot[j] * (rents[i] - whole[j])
                + levels[j] * (rents_dot[i] - whole_dot[j])
                if levels[j] * (rents[i] - whole[j])
                >= (levels[j] - 1.0) * (rents[i] - whole[j])
                else levels_dot[j] * (rents[i] - whole[j])
                + (levels[j] - 1.0) * (rents_dot[i] - whole_dot[j])
            )
            null[j] += np.maximum(
                levels[j] * (rents[i] - whole[j]),
                (levels[j] - 1.0) * (rents[i] - whole[j]),
            )
            total_dot[j] += loss_dot
            total[j] += loss
        for j in range(coefficients.shape[1] - 1):
            crossing_dot = (
                0.0
                if 0.0 >= -(fitted[i, j + 1] - fitted[i, j])
                else fitted_dot[i, j] - fitted_dot[i, j + 1]
            )
            crossing = np.maximum(0.0, -(fitted[i, j + 1] - fitted[i, j]))
            total_2_dot += 2.0 * crossing * crossing_dot
            total_2 += crossing**2
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(coefficients.shape[1]):
        quotient = total[i] / null[i]
        term_dot[i] = (quotient * null_dot[i] - total_dot[i]) / null[i]
        term[i] = 1.0 - quotient
        total_3_dot += below_dot[i]
        total_3 += below[i]
    value_dot = penalty_dot * total_2 + penalty * total_2_dot + total_3_dot
    return term, penalty * total_2 + total_3, term_dot, value_dot
