import numpy as np


def along_axis_2_tangent(a, a_dot):
    """along_axis_2 and its tangent."""
    values = np.empty(a.shape[0], dtype=np.int64)
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.argmin(a_i)
    return values


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


def along_axis_3_tangent(a, a_dot):
    """along_axis_3 and its tangent."""
    values_dot = np.zeros(a.shape[0])
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i_dot = a_dot[i]
        a_i = a[i]
        values[i], values_dot[i] = length_of_tangent(a_i, a_i_dot)
    return values, values_dot


def weighted_tangent(a, weights, a_dot, weights_dot):
    """weighted and its tangent."""
    if len(weights) != len(a):
        raise ValueError("a and weights have different lengths")
    value_dot = 0.0
    value = 0.0
    for i in range(len(a)):
        value_dot += a_dot[i] * weights[i] + a[i] * weights_dot[i]
        value += a[i] * weights[i]
    return value, value_dot


def along_axis_4_tangent(weights, a, weights_dot, a_dot):
    """along_axis_4 and its tangent."""
    values_dot = np.zeros(a.shape[1])
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v_dot = a_dot[:, i]
        v = a[:, i]
        values[i], values_dot[i] = weighted_tangent(v, weights, v_dot, weights_dot)
    return values, values_dot


def along_axis_tangent(a, a_dot):
    """along_axis and its tangent."""
    values_dot = np.zeros((a.shape[0], a.shape[1]))
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij_dot = a_dot[i, j]
            a_ij = a[i, j]
            values[i, j], values_dot[i, j] = length_of_tangent(a_ij, a_ij_dot)
    return values, values_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def scans_laid_on_each_other_jvp(
    moving,
    fixed,
    angle,
    shift,
    steps,
    softness,
    moving_dot,
    fixed_dot,
    angle_dot,
    shift_dot,
    softness_dot,
):
    """The value of scans_laid_on_each_other, and its derivative in the direction
    moving_dot, fixed_dot, angle_dot, shift_dot, softness_dot.
    """
    sin_angle = np.sin(angle)
    cos_angle = np.cos(angle)
    turn_dot = np.array(
        [
            [-sin_angle * angle_dot, -cos_angle * angle_dot],
            [cos_angle * angle_dot, -sin_angle * angle_dot],
        ]
    )
    turn = np.array([[cos_angle, -sin_angle], [sin_angle, cos_angle]])
    for _ in range(steps):
        if moving.shape[1] != turn.shape[0]:
            raise ValueError("moving and turn have different shapes")
        if turn.shape[0] != len(shift):
            raise ValueError("turn and shift have different shapes")
        product_dot = moving_dot @ turn.T + moving @ turn_dot.T
        product = moving @ turn.T
        seen_dot = np.zeros_like(product)
        seen = np.empty_like(product)
        if seen[:, None].shape[2] != fixed.shape[1]:
            raise ValueError("seen[:, None] and fixed have different shapes")
        x_dot = np.zeros((moving.shape[0], fixed.shape[0], product.shape[1]))
        x = np.empty((moving.shape[0], fixed.shape[0], product.shape[1]))
        for i in range(moving.shape[0]):
            for j in range(product.shape[1]):
                seen_dot[i, j] = product_dot[i, j] + shift_dot[j]
                seen[i, j] = product[i, j] + shift[j]
            for j in range(fixed.shape[0]):
                for k in range(product.shape[1]):
                    x_dot[i, j, k] = seen_dot[i, k] - fixed_dot[j, k]
                    x[i, j, k] = seen[i, k] - fixed[j, k]
        apart, apart_dot = along_axis_tangent(x, x_dot)
        indices = along_axis_2_tangent(apart, apart_dot)
        partner_dot = fixed_dot[indices].copy()
        partner = fixed[indices]
        x_2_dot = np.zeros_like(product)
        x_2 = np.empty_like(product)
        for i in range(moving.shape[0]):
            for j in range(product.shape[1]):
                x_2_dot[i, j] = seen_dot[i, j] - partner_dot[i, j]
                x_2[i, j] = seen[i, j] - partner[i, j]
        miss, miss_dot = along_axis_3_tangent(x_2, x_2_dot)
        weight_dot = np.zeros_like(miss)
        weight = np.empty_like(miss)
        total_dot = 0.0
        total = 0.0
        total_2_dot = 0.0
        total_2 = 0.0
        for i in range(moving.shape[0]):
            quotient = softness / (softness + miss[i] ** 2)
            term_3 = quotient * (softness_dot + 2.0 * miss[i] * miss_dot[i])
            factor = softness_dot - term_3
            quotient_dot = factor / (softness + miss[i] ** 2)
            weight_dot[i] = quotient_dot
            weight[i] = quotient
            total_dot += weight_dot[i]
            total += weight[i]
            total_2_dot += weight_dot[i]
            total_2 += weight[i]
        sums, sums_dot = along_axis_4_tangent(weight, moving, weight_dot, moving_dot)
        counts_dot = np.full_like(sums, total_dot)
        counts = np.full_like(sums, total)
        middle_dot = np.zeros_like(sums)
        middle = np.empty_like(sums)
        for i in range(moving.shape[1]):
            quotient = sums[i] / counts[i]
            middle_dot[i] = (sums_dot[i] - quotient * counts_dot[i]) / counts[i]
            middle[i] = quotient
        sums_2, sums_2_dot = along_axis_4_tangent(
            weight, partner, weight_dot, partner_dot
        )
        counts_2_dot = np.full_like(sums_2, total_2_dot)
        counts_2 = np.full_like(sums_2, total_2)
        target_dot = np.zeros_like(sums_2)
        target = np.empty_like(sums_2)
        for i in range(product.shape[1]):
            quotient = sums_2[i] / counts_2[i]
            target_dot[i] = (sums_2_dot[i] - quotient * counts_2_dot[i]) / counts_2[i]
            target[i] = quotient
        term_dot = np.empty_like(moving)
        term = np.empty_like(moving)
        term_2_dot = np.zeros_like(partner)
        term_2 = np.empty_like(partner)
        for i in range(moving.shape[0]):
            for j in range(moving.shape[1]):
                term_4 = weight[i] * (moving_dot[i, j] - middle_dot[j])
                term_dot[i, j] = weight_dot[i] * (moving[i, j] - middle[j]) + term_4
                term[i, j] = weight[i] * (moving[i, j] - middle[j])
            for j in range(product.shape[1]):
                term_2_dot[i, j] = partner_dot[i, j] - target_dot[j]
                term_2[i, j] = partner[i, j] - target[j]
        cross_dot = term_dot.T @ term_2 + term.T @ term_2_dot
        cross = term.T @ term_2
        on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(
            cross, cross_dot
        )
        total_3_dot = 0.0
        total_3 = 0.0
        for i in range(len(on_diagonal_result)):
            total_3_dot += on_diagonal_result_dot[i]
            total_3 += on_diagonal_result[i]
        term_5 = total_3 * (cross_dot[0, 1] - cross_dot[1, 0])
        factor_2 = term_5 - (cross[0, 1] - cross[1, 0]) * total_3_dot
        bend_dot = factor_2 / (total_3**2 + (cross[0, 1] - cross[1, 0]) ** 2)
        bend = np.arctan2(cross[0, 1] - cross[1, 0], total_3)
        sin_bend = np.sin(bend)
        cos_bend = np.cos(bend)
        turn_dot = np.array(
            [
                [-sin_bend * bend_dot, -cos_bend * bend_dot],
                [cos_bend * bend_dot, -sin_bend * bend_dot],
            ]
        )
        turn = np.array([[cos_bend, -sin_bend], [sin_bend, cos_bend]])
        product_2_dot = turn_dot @ middle + turn @ middle_dot
        product_2 = turn @ middle
        shift_dot = np.zeros_like(sums_2)
        shift = np.empty_like(sums_2)
        for i in range(product.shape[1]):
            shift_dot[i] = target_dot[i] - product_2_dot[i]
            shift[i] = target[i] - product_2[i]
    if len(weight) != len(miss):
        raise ValueError("weight and miss have different shapes")
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(weight)):
        term_6 = 2.0 * weight[i] * miss[i] * miss_dot[i]
        total_4_dot += weight_dot[i] * miss[i] ** 2 + term_6
        total_4 += weight[i] * miss[i] ** 2
    value = np.rad2deg(bend)
    return value, shift, total_4, np.rad2deg(bend_dot), shift_dot, total_4_dot
