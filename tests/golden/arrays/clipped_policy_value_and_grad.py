import numpy as np


def append(arr):
    """An array, and values after it; of all elements in a row if no axis is given."""
    array = 0.0
    arrays_0 = np.array([array])
    length = arr.shape[0] + arrays_0.shape[0]
    whole = np.empty(length)
    stop = arr.shape[0]
    whole[:stop] = arr
    start = arr.shape[0]
    whole[start:] = arrays_0
    return whole


def append_adjoint(result_bar, arr_bar):
    """The adjoint of arr is added to arr_bar."""
    # forward sweep
    stop = arr_bar.shape[0]
    start = arr_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    whole_bar[start:] = 0.0
    arr_bar += whole_bar[:stop]


def bounded(a, lower, upper):
    """a, or the bound that it is beyond."""
    if a < lower or lower != lower:
        a = lower
    if a > upper or upper != upper:
        a = upper
    return a


def bounded_adjoint(a, lower, upper, result_bar):
    """The adjoints of a, lower and upper in bounded."""
    # forward sweep
    condition = a < lower or lower != lower
    if condition:
        a = lower

    # reverse sweep
    a_bar = result_bar
    upper_bar = 0.0
    if a > upper or upper != upper:
        upper_bar += a_bar
        a_bar = 0.0
    lower_bar = 0.0
    if condition:
        lower_bar += a_bar
        a_bar = 0.0
    return a_bar, lower_bar, upper_bar


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


def log_softmax_adjoint(x, z_bar, x_bar):
    z = log_softmax(x)
    values_2 = np.empty(z_bar.shape[0])
    for i in range(z_bar.shape[0]):
        values_2[i] = 0.0
        for j in range(z_bar.shape[1]):
            values_2[i] += z_bar[i, j]
    for i in range(x_bar.shape[0]):
        for j in range(x_bar.shape[1]):
            x_bar[i, j] += z_bar[i, j] - np.exp(z[i, j]) * values_2[i]


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


def triu(m):
    """The upper triangle, 0 below the k-th diagonal."""
    part = np.zeros(m.shape)
    for i in range(m.shape[0]):
        for j in range(i, m.shape[1]):
            part[i, j] = m[i, j]
    return part


def triu_adjoint(result_bar, m_bar):
    """The adjoint of m is added to m_bar."""
    for i in range(m_bar.shape[0]):
        for j in range(i, m_bar.shape[1]):
            m_bar[i, j] += result_bar[i, j]


def variance_forward(a):
    """The result of variance, and what variance_reverse reads: mean."""
    total = 0.0
    for i in range(len(a)):
        total += a[i]
    mean = total / len(a)
    squares = 0.0
    for i in range(len(a)):
        squares += (a[i] - mean) ** 2
    return squares / len(a), mean


