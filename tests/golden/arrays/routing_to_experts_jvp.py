import numpy as np


def argsort_along_tangent(a, a_dot):
    """argsort_along and its tangent."""
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


def einsum_tangent(left, right, left_dot, right_dot):
    """einsum and its tangent."""
    if right.shape[1] != left.shape[1]:
        raise ValueError("operands of einsum have different shapes")
    result_dot = np.empty((left.shape[0], right.shape[0], right.shape[2]))
    result = np.empty((left.shape[0], right.shape[0], right.shape[2]))
    for t in range(left.shape[0]):
        for e in range(right.shape[0]):
            for o_ in range(right.shape[2]):
                total_dot = 0.0
                total = 0.0
                for d in range(left.shape[1]):
                    term = left[t, d] * right_dot[e, d, o_]
                    total_dot += left_dot[t, d] * right[e, d, o_] + term
                    total += left[t, d] * right[e, d, o_]
                result_dot[t, e, o_] = total_dot
                result[t, e, o_] = total
    return result, result_dot


def put_along_axis_tangent(arr, indices, values, arr_dot, values_dot):
    """put_along_axis and its tangent."""
    into_dot = arr_dot.T
    into = arr.T
    numbers = indices.T
    for i in range(numbers.shape[0]):
        for j in range(numbers.shape[1]):
            into_dot[numbers[i, j], j] = values_dot.T[i, j]
            into[numbers[i, j], j] = values.T[i, j]


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


def softmax_tangent(x, x_dot):
    z = softmax(x)
    term = np.empty_like(z)
    for i in range(x.shape[0]):
        values_2 = 0.0
        for j in range(x.shape[1]):
            x_2 = z[i, j] * x_dot[i, j]
            values_2 += x_2
        for j in range(x.shape[1]):
            term[i, j] = z[i, j] * (x_dot[i, j] - values_2)
    return z, term


def taken_along_tangent(a, places, a_dot):
    """taken_along and its tangent."""
    values_dot = np.zeros(places.shape)
    values = np.empty(places.shape)
    into_dot = values_dot.T
    into = values.T
    rows_dot = a_dot.T
    rows = a.T
    numbers = places.T
    for i in range(into.shape[0]):
        for j in range(into.shape[1]):
            into_dot[i, j] = rows_dot[numbers[i, j], j]
            into[i, j] = rows[numbers[i, j], j]
    return values, values_dot


def routing_to_experts_jvp(
    tokens, gate, experts, balance, tokens_dot, gate_dot, experts_dot, balance_dot
):
    """The value of routing_to_experts, and its derivative in the direction
    tokens_dot, gate_dot, experts_dot, balance_dot.
    """
    if tokens.shape[1] != gate.shape[0]:
        raise ValueError("tokens and gate have different shapes")
    scores_dot = tokens_dot @ gate + tokens @ gate_dot
    scores = tokens @ gate
    a_dot = np.empty_like(scores)
    a = np.empty_like(scores)
    weights_dot = np.zeros_like(scores)
    weights = np.zeros_like(scores)
    einsum_result, einsum_result_dot = einsum_tangent(
        tokens, experts, tokens_dot, experts_dot
    )
    answers_dot = np.zeros_like(einsum_result)
    answers = np.empty_like(einsum_result)
    for i in range(tokens.shape[0]):
        for j in range(gate.shape[1]):
            a_dot[i, j] = -scores_dot[i, j]
            a[i, j] = -scores[i, j]
        for j in range(experts.shape[0]):
            for k in range(experts.shape[2]):
                tanh_einsum_result = np.tanh(einsum_result[i, j, k])
                factor = 1.0 - tanh_einsum_result**2
                tanh_einsum_result_dot = factor * einsum_result_dot[i, j, k]
                answers_dot[i, j, k] = tanh_einsum_result_dot
                answers[i, j, k] = tanh_einsum_result
    argsort_along_a = argsort_along_tangent(a, a_dot)
    best = argsort_along_a[:, :2]
    x, x_dot = taken_along_tangent(scores, best, scores_dot)
    chosen, chosen_dot = softmax_tangent(x, x_dot)
    put_along_axis_tangent(weights, best, chosen, weights_dot, chosen_dot)
    if weights[:, :, None].shape[1] != experts.shape[0]:
        raise ValueError("weights[:, :, None] and answers have different shapes")
    mixed_dot = np.zeros((tokens.shape[0], experts.shape[2]))
    mixed = np.zeros((tokens.shape[0], experts.shape[2]))
    factor_2 = bincount(np.reshape(np.ascontiguousarray(best), -1), gate.shape[1])
    share = factor_2 / best.size
    a_2, a_2_dot = softmax_tangent(scores, scores_dot)
    total_dot = np.zeros(gate.shape[1])
    total = np.zeros(gate.shape[1])
    for i in range(tokens.shape[0]):
        for j in range(gate.shape[1]):
            for k in range(experts.shape[2]):
                term = weights[i, j] * answers_dot[i, j, k]
                mixed_dot[i, k] += weights_dot[i, j] * answers[i, j, k] + term
                mixed[i, k] += weights[i, j] * answers[i, j, k]
            total_dot[j] += a_2_dot[i, j]
            total[j] += a_2[i, j]
    if gate.shape[1] != share.shape[0]:
        raise ValueError("operands of vdot have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(gate.shape[1]):
        load = total[i] / a_2.shape[0]
        total_2_dot += share[i] * total_dot[i] / a_2.shape[0]
        total_2 += share[i] * load
    term_2 = balance * gate.shape[1] * total_2_dot
    value_dot = balance_dot * gate.shape[1] * total_2 + term_2
    return mixed, balance * gate.shape[1] * total_2, mixed_dot, value_dot
