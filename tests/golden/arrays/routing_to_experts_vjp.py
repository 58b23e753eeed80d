import numpy as np


def argsort_along(a):
    """The indices that sort each vector along an axis."""
    places = np.empty(a.shape, dtype=np.int64)
    for i in range(a.shape[0]):
        argsort_a = np.argsort(a[i], kind="mergesort")
        for j in range(a.shape[1]):
            places[i, j] = argsort_a[j]
    return places


def bincount(x, minlength):
    """The sum of the weights of each number among small integers."""
    size = max(np.max(x) + 1 if len(x) > 0 else 0, minlength)
    counts = np.zeros(size, np.int64)
    for i in range(len(x)):
        counts[x[i]] += 1
    return counts


def einsum(left, right):
    """The sums of left[t, d] * right[e, d, o_] over d."""
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result = np.empty((left.shape[0], right.shape[0], right.shape[2]))
    for t in range(left.shape[0]):
        for e in range(right.shape[0]):
            for o_ in range(right.shape[2]):
                total = 0.0
                for d in range(left.shape[1]):
                    total += left[t, d] * right[e, d, o_]
                result[t, e, o_] = total
    return result


def einsum_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")

    # reverse sweep
    for t in range(left.shape[0]):
        for e in range(right.shape[0]):
            for o_ in range(right.shape[2]):
                total_bar = result_bar[t, e, o_]
                for d in range(left.shape[1]):
                    left_bar[t, d] += right[e, d, o_] * total_bar
                    right_bar[e, d, o_] += left[t, d] * total_bar


def put_along_axis(arr, indices, values):
    """Write values into an array along an axis at places that differ elsewhere."""
    into = arr.T
    numbers = indices.T
    for i in range(numbers.shape[0]):
        for j in range(numbers.shape[1]):
            into[numbers[i, j], j] = values.T[i, j]


def put_along_axis_adjoint(indices, arr_bar, values_bar):
    """The adjoint of arr and values is added to arr_bar, values_bar."""
    # forward sweep
    numbers = indices.T

    # reverse sweep
    into_bar = arr_bar.T
    for i in range(numbers.shape[0] - 1, -1, -1):
        for j in range(numbers.shape[1]):
            values_bar.T[i, j] += into_bar[numbers[i, j], j]
            into_bar[numbers[i, j], j] = 0.0


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.max(a_i)
    return values


def softmax(x):
    """The exponentials of x, scaled so that their sum over axes is 1:
    s2sad.library.special_logistic.softmax(x, (1,)).
    """
    values_2 = along_axis(x)
    parts = np.empty_like(x)
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        values_2_2 = 0.0
        for j in range(x.shape[1]):
            parts[i, j] = np.exp(x[i, j] - values_2[i])
            values_2_2 += parts[i, j]
        for j in range(x.shape[1]):
            out[i, j] = parts[i, j] / values_2_2
    return out


def softmax_adjoint(x, z_bar, x_bar):
    z = softmax(x)
    values_2 = np.empty(x.shape[0])
    for i in range(x.shape[0]):
        values_2[i] = 0.0
        for j in range(x.shape[1]):
            x_2 = z[i, j] * z_bar[i, j]
            values_2[i] += x_2
    for i in range(x_bar.shape[0]):
        for j in range(x_bar.shape[1]):
            x_bar[i, j] += z[i, j] * (z_bar[i, j] - values_2[i])


def taken_along(a, places):
    """What an array has along an axis at places that differ elsewhere."""
    values = np.empty(places.shape)
    into = values.T
    rows = a.T
    numbers = places.T
    for i in range(into.shape[0]):
        for j in range(into.shape[1]):
            into[i, j] = rows[numbers[i, j], j]
    return values


