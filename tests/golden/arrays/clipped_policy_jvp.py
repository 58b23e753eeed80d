import numpy as np


def append_tangent(arr, arr_dot):
    """append and its tangent."""
    array = 0.0
    arrays_0 = np.array([array])
    length = arr.shape[0] + arrays_0.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arr.shape[0]
    whole_dot[:stop] = arr_dot
    whole[:stop] = arr
    start = arr.shape[0]
    whole_dot[start:] = 0.0
    whole[start:] = arrays_0
    return whole, whole_dot


def bounded_tangent(a, lower, upper, a_dot, lower_dot, upper_dot):
    """bounded and its tangent."""
    if a < lower or lower != lower:
        a_dot = lower_dot
        a = lower
    if a > upper or upper != upper:
        a_dot = upper_dot
        a = upper
    return a, a_dot


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        a_i = a[i]
        values[i] = np.max(a_i)
    return values


def log_softmax(x):
    """The logarithm of softmax, over axes:
    s2sad.library.special_logistic.log_softmax(x, (1,)).
    """
    values_2 = along_axis(x)
    shifted = np.empty_like(x)
    out = np.empty_like(x)
    for i in range(x.shape[0]):
        values_2_2 = 0.0
        for j in range(x.shape[1]):
            shifted[i, j] = x[i, j] - values_2[i]
            x_2 = np.exp(shifted[i, j])
            values_2_2 += x_2
        for j in range(x.shape[1]):
            out[i, j] = shifted[i, j] - np.log(values_2_2)
    return out


def log_softmax_tangent(x, x_dot):
    z = log_softmax(x)
    values_2 = np.empty(x.shape[0])
    for i in range(x.shape[0]):
        values_2[i] = 0.0
        for j in range(x.shape[1]):
            x_2 = np.exp(z[i, j]) * x_dot[i, j]
            values_2[i] += x_2
    term = np.empty_like(x_dot)
    for i in range(x_dot.shape[0]):
        for j in range(x_dot.shape[1]):
            term[i, j] = x_dot[i, j] - values_2[i]
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


def triu_tangent(m, m_dot):
    """triu and its tangent."""
    part_dot = np.zeros(m.shape)
    part = np.zeros(m.shape)
    for i in range(m.shape[0]):
        for j in range(i, m.shape[1]):
            part_dot[i, j] = m_dot[i, j]
            part[i, j] = m[i, j]
    return part, part_dot


