import numpy as np


def joined_2_tangent(arrays_0, arrays_1, arrays_2, arrays_1_dot):
    """joined_2 and its tangent."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole_dot = np.zeros((arrays_0.shape[0], length))
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole_dot[:, :stop] = 0.0
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot[:, start:stop] = arrays_1_dot
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    whole_dot[:, start:] = 0.0
    whole[:, start:] = arrays_2
    return whole, whole_dot


def running_sums_tangent(a, a_dot):
    """running_sums and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 0.0
    for i in range(len(a)):
        running_dot += a_dot[i]
        running += a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def ordered_logit_jvp(beta, gaps, x, answers, beta_dot, gaps_dot, x_dot):
    """The value of ordered_logit, and its derivative in the direction beta_dot,
    gaps_dot, x_dot.
    """
    arrays_0_0 = gaps[0]
    arrays_1_dot = np.empty(max(len(gaps) - 1, 0))
    arrays_1 = np.empty(max(len(gaps) - 1, 0))
    for i in range(len(gaps) - 1):
        exp_gaps = np.exp(gaps[i + 1])
        arrays_1_dot[i] = exp_gaps * gaps_dot[i + 1]
        arrays_1[i] = exp_gaps
    arrays_0_dot = np.array([gaps_dot[0]])
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + max(len(gaps) - 1, 0)
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole_dot[start:] = arrays_1_dot
    whole[start:] = arrays_1
    cuts, cuts_dot = running_sums_tangent(whole, whole_dot)
    if x.shape[1] != len(beta):
        raise ValueError("x and beta have different shapes")
    latent_dot = x_dot @ beta + x @ beta_dot
    latent = x @ beta
    below_dot = np.empty((x.shape[0], length))
    below = np.empty((x.shape[0], length))
    for i in range(x.shape[0]):
        for j in range(length):
            exponential = np.exp(latent[i] - cuts[j])
            exponential_dot = exponential * (latent_dot[i] - cuts_dot[j])
            quotient = 1.0 / (1.0 + exponential)
            below_dot[i, j] = -quotient * exponential_dot / (1.0 + exponential)
            below[i, j] = quotient
    n = len(answers)
    tup_0 = np.zeros((n, 1))
    tup_2 = np.ones((n, 1))
    padded, padded_dot = joined_2_tangent(tup_0, below, tup_2, below_dot)
    probability_dot = np.empty((padded.shape[0], max(padded.shape[1] - 1, 0)))
    probability = np.empty((padded.shape[0], max(padded.shape[1] - 1, 0)))
    for i in range(padded.shape[0]):
        for j in range(padded.shape[1] - 1):
            probability_dot[i, j] = padded_dot[i, j + 1] - padded_dot[i, j]
            probability[i, j] = padded[i, j + 1] - padded[i, j]
    index = np.arange(n)
    total_dot = 0.0
    total = 0.0
    for i in range(len(index)):
        probability_taken = probability[index[i], answers[i]]
        total_dot += probability_dot[index[i], answers[i]] / probability_taken
        total += np.log(probability_taken)
    return -(total / len(index)), -total_dot / len(index)
