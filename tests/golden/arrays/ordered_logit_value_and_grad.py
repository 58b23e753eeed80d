import numpy as np


def diff(a):
    """The differences between neighbours along an axis, n times over."""
    out = np.empty((a.shape[0], max(a.shape[1] - 1, 0)))
    for i in range(a.shape[0]):
        for j in range(a.shape[1] - 1):
            out[i, j] = a[i, j + 1] - a[i, j]
    return out


def diff_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    a_ahead_bar = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1] - 1):
            a_ahead_bar[j] = out_bar[i, j]
            a_bar[i, j] -= out_bar[i, j]

        # each element takes what it is owed
        for j in range(1, a.shape[1]):
            a_bar[i, j] += a_ahead_bar[j - 1]


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 0.0
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def running_sums_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    values_bar = result_bar.copy()
    running_bar = 0.0
    for i in range(len(a) - 1, -1, -1):
        running_bar += values_bar[i]
        a_bar[i] += running_bar


def ordered_logit_value_and_grad(beta, gaps, x, answers):
    """The value of ordered_logit, and its gradient with respect to beta, gaps and x."""
    # forward sweep
    arrays_0_0 = gaps[0]
    arrays_1 = np.empty(max(len(gaps) - 1, 0))
    for i in range(len(gaps) - 1):
        arrays_1[i] = np.exp(gaps[i + 1])
    arrays_0 = np.array([arrays_0_0])
    length = arrays_0.shape[0] + max(len(gaps) - 1, 0)
    whole = np.empty(length)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    whole[start:] = arrays_1
    cuts = running_sums(whole)
    if x.shape[1] != len(beta):
        raise ValueError("x and beta have different shapes")
    latent = x @ beta
    below = np.empty((x.shape[0], len(cuts)))
    for i in range(x.shape[0]):
        for j in range(len(cuts)):
            below[i, j] = 1.0 / (1.0 + np.exp(latent[i] - cuts[j]))
    n = len(answers)
    tup_0 = np.zeros((n, 1))
    tup_2 = np.ones((n, 1))
    if tup_0.shape[0] != x.shape[0]:
        raise ValueError("arrays_0 and arrays_1 have different shapes")
    if tup_0.shape[0] != tup_2.shape[0]:
        raise ValueError("arrays_0 and arrays_2 have different shapes")
    length_2 = tup_0.shape[1] + len(cuts) + tup_2.shape[1]
    whole_2 = np.empty((tup_0.shape[0], length_2))
    stop_2 = tup_0.shape[1]
    whole_2[:, :stop_2] = tup_0
    start_2 = tup_0.shape[1]
    stop_2 = tup_0.shape[1] + len(cuts)
    whole_2[:, start_2:stop_2] = below
    start_2_2 = tup_0.shape[1] + len(cuts)
    whole_2[:, start_2_2:] = tup_2
    padded = whole_2
    probability = diff(padded)
    index = np.arange(n)
    if index.shape != answers.shape:
        raise ValueError("index and answers have different shapes")
    probability_taken = np.empty(len(index))
    for k in range(len(index)):
        probability_taken[k] = probability[index[k], answers[k]]
    total = 0.0
    for i in range(n):
        total += np.log(probability_taken[i])

    # reverse sweep
    gaps_bar = np.zeros_like(gaps)
    total_bar = -1.0 / n
    probability_taken_bar = np.zeros_like(probability_taken)
    for i in range(n):
        probability_taken_bar[i] += total_bar / probability_taken[i]
    probability_bar = np.zeros_like(probability)
    for k in range(len(index)):
        probability_bar[index[k], answers[k]] += probability_taken_bar[k]
    whole_2_bar = np.zeros_like(whole_2)
    diff_adjoint(padded, probability_bar, whole_2_bar)
    whole_2_bar[:, start_2_2:] = 0.0
    below_bar = whole_2_bar[:, start_2:stop_2].copy()
    cuts_bar = np.zeros_like(cuts)
    latent_bar = np.zeros_like(latent)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        for j in range(len(cuts)):
            exponential = np.exp(latent[i] - cuts[j])
            quotient_bar = below_bar[i, j]
            exponential_bar = -quotient_bar / (1.0 + exponential) / (1.0 + exponential)
            latent_bar[i] += exponential * exponential_bar
            cuts_bar[j] -= exponential * exponential_bar
    x_bar = np.outer(latent_bar, beta)
    beta_bar = x.T @ latent_bar
    whole_bar = np.zeros_like(whole)
    running_sums_adjoint(whole, cuts_bar, whole_bar)
    arrays_1_bar = whole_bar[start:].copy()
    whole_bar[start:] = 0.0
    arrays_0_bar = np.full_like(arrays_0, np.sum(whole_bar[:stop]))

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(gaps) - 1):
        gaps_bar[i + 1] += arrays_1[i] * arrays_1_bar[i]
    gaps_bar[0] += arrays_0_bar[0]
    return -(total / n), beta_bar, gaps_bar, x_bar
