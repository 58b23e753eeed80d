import math

import numpy as np


def along_axis(q, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v = a[:, i]
        last = len(v) - 1
        way_2 = q * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        value = v[below] + (way_2 - below) * (v[above] - v[below])
        values[i] = value if v[last] == v[last] else v[last]
    return values


def along_axis_adjoint(q, a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        v = a[:, i]
        last = len(v) - 1
        way_2 = q * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        v_bar = a_bar[:, i]
        if v[last] == v[last]:
            value_bar = result_bar[i]
            difference_bar = (way_2 - below) * value_bar
            v_bar[above] += difference_bar
            v_bar[below] += value_bar - difference_bar
        else:
            v_bar[last] += result_bar[i]


def argsort_along(a):
    """The indices that sort each vector along an axis."""
    places = np.empty(a.shape, dtype=np.int64)
    for i in range(a.shape[1]):
        argsort_a = np.argsort(a[:, i], kind="mergesort")
        for j in range(a.shape[0]):
            places[j, i] = argsort_a[j]
    return places


def quantiles(ordered, q):
    """The quantiles of sorted elements along an axis, for one part or for several."""
    values = np.empty(len(q), np.float64)
    for i in range(len(q)):
        q_i = q[i]
        last = len(ordered) - 1
        way_2 = q_i * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        value = ordered[below] + (way_2 - below) * (ordered[above] - ordered[below])
        values[i] = value if ordered[last] == ordered[last] else ordered[last]
    return values


def quantiles_adjoint(ordered, q, result_bar, ordered_bar, q_bar):
    """The adjoint of ordered and q is added to ordered_bar, q_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(q)):
        q_i = q[i]
        last = len(ordered) - 1
        way_2 = q_i * last
        below = min(int(math.floor(way_2)), last)
        above = min(below + 1, last)
        if ordered[last] == ordered[last]:
            value_bar = result_bar[i]
            difference_bar = (way_2 - below) * value_bar
            ordered_bar[above] += difference_bar
            ordered_bar[below] += value_bar - difference_bar
            q_bar[i] += last * (ordered[above] - ordered[below]) * value_bar
        else:
            ordered_bar[last] += result_bar[i]


def rearranged(a, places):
    """The elements in the order that indices give for each vector along an axis."""
    values = np.empty(a.shape)
    for i in range(len(a)):
        for j in range(a.shape[1]):
            p = places[i, j]
            values[i, j] = a[p, j]
    return values


def rearranged_adjoint(places, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(a_bar)):
        for j in range(a_bar.shape[1]):
            p = places[i, j]
            a_bar[p, j] += result_bar[i, j]


def quantiles_of_rents_vjp(
    coefficients, design, rents, levels, penalty, result_0_bar, result_1_bar
):
    """The adjoints of coefficients, design, rents, levels and penalty of
    quantiles_of_rents, for the adjoint of its result.
    """
    # forward sweep
    if design.shape[1] != coefficients.shape[0]:
        raise ValueError("design and coefficients have different shapes")
    fitted = design @ coefficients
    if rents[:, None].shape[0] != fitted.shape[0]:
        raise ValueError("rents[:, None] and fitted have different shapes")
    if len(levels) != coefficients.shape[1]:
        raise ValueError("levels and miss have different shapes")
    index = np.argsort(rents, kind="mergesort")
    ordered = rents[index]
    whole = quantiles(ordered, levels)
    q_2 = 25.0 / 100.0
    argsort_along_fitted = argsort_along(fitted)
    ordered_2 = rearranged(fitted, argsort_along_fitted)
    below = along_axis(q_2, ordered_2)
    null = np.zeros(coefficients.shape[1])
    total = np.zeros(coefficients.shape[1])
    total_2 = 0.0
    for i in range(design.shape[0]):
        for j in range(coefficients.shape[1]):
            miss = rents[i] - fitted[i, j]
            if miss >= 0.0:
                loss = levels[j] * miss
            else:
                loss = (levels[j] - 1.0) * miss
            null[j] += np.maximum(
                levels[j] * (rents[i] - whole[j]),
                (levels[j] - 1.0) * (rents[i] - whole[j]),
            )
            total[j] += loss
        for j in range(coefficients.shape[1] - 1):
            crossing = np.maximum(0.0, -(fitted[i, j + 1] - fitted[i, j]))
            total_2 += crossing**2

    # reverse sweep
    rents_bar = np.zeros_like(rents)
    levels_bar = np.zeros_like(levels)
    term_bar = result_0_bar.copy()
    penalty_bar = total_2 * result_1_bar
    total_2_bar = penalty * result_1_bar
    below_bar = np.empty_like(below)
    null_bar = np.empty_like(null)
    total_bar = np.empty_like(total)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(coefficients.shape[1]):
        below_bar[i] = result_1_bar
        numerator_bar = -term_bar[i] / null[i]
        total_bar[i] = numerator_bar
        null_bar[i] = -total[i] * numerator_bar / null[i]
    fitted_bar = np.zeros_like(fitted)
    whole_bar = np.zeros_like(whole)

    # forward and reverse in one sweep: the iterations are independent
    fitted_ahead_bar = np.zeros(coefficients.shape[1])
    for i in range(design.shape[0]):
        for j in range(coefficients.shape[1] - 1):
            crossing = np.maximum(0.0, -(fitted[i, j + 1] - fitted[i, j]))
            crossing_bar = 2.0 * crossing * total_2_bar
            term_bar_2 = (
                0.0 if 0.0 >= -(fitted[i, j + 1] - fitted[i, j]) else crossing_bar
            )
            fitted_ahead_bar[j] = term_bar_2
            fitted_bar[i, j] += term_bar_2

        # each element takes what it is owed
        for j in range(1, coefficients.shape[1]):
            fitted_bar[i, j] -= fitted_ahead_bar[j - 1]
        for j in range(coefficients.shape[1]):
            miss = rents[i] - fitted[i, j]
            loss_bar = total_bar[j]
            product_bar = (
                null_bar[j]
                if levels[j] * (rents[i] - whole[j])
                >= (levels[j] - 1.0) * (rents[i] - whole[j])
                else 0.0
            )
            levels_bar[j] += (rents[i] - whole[j]) * product_bar
            product_bar_2 = (
                0.0
                if levels[j] * (rents[i] - whole[j])
                >= (levels[j] - 1.0) * (rents[i] - whole[j])
                else null_bar[j]
            )
            levels_bar[j] += (rents[i] - whole[j]) * product_bar_2
            difference_bar = (levels[j] - 1.0) * product_bar_2
            rents_bar[i] += levels[j] * product_bar + difference_bar
            whole_bar[j] -= levels[j] * product_bar + difference_bar
            if miss >= 0.0:
                levels_bar[j] += miss * loss_bar
                miss_bar = levels[j] * loss_bar
            else:
                levels_bar[j] += miss * loss_bar
                miss_bar = (levels[j] - 1.0) * loss_bar
            rents_bar[i] += miss_bar
            fitted_bar[i, j] -= miss_bar
    ordered_2_bar = np.zeros_like(ordered_2)
    along_axis_adjoint(q_2, ordered_2, below_bar, ordered_2_bar)
    rearranged_adjoint(argsort_along_fitted, ordered_2_bar, fitted_bar)
    ordered_bar = np.zeros_like(ordered)
    quantiles_adjoint(ordered, levels, whole_bar, ordered_bar, levels_bar)
    for k in range(len(index)):
        rents_bar[index[k]] += ordered_bar[k]
    design_bar = fitted_bar @ coefficients.T
    return design.T @ fitted_bar, design_bar, rents_bar, levels_bar, penalty_bar
