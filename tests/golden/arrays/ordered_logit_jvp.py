import numpy as np


def diff_tangent(a, a_dot):
    """diff and its tangent."""
    out_dot = np.zeros((a.shape[0], max(a.shape[1] - 1, 0)))
    out = np.empty((a.shape[0], max(a.shape[1] - 1, 0)))
    for i in range(a.shape[0]):
        for j in range(a.shape[1] - 1):
            out_dot[i, j] = a_dot[i, j + 1] - a_dot[i, j]
            out[i, j] = a[i, j + 1] - a[i, j]
    return out, out_dot


def running_sums_tangent(a, a_dot):
    """running_sums and its tangent."""
    values_dot = np.zeros(len(a))
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
    arrays_1_dot = np.zeros(max(len(gaps) - 1, 0))
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
    below_dot = np.zeros((x.shape[0], len(cuts)))
    below = np.empty((x.shape[0], len(cuts)))
    for i in range(x.shape[0]):
        for j in range(len(cuts)):
            exponential = np.exp(latent[i] - cuts[j])
            exponential_dot = exponential * (latent_dot[i] - cuts_dot[j])
            quotient = 1.0 / (1.0 + exponential)
            below_dot[i, j] = -quotient * exponential_dot / (1.0 + exponential)
            below[i, j] = quotient
    n = len(answers)
    tup_0 = np.zeros((n, 1))
    tup_2 = np.ones((n, 1))
    if tup_0.shape[0] != x.shape[0]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    if tup_0.shape[0] != tup_2.shape[0]:
        raise ValueError("arrays_0 and arrays_2 have different shapes")
    length_2 = tup_0.shape[1] + len(cuts) + tup_2.shape[1]
    whole_2_dot = np.zeros((tup_0.shape[0], length_2))
    whole_2 = np.empty((tup_0.shape[0], length_2))
    stop_2 = tup_0.shape[1]
    whole_2_dot[:, :stop_2] = 0.0
    whole_2[:, :stop_2] = tup_0
    start_2 = tup_0.shape[1]
    stop_2 = tup_0.shape[1] + len(cuts)
    whole_2_dot[:, start_2:stop_2] = below_dot
    whole_2[:, start_2:stop_2] = below
    start_2 = tup_0.shape[1] + len(cuts)
    whole_2_dot[:, start_2:] = 0.0
    whole_2[:, start_2:] = tup_2
    padded = whole_2
    probability, probability_dot = diff_tangent(padded, whole_2_dot)
    index = np.arange(n)
    if index.shape != answers.shape:
        raise ValueError("index and answers have different shapes")
    probability_taken_dot = np.zeros(len(index))
    probability_taken = np.empty(len(index))
    for k in range(len(index)):
        probability_taken_dot[k] = probability_dot[index[k], answers[k]]
        probability_taken[k] = probability[index[k], answers[k]]
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        total_dot += probability_taken_dot[i] / probability_taken[i]
        total += np.log(probability_taken[i])
    return -(total / n), -total_dot / n
