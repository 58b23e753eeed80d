import numpy as np


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


def cox_partial_likelihood_value_and_grad(beta, covariates, died):
    """The value of cox_partial_likelihood, and its gradient with respect to beta and
    covariates.
    """
    # forward sweep
    if covariates.shape[1] != len(beta):
        raise ValueError("covariates and beta have different shapes")
    score = np.dot(covariates, beta)
    high = np.max(score)
    a = np.empty_like(score)
    for i in range(len(score)):
        a[i] = np.exp(score[i] - high)
    at_risk = running_sums(a)
    term = np.empty_like(score)
    if len(term) != len(died):
        raise ValueError("score - log_risk and died have different shapes")
    places = np.flatnonzero(died)
    term_2 = np.empty_like(score)
    for i in range(len(score)):
        log_risk = np.log(at_risk[i]) + high
        term_2[i] = score[i] - log_risk
    term_2_part = term_2[places]
    total = 0.0
    for i in range(len(places)):
        total += term_2_part[i]
    total_2 = 0.0
    for i in range(covariates.shape[1]):
        total_2 += np.abs(beta[i])

    # reverse sweep
    beta_bar = np.empty_like(beta)
    for i in range(covariates.shape[1]):
        beta_bar[i] = -0.1 * np.sign(beta[i])
    term_2_part_bar = np.zeros_like(term_2_part)
    for i in range(len(places)):
        term_2_part_bar[i] += 1.0
    term_2_bar = np.zeros_like(term_2)
    for k in range(len(places)):
        term_2_bar[places[k]] += term_2_part_bar[k]
    score_bar = np.empty_like(score)
    high_bar = 0.0
    at_risk_bar = np.empty_like(at_risk)
    for i in range(len(score)):
        score_bar[i] = term_2_bar[i]
        log_risk_bar = -term_2_bar[i]
        at_risk_bar[i] = log_risk_bar / at_risk[i]
        high_bar += log_risk_bar
    a_bar = np.zeros_like(a)
    running_sums_adjoint(at_risk_bar, a_bar)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(score)):
        exponential = a[i]
        exponential_bar = a_bar[i]
        score_bar[i] += exponential * exponential_bar
        high_bar -= exponential * exponential_bar
    score_bar[np.argmax(score)] += high_bar
    covariates_bar = np.outer(score_bar, beta)
    beta_bar += np.dot(covariates.T, score_bar)
    return total - 0.1 * total_2, beta_bar, covariates_bar
