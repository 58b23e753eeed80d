import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = length_of(a_ij)
    return values


def along_axis_2(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0], dtype=np.int64)
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.argmin(a_i)
    return values


def along_axis_3(a):
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


def along_axis_3_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        a_i = a[i]
        a_i_bar = a_bar[i]
        length_of_adjoint(a_i, result_bar[i], a_i_bar)


def weighted(a, weights):
    """The sum of the elements of a vector, each times its weight."""
    if len(weights) != len(a):
        raise ValueError("a and weights have different lengths")
    value = 0.0
    for i in range(len(a)):
        value += a[i] * weights[i]
    return value


def along_axis_4(weights, a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[1])
    for i in range(a.shape[1]):
        v = a[:, i]
        values[i] = weighted(v, weights)
    return values


def weighted_adjoint(a, weights, result_bar, a_bar, weights_bar):
    """The adjoint of a and weights is added to a_bar, weights_bar."""
    # forward sweep
    if len(weights) != len(a):
        raise ValueError("a and weights have different lengths")

    # reverse sweep
    for i in range(len(a)):
        a_bar[i] += weights[i] * result_bar
        weights_bar[i] += a[i] * result_bar


def along_axis_4_adjoint(weights, a, result_bar, weights_bar, a_bar):
    """The adjoint of weights and a is added to weights_bar, a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[1]):
        v = a[:, i]
        v_bar = a_bar[:, i]
        weighted_adjoint(v, weights, result_bar[i], v_bar, weights_bar)


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def scans_laid_on_each_other_vjp(
    moving,
    fixed,
    angle,
    shift,
    steps,
    softness,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of moving, fixed, angle, shift and softness of
    scans_laid_on_each_other, for the adjoint of its result.
    """
    # forward sweep: saves shift_2, turn, weight, miss, total_3 and others
    cos_angle = np.cos(angle)
    sin_angle = np.sin(angle)
    turn = np.array([[cos_angle, -sin_angle], [sin_angle, cos_angle]])
    shift_2 = shift
    weight = np.empty(0)
    miss = np.empty(0)
    shift_2_saved = []
    turn_saved = []
    weight_saved = []
    miss_saved = []
    total_3_saved = np.empty(steps)
    on_diagonal_result_saved = []
    term_2_saved = []
    term_saved = []
    target_saved = []
    sums_2_saved = []
    middle_saved = []
    sums_saved = []
    total_2_saved = np.empty(steps)
    total_saved = np.empty(steps)
    x_2_saved = []
    indices_saved = []
    product_saved = []
    for k_2 in range(steps):
        if moving.shape[1] != turn.shape[0]:
            raise ValueError("moving and turn have different shapes")
        if turn.shape[0] != len(shift_2):
            raise ValueError("turn and shift have different shapes")
        product = moving @ turn.T
        product_saved.append(product)
        seen = np.empty_like(product)
        if seen[:, None].shape[2] != fixed.shape[1]:
            raise ValueError("seen[:, None] and fixed have different shapes")
        x = np.empty((moving.shape[0], fixed.shape[0], product.shape[1]))
        for i in range(moving.shape[0]):
            for j in range(product.shape[1]):
                seen[i, j] = product[i, j] + shift_2[j]
            for j in range(fixed.shape[0]):
                for k in range(product.shape[1]):
                    x[i, j, k] = seen[i, k] - fixed[j, k]
        apart = along_axis(x)
        indices = along_axis_2(apart)
        indices_saved.append(indices)
        partner = fixed[indices]
        x_2 = np.empty_like(product)
        x_2_saved.append(x_2)
        for i in range(moving.shape[0]):
            for j in range(product.shape[1]):
                x_2[i, j] = seen[i, j] - partner[i, j]
        miss_saved.append(miss)
        miss = along_axis_3(x_2)
        weight_saved.append(weight)
        weight = np.empty_like(miss)
        total = 0.0
        total_2 = 0.0
        for i in range(moving.shape[0]):
            weight[i] = softness / (softness + miss[i] ** 2)
            total += weight[i]
            total_2 += weight[i]
        total_2_saved[k_2] = total_2
        total_saved[k_2] = total
        sums = along_axis_4(weight, moving)
        sums_saved.append(sums)
        counts = np.full_like(sums, total)
        middle = np.empty_like(sums)
        middle_saved.append(middle)
        for i in range(moving.shape[1]):
            middle[i] = sums[i] / counts[i]
        sums_2 = along_axis_4(weight, partner)
        sums_2_saved.append(sums_2)
        counts_2 = np.full_like(sums_2, total_2)
        target = np.empty_like(sums_2)
        target_saved.append(target)
        for i in range(product.shape[1]):
            target[i] = sums_2[i] / counts_2[i]
        term = np.empty_like(moving)
        term_saved.append(term)
        term_2 = np.empty_like(partner)
        term_2_saved.append(term_2)
        for i in range(moving.shape[0]):
            for j in range(moving.shape[1]):
                term[i, j] = weight[i] * (moving[i, j] - middle[j])
            for j in range(product.shape[1]):
                term_2[i, j] = partner[i, j] - target[j]
        cross = term.T @ term_2
        on_diagonal_result = on_diagonal(cross)
        on_diagonal_result_saved.append(on_diagonal_result)
        total_3 = 0.0
        for i in range(len(on_diagonal_result)):
            total_3 += on_diagonal_result[i]
        total_3_saved[k_2] = total_3
        bend = np.arctan2(cross[0, 1] - cross[1, 0], total_3)
        turn_saved.append(turn)
        cos_bend = np.cos(bend)
        sin_bend = np.sin(bend)
        turn = np.array([[cos_bend, -sin_bend], [sin_bend, cos_bend]])
        product_2 = turn @ middle
        shift_2_saved.append(shift_2)
        shift_2 = np.empty_like(sums_2)
        for i in range(product.shape[1]):
            shift_2[i] = target[i] - product_2[i]
    if len(weight) != len(miss):
        raise ValueError("weight and miss have different shapes")

    # reverse sweep
    moving_bar = np.zeros_like(moving)
    fixed_bar = np.zeros_like(fixed)
    shift_2_bar = result_1_bar.copy()
    bend_bar = np.rad2deg(result_0_bar)
    miss_bar = np.zeros_like(miss)
    weight_bar = np.empty_like(weight)
    for i in range(len(weight)):
        weight_bar[i] = miss[i] ** 2 * result_2_bar
        miss_bar[i] += 2.0 * miss[i] * weight[i] * result_2_bar
    turn_bar = np.zeros_like(turn)
    softness_bar = 0.0
    for k_2 in range(steps - 1, -1, -1):
        target = target_saved.pop()
        middle = middle_saved.pop()
        product = product_saved.pop()
        product_2 = turn @ middle
        target_bar = np.zeros_like(target)
        product_2_bar = np.zeros_like(product_2)
        for i in range(product.shape[1]):
            target_bar[i] += shift_2_bar[i]
            product_2_bar[i] -= shift_2_bar[i]
        shift_2 = shift_2_saved.pop()
        shift_2_bar = np.zeros_like(shift_2)
        turn_bar += np.outer(product_2_bar, middle)
        middle_bar = turn.T @ product_2_bar
        turn = turn_saved.pop()
        total_3 = total_3_saved[k_2]
        term_2 = term_2_saved.pop()
        term = term_saved.pop()
        cross = term.T @ term_2
        bend = np.arctan2(cross[0, 1] - cross[1, 0], total_3)
        sin_bend = np.sin(bend)
        cos_bend = np.cos(bend)
        bend_bar -= sin_bend * turn_bar[0, 0] + cos_bend * turn_bar[0, 1]
        bend_bar += cos_bend * turn_bar[1, 0] - sin_bend * turn_bar[1, 1]
        cross_bar = np.zeros_like(cross)
        difference_bar = (
            total_3 * bend_bar / (total_3**2 + (cross[0, 1] - cross[1, 0]) ** 2)
        )
        cross_bar[0, 1] += difference_bar
        cross_bar[1, 0] -= difference_bar
        total_3_bar = (
            (cross[1, 0] - cross[0, 1])
            * bend_bar
            / (total_3**2 + (cross[0, 1] - cross[1, 0]) ** 2)
        )
        bend_bar = 0.0
        on_diagonal_result = on_diagonal_result_saved.pop()
        on_diagonal_result_bar = np.empty_like(on_diagonal_result)
        for i in range(len(on_diagonal_result)):
            on_diagonal_result_bar[i] = total_3_bar
        on_diagonal_adjoint(on_diagonal_result_bar, cross_bar)
        term_bar = (cross_bar @ term_2.T).T
        term_2_bar = term @ cross_bar
        indices = indices_saved.pop()
        partner = fixed[indices]
        partner_bar = np.zeros_like(partner)
        for i in range(moving.shape[0]):
            for j in range(product.shape[1]):
                partner_bar[i, j] += term_2_bar[i, j]
                target_bar[j] -= term_2_bar[i, j]
            for j in range(moving.shape[1]):
                weight_bar[i] += (moving[i, j] - middle[j]) * term_bar[i, j]
                moving_bar[i, j] += weight[i] * term_bar[i, j]
                middle_bar[j] -= weight[i] * term_bar[i, j]
        sums_2 = sums_2_saved.pop()
        counts_2 = np.full_like(sums_2, total_2_saved[k_2])
        sums_2_bar = np.zeros_like(sums_2)
        counts_2_bar = np.zeros_like(counts_2)
        for i in range(product.shape[1]):
            numerator_bar = target_bar[i] / counts_2[i]
            sums_2_bar[i] += numerator_bar
            counts_2_bar[i] -= sums_2[i] * numerator_bar / counts_2[i]
        total_2_bar = np.sum(counts_2_bar)
        along_axis_4_adjoint(weight, partner, sums_2_bar, weight_bar, partner_bar)
        sums = sums_saved.pop()
        counts = np.full_like(sums, total_saved[k_2])
        sums_bar = np.empty_like(sums)
        counts_bar = np.empty_like(counts)
        for i in range(moving.shape[1]):
            numerator_bar = middle_bar[i] / counts[i]
            sums_bar[i] = numerator_bar
            counts_bar[i] = -sums[i] * numerator_bar / counts[i]
        total_bar = np.sum(counts_bar)
        along_axis_4_adjoint(weight, moving, sums_bar, weight_bar, moving_bar)
        for i in range(moving.shape[0]):
            quotient = softness / (softness + miss[i] ** 2)
            weight_bar[i] += total_2_bar + total_bar
            numerator_bar = weight_bar[i] / (softness + miss[i] ** 2)
            softness_bar += (1.0 - quotient) * numerator_bar
            miss_bar[i] -= 2.0 * miss[i] * quotient * numerator_bar
        weight = weight_saved.pop()
        weight_bar = np.zeros_like(weight)
        miss = miss_saved.pop()
        x_2 = x_2_saved.pop()
        x_2_bar = np.zeros_like(x_2)
        along_axis_3_adjoint(x_2, miss_bar, x_2_bar)
        miss_bar = np.zeros_like(miss)
        seen_bar = np.zeros_like(product)
        for i in range(moving.shape[0]):
            for j in range(product.shape[1]):
                seen_bar[i, j] += x_2_bar[i, j]
                partner_bar[i, j] -= x_2_bar[i, j]
        for k_3 in range(len(indices)):
            fixed_bar[indices[k_3]] += partner_bar[k_3]
        product_bar = np.zeros_like(product)
        for i in range(moving.shape[0]):
            for j in range(product.shape[1]):
                product_bar[i, j] += seen_bar[i, j]
                shift_2_bar[j] += seen_bar[i, j]
        moving_bar += product_bar @ turn
        turn_bar = (moving.T @ product_bar).T
    angle_bar = -sin_angle * turn_bar[0, 0] - cos_angle * turn_bar[0, 1]
    angle_bar += cos_angle * turn_bar[1, 0] - sin_angle * turn_bar[1, 1]
    return moving_bar, fixed_bar, angle_bar, shift_2_bar, softness_bar