def variance_reverse(a, mean, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after variance_forward."""
    squares_bar = result_bar / len(a)
    mean_bar = 0.0
    for i in range(len(a)):
        difference_bar = 2.0 * (a[i] - mean) * squares_bar
        a_bar[i] += difference_bar
        mean_bar -= difference_bar
    total_bar = mean_bar / len(a)
    for i in range(len(a)):
        a_bar[i] += total_bar


def clipped_policy_value_and_grad(
    logits, old, actions, rewards, values, discount, trust
):
    """The value of clipped_policy, and its gradient with respect to logits, old,
    rewards, values, discount and trust.
    """
    # forward sweep
    following = append(values[1:])
    if len(rewards) != len(following):
        raise ValueError("rewards and following have different shapes")
    if len(following) != len(values):
        raise ValueError("following and values have different shapes")
    errors = np.empty_like(rewards)
    for i in range(len(rewards)):
        errors[i] = rewards[i] + discount * following[i] - values[i]
    steps = np.arange(len(rewards))
    power = np.empty((len(steps), len(steps)))
    for i in range(len(steps)):
        for j in range(len(steps)):
            power[i, j] = (0.95 * discount) ** np.maximum(steps[j] - steps[i], 0)
    ahead = triu(power)
    if ahead.shape[1] != len(rewards):
        raise ValueError("ahead and errors have different shapes")
    advantage = ahead @ errors
    returns = np.empty_like(advantage)
    variances, mean = variance_forward(advantage)
    total = 0.0
    for i in range(len(rewards)):
        returns[i] = advantage[i] + values[i]
        total += advantage[i]
    sqrt_variances = np.sqrt(variances)
    term = sqrt_variances + 1e-08
    advantage_2 = np.empty_like(advantage)
    for i in range(len(rewards)):
        advantage_2[i] = (advantage[i] - total / len(rewards)) / term
    log_p = log_softmax(logits)
    indices = actions[:, None]
    a = taken_along(log_p, indices)
    chosen = a[:, 0]
    if chosen.shape != old.shape:
        raise ValueError("chosen and old have different shapes")
    ratio = np.empty_like(chosen)
    for i in range(len(actions)):
        ratio[i] = np.exp(chosen[i] - old[i])
    if len(actions) != len(rewards):
        raise ValueError("ratio and advantage have different shapes")
    a_min = 1.0 - trust
    a_max = 1.0 + trust
    clip_result = np.empty(len(actions))
    for i in range(len(ratio)):
        a_i = ratio[i]
        clip_result[i] = bounded(a_i, a_min, a_max)
    gain = np.empty_like(chosen)
    for i in range(len(actions)):
        gain[i] = np.minimum(ratio[i] * advantage_2[i], clip_result[i] * advantage_2[i])
    total_3 = 0.0
    total_4 = 0.0
    for i in range(len(rewards)):
        total_3 += gain[i]
        total_4 += (values[i] - returns[i]) ** 2
    total_5 = 0.0

    # reverse sweep
    logits_bar = np.zeros_like(logits)
    old_bar = np.zeros_like(old)
    rewards_bar = np.empty_like(rewards)
    values_bar = np.empty_like(values)
    total_3_bar = -1.0 / len(rewards)
    total_4_bar = 0.5 / len(rewards)
    total_5_bar = -0.01 / logits.shape[0]
    log_p_bar = np.empty_like(log_p)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(logits.shape[0]):
        total_2_bar = -total_5_bar
        total_2 = 0.0
        for j in range(logits.shape[1]):
            exp_log_p = np.exp(log_p[i, j])
            total_2 += exp_log_p * log_p[i, j]
            exp_log_p_bar = log_p[i, j] * total_2_bar
            log_p_bar[i, j] = exp_log_p * total_2_bar + exp_log_p * exp_log_p_bar
        entropy = -total_2
        total_5 += entropy
    value = (
        -(total_3 / len(rewards))
        + 0.5 * (total_4 / len(rewards))
        - 0.01 * (total_5 / logits.shape[0])
    )
    returns_bar = np.empty_like(returns)
    gain_bar = np.zeros_like(gain)
    for i in range(len(rewards)):
        difference_bar = 2.0 * (values[i] - returns[i]) * total_4_bar
        values_bar[i] = difference_bar
        returns_bar[i] = -difference_bar
        gain_bar[i] += total_3_bar
    advantage_2_bar = np.empty_like(advantage_2)
    ratio_bar = np.zeros_like(ratio)
    clip_result_bar = np.empty_like(clip_result)
    for i in range(len(actions)):
        product_bar = (
            gain_bar[i]
            if ratio[i] * advantage_2[i] <= clip_result[i] * advantage_2[i]
            else 0.0
        )
        ratio_bar[i] += advantage_2[i] * product_bar
        advantage_2_bar[i] = ratio[i] * product_bar
        product_bar = (
            0.0
            if ratio[i] * advantage_2[i] <= clip_result[i] * advantage_2[i]
            else gain_bar[i]
        )
        clip_result_bar[i] = advantage_2[i] * product_bar
        advantage_2_bar[i] += clip_result[i] * product_bar

    # forward and reverse in one sweep: the iterations are independent
    a_max_bar = 0.0
    a_min_bar = 0.0
    for i in range(len(ratio)):
        a_i = ratio[i]
        a_i_bar, a_min_bar_part, a_max_bar_part = bounded_adjoint(
            a_i, a_min, a_max, clip_result_bar[i]
        )
        a_min_bar += a_min_bar_part
        a_max_bar += a_max_bar_part
        ratio_bar[i] += a_i_bar
    trust_bar = a_max_bar - a_min_bar
    a_bar = np.zeros_like(a)
    chosen_bar = a_bar[:, 0]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(actions)):
        exponential = ratio[i]
        exponential_bar = ratio_bar[i]
        chosen_bar[i] += exponential * exponential_bar
        old_bar[i] -= exponential * exponential_bar
    taken_along_adjoint(indices, a_bar, log_p_bar)
    log_softmax_adjoint(logits, log_p_bar, logits_bar)
    advantage_bar = np.empty_like(advantage)

    # forward and reverse in one sweep: the iterations are independent
    term_bar = 0.0
    total_bar = 0.0
    for i in range(len(rewards)):
        numerator_bar = advantage_2_bar[i] / term
        advantage_bar[i] = numerator_bar
        total_bar -= numerator_bar / len(rewards)
        term_bar -= (advantage[i] - total / len(rewards)) * numerator_bar / term
    for i in range(len(rewards)):
        advantage_bar[i] += total_bar + returns_bar[i]
        values_bar[i] += returns_bar[i]
    variance_reverse(advantage, mean, term_bar / (2.0 * sqrt_variances), advantage_bar)
    ahead_bar = np.outer(advantage_bar, errors)
    errors_bar = ahead.T @ advantage_bar
    power_bar = np.zeros_like(power)
    triu_adjoint(ahead_bar, power_bar)

    # forward and reverse in one sweep: the iterations are independent
    discount_bar = 0.0
    for i in range(len(steps)):
        for j in range(len(steps)):
            maximum_result = np.maximum(steps[j] - steps[i], 0)
            discount_bar += (
                0.95
                * maximum_result
                * (0.95 * discount)
                ** (maximum_result - 1 if maximum_result != 0 else 0)
                * power_bar[i, j]
            )
    following_bar = np.empty_like(following)
    for i in range(len(rewards)):
        rewards_bar[i] = errors_bar[i]
        discount_bar += following[i] * errors_bar[i]
        following_bar[i] = discount * errors_bar[i]
        values_bar[i] -= errors_bar[i]
    append_adjoint(following_bar, values_bar[1:])
    return value, logits_bar, old_bar, rewards_bar, values_bar, discount_bar, trust_bar
