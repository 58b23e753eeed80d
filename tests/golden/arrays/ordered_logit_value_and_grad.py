import numpy as np


def joined_2(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    if arrays_0.shape[0] != arrays_1.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    length = arrays_0.shape[1] + arrays_1.shape[1] + arrays_2.shape[1]
    whole = np.empty((arrays_0.shape[0], length))
    stop = arrays_0.shape[1]
    whole[:, :stop] = arrays_0
    start = arrays_0.shape[1]
    stop = arrays_0.shape[1] + arrays_1.shape[1]
    whole[:, start:stop] = arrays_1
    start = arrays_0.shape[1] + arrays_1.shape[1]
    whole[:, start:] = arrays_2
    return whole


def joined_2_adjoint(arrays_0, arrays_2, result_bar, arrays_1_bar):
    """The adjoint of arrays_1 is added to arrays_1_bar."""
    # forward sweep
    if arrays_0.shape[0] != arrays_1_bar.shape[0]:
        raise ValueError("operands have different shapes")
    if arrays_0.shape[0] != arrays_2.shape[0]:
        raise ValueError("operands have different shapes")
    start = arrays_0.shape[1]

    # reverse sweep
    whole_bar = result_bar.copy()
    whole_bar[:, arrays_0.shape[1] + arrays_1_bar.shape[1] :] = 0.0
    arrays_1_bar += whole_bar[:, start : arrays_0.shape[1] + arrays_1_bar.shape[1]]


def running_sums(a):
    """The sums of the elements of a vector up to each."""
    values = np.empty(len(a), np.float64)
    running = 0.0
    for i in range(len(a)):
        running += a[i]
        values[i] = running
    return values


def running_sums_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    running_bar = 0.0
    for i in range(len(a_bar) - 1, -1, -1):
        running_bar += result_bar[i]
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
    below = np.empty((x.shape[0], length))
    for i in range(x.shape[0]):
        for j in range(length):
            below[i, j] = 1.0 / (1.0 + np.exp(latent[i] - cuts[j]))
    n = len(answers)
    tup_0 = np.zeros((n, 1))
    tup_2 = np.ones((n, 1))
    padded = joined_2(tup_0, below, tup_2)
    probability = np.empty((padded.shape[0], max(padded.shape[1] - 1, 0)))
    for i in range(padded.shape[0]):
        for j in range(padded.shape[1] - 1):
            probability[i, j] = padded[i, j + 1] - padded[i, j]
    index = np.arange(n)
    total = 0.0

    # reverse sweep
    gaps_bar = np.zeros_like(gaps)
    total_bar = -1.0 / len(index)
    probability_bar = np.zeros_like(probability)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(index)):
        probability_taken = probability[index[i], answers[i]]
        total += np.log(probability_taken)
        probability_bar[index[i], answers[i]] += total_bar / probability_taken
    padded_bar = np.zeros_like(padded)
    padded_ahead_bar = np.zeros(padded.shape[1])
    for i in range(padded.shape[0]):
        for j in range(padded.shape[1] - 1):
            padded_ahead_bar[j] = probability_bar[i, j]
            padded_bar[i, j] -= probability_bar[i, j]

        # each element takes what it is owed
        for j in range(1, padded.shape[1]):
            padded_bar[i, j] += padded_ahead_bar[j - 1]
    below_bar = np.zeros_like(below)
    joined_2_adjoint(tup_0, tup_2, padded_bar, below_bar)
    cuts_bar = np.zeros_like(cuts)
    latent_bar = np.empty_like(latent)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        latent_i_bar = 0.0
        for j in range(length):
            exponential = np.exp(latent[i] - cuts[j])
            quotient_bar = below_bar[i, j]
            exponential_bar = -quotient_bar / (1.0 + exponential) / (1.0 + exponential)
            latent_i_bar += exponential * exponential_bar
            cuts_bar[j] -= exponential * exponential_bar
        latent_bar[i] = latent_i_bar
    x_bar = np.outer(latent_bar, beta)
    beta_bar = x.T @ latent_bar
    whole_bar = np.zeros_like(whole)
    running_sums_adjoint(cuts_bar, whole_bar)
    arrays_1_bar = whole_bar[start:].copy()
    whole_bar[start:] = 0.0
    arrays_0_bar = np.full_like(arrays_0, np.sum(whole_bar[:stop]))

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(gaps) - 1):
        gaps_bar[i + 1] += arrays_1[i] * arrays_1_bar[i]
    gaps_bar[0] += arrays_0_bar[0]
    return -(total / len(index)), beta_bar, gaps_bar, x_bar