def taken_along_adjoint(places, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    values = np.empty(places.shape)
    into = values.T
    numbers = places.T

    # reverse sweep
    into_bar = result_bar.T
    rows_bar = a_bar.T
    for i in range(into.shape[0]):
        for j in range(into.shape[1]):
            rows_bar[numbers[i, j], j] += into_bar[i, j]


def routing_to_experts_vjp(tokens, gate, experts, balance, result_0_bar, result_1_bar):
    """The adjoints of tokens, gate, experts and balance of routing_to_experts, for
    the adjoint of its result.
    """
    # forward sweep
    if tokens.shape[1] != gate.shape[0]:
        raise ValueError("tokens and gate have different shapes")
    scores = tokens @ gate
    a = np.empty_like(scores)
    weights = np.zeros_like(scores)
    einsum_result = einsum(tokens, experts)
    answers = np.empty_like(einsum_result)
    for i in range(tokens.shape[0]):
        for j in range(gate.shape[1]):
            a[i, j] = -scores[i, j]
        for j in range(experts.shape[0]):
            for k in range(experts.shape[2]):
                answers[i, j, k] = np.tanh(einsum_result[i, j, k])
    argsort_along_a = argsort_along(a)
    best = argsort_along_a[:, :2]
    x = taken_along(scores, best)
    chosen = softmax(x)
    put_along_axis(weights, best, chosen)
    if weights[:, :, None].shape[1] != experts.shape[0]:
        raise ValueError("weights[:, :, None] and answers have different shapes")
    factor = bincount(np.reshape(np.ascontiguousarray(best), -1), gate.shape[1])
    share = factor / best.size
    a_2 = softmax(scores)
    total = np.zeros(gate.shape[1])
    for i in range(tokens.shape[0]):
        for j in range(gate.shape[1]):
            total[j] += a_2[i, j]
    if gate.shape[1] != share.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    total_2 = 0.0
    for i in range(gate.shape[1]):
        load = total[i] / a_2.shape[0]
        total_2 += share[i] * load

    # reverse sweep
    tokens_bar = np.zeros_like(tokens)
    experts_bar = np.zeros_like(experts)
    mixed_bar = result_0_bar.copy()
    balance_bar = gate.shape[1] * total_2 * result_1_bar
    total_2_bar = balance * gate.shape[1] * result_1_bar
    total_bar = np.empty_like(total)
    for i in range(gate.shape[1]):
        total_bar[i] = share[i] * total_2_bar / a_2.shape[0]
    weights_bar = np.empty_like(weights)
    answers_bar = np.zeros_like(answers)
    a_2_bar = np.empty_like(a_2)
    for i in range(tokens.shape[0]):
        for j in range(gate.shape[1]):
            a_2_bar[i, j] = total_bar[j]
            weights_i_2_j_bar = 0.0
            for k in range(experts.shape[2]):
                weights_i_2_j_bar += answers[i, j, k] * mixed_bar[i, k]
                answers_bar[i, j, k] += weights[i, j] * mixed_bar[i, k]
            weights_bar[i, j] = weights_i_2_j_bar
    scores_bar = np.zeros_like(scores)
    softmax_adjoint(scores, a_2_bar, scores_bar)
    chosen_bar = np.zeros_like(chosen)
    put_along_axis_adjoint(best, weights_bar, chosen_bar)
    x_bar = np.zeros_like(x)
    softmax_adjoint(x, chosen_bar, x_bar)
    taken_along_adjoint(best, x_bar, scores_bar)
    einsum_result_bar = np.empty_like(einsum_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(tokens.shape[0]):
        for j in range(experts.shape[0]):
            for k in range(experts.shape[2]):
                tanh_einsum_result = answers[i, j, k]
                tanh_einsum_result_bar = answers_bar[i, j, k]
                factor_2 = 1.0 - tanh_einsum_result**2
                einsum_result_bar[i, j, k] = factor_2 * tanh_einsum_result_bar
    einsum_adjoint(tokens, experts, einsum_result_bar, tokens_bar, experts_bar)
    tokens_bar += scores_bar @ gate.T
    return tokens_bar, tokens.T @ scores_bar, experts_bar, balance_bar