def variance_tangent(a, a_dot):
    """variance and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(a)):
        total_dot += a_dot[i]
        total += a[i]
    mean = total / len(a)
    mean_dot = total_dot / len(a)
    squares_dot = 0.0
    squares = 0.0
    for i in range(len(a)):
        squares_dot += 2.0 * (a[i] - mean) * (a_dot[i] - mean_dot)
        squares += (a[i] - mean) ** 2
    return squares / len(a), squares_dot / len(a)


def clipped_policy_jvp(
    logits,
    old,
    actions,
    rewards,
    values,
    discount,
    trust,
    logits_dot,
    old_dot,
    rewards_dot,
    values_dot,
    discount_dot,
    trust_dot,
):
    """The value of clipped_policy, and its derivative in the direction logits_dot,
    old_dot, rewards_dot, values_dot, discount_dot, trust_dot.
    """
    following, following_dot = append_tangent(values[1:], values_dot[1:])
    if len(rewards) != len(following):
        raise ValueError("rewards and following have different shapes")
    if len(following) != len(values):
        raise ValueError("following and values have different shapes")
    errors_dot = np.empty_like(rewards)
    errors = np.empty_like(rewards)
    for i in range(len(rewards)):
        errors_dot[i] = (
            rewards_dot[i]
            + (discount_dot * following[i] + discount * following_dot[i])
            - values_dot[i]
        )
        errors[i] = rewards[i] + discount * following[i] - values[i]
    steps = np.arange(len(rewards))
    power_dot = np.empty((len(steps), len(steps)))
    power = np.empty((len(steps), len(steps)))
    for i in range(len(steps)):
        for j in range(len(steps)):
            maximum_result = np.maximum(steps[j] - steps[i], 0)
            power_dot[i, j] = (
                0.95
                * maximum_result
                * (0.95 * discount)
                ** (maximum_result - 1 if maximum_result != 0 else 0)
                * discount_dot
            )
            power[i, j] = (0.95 * discount) ** maximum_result
    ahead, ahead_dot = triu_tangent(power, power_dot)
    if ahead.shape[1] != len(rewards):
        raise ValueError("ahead and errors have different shapes")
    advantage_dot = ahead_dot @ errors + ahead @ errors_dot
    advantage = ahead @ errors
    returns_dot = np.zeros_like(advantage)
    returns = np.empty_like(advantage)
    variances, variances_dot = variance_tangent(advantage, advantage_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(rewards)):
        returns_dot[i] = advantage_dot[i] + values_dot[i]
        returns[i] = advantage[i] + values[i]
        total_dot += advantage_dot[i]
        total += advantage[i]
    sqrt_variances = np.sqrt(variances)
    term_dot = variances_dot / (2.0 * sqrt_variances)
    term = sqrt_variances + 1e-08
    advantage_2_dot = np.zeros_like(advantage)
    advantage_2 = np.empty_like(advantage)
    for i in range(len(rewards)):
        quotient_dot = total_dot / len(rewards)
        quotient = (advantage[i] - total / len(rewards)) / term
        quotient_dot = (advantage_dot[i] - quotient_dot - quotient * term_dot) / term
        advantage_2_dot[i] = quotient_dot
        advantage_2[i] = quotient
    log_p, log_p_dot = log_softmax_tangent(logits, logits_dot)
    indices = actions[:, None]
    a, a_dot = taken_along_tangent(log_p, indices, log_p_dot)
    chosen_dot = a_dot[:, 0]
    chosen = a[:, 0]
    if chosen.shape != old.shape:
        raise ValueError("chosen and old have different shapes")
    ratio_dot = np.zeros_like(chosen)
    ratio = np.empty_like(chosen)
    for i in range(len(actions)):
        exponential = np.exp(chosen[i] - old[i])
        ratio_dot[i] = exponential * (chosen_dot[i] - old_dot[i])
        ratio[i] = exponential
    if len(actions) != len(rewards):
        raise ValueError("ratio and advantage have different shapes")
    a_min_dot = -trust_dot
    a_min = 1.0 - trust
    a_max = 1.0 + trust
    clip_result_dot = np.zeros(len(actions))
    clip_result = np.empty(len(actions))
    for i in range(len(ratio)):
        a_i_dot = ratio_dot[i]
        a_i = ratio[i]
        clip_result[i], clip_result_dot[i] = bounded_tangent(
            a_i, a_min, a_max, a_i_dot, a_min_dot, trust_dot
        )
    gain_dot = np.zeros_like(chosen)
    gain = np.empty_like(chosen)
    for i in range(len(actions)):
        gain_dot[i] = (
            ratio_dot[i] * advantage_2[i] + ratio[i] * advantage_2_dot[i]
            if ratio[i] * advantage_2[i] <= clip_result[i] * advantage_2[i]
            else clip_result_dot[i] * advantage_2[i]
            + clip_result[i] * advantage_2_dot[i]
        )
        gain[i] = np.minimum(ratio[i] * advantage_2[i], clip_result[i] * advantage_2[i])
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(rewards)):
        total_3_dot += gain_dot[i]
        total_3 += gain[i]
        total_4_dot += 2.0 * (values[i] - returns[i]) * (values_dot[i] - returns_dot[i])
        total_4 += (values[i] - returns[i]) ** 2
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(logits.shape[0]):
        total_dot = 0.0
        total = 0.0
        for j in range(logits.shape[1]):
            exp_log_p = np.exp(log_p[i, j])
            exp_log_p_dot = exp_log_p * log_p_dot[i, j]
            total_dot += exp_log_p_dot * log_p[i, j] + exp_log_p * log_p_dot[i, j]
            total += exp_log_p * log_p[i, j]
        entropy = -total
        total_5_dot -= total_dot
        total_5 += entropy
    quotient_dot = total_3_dot / len(rewards)
    quotient_2 = total_4 / len(rewards)
    quotient_2_dot = total_4_dot / len(rewards)
    quotient_3 = total_5 / logits.shape[0]
    quotient_3_dot = total_5_dot / logits.shape[0]
    value = -(total_3 / len(rewards)) + 0.5 * quotient_2 - 0.01 * quotient_3
    return value, 0.5 * quotient_2_dot - quotient_dot - 0.01 * quotient_3_dot
