import numpy as np


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


def cox_partial_likelihood_jvp(beta, covariates, died, beta_dot, covariates_dot):
    """The value of cox_partial_likelihood, and its derivative in the direction
    beta_dot, covariates_dot.
    """
    if covariates.shape[1] != len(beta):
        raise ValueError("covariates and beta have different shapes")
    score_dot = np.dot(covariates_dot, beta) + np.dot(covariates, beta_dot)
    score = np.dot(covariates, beta)
    high_dot = score_dot[np.argmax(score)]
    high = np.max(score)
    a_dot = np.empty_like(score)
    a = np.empty_like(score)
    for i in range(len(score)):
        exponential = np.exp(score[i] - high)
        a_dot[i] = exponential * (score_dot[i] - high_dot)
        a[i] = exponential
    at_risk, at_risk_dot = running_sums_tangent(a, a_dot)
    term = np.empty_like(score)
    if len(term) != len(died):
        raise ValueError("score - log_risk and died have different shapes")
    places = np.flatnonzero(died)
    term_2_dot = np.empty_like(score)
    term_2 = np.empty_like(score)
    for i in range(len(score)):
        log_risk = np.log(at_risk[i]) + high
        term_2_dot[i] = score_dot[i] - (at_risk_dot[i] / at_risk[i] + high_dot)
        term_2[i] = score[i] - log_risk
    term_2_part_dot = term_2_dot[places].copy()
    term_2_part = term_2[places]
    total_dot = 0.0
    total = 0.0
    for i in range(len(places)):
        total_dot += term_2_part_dot[i]
        total += term_2_part[i]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(covariates.shape[1]):
        total_2_dot += np.sign(beta[i]) * beta_dot[i]
        total_2 += np.abs(beta[i])
    return total - 0.1 * total_2, total_dot - 0.1 * total_2_dot
