import numpy as np


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def inverse_tangent(a, a_dot):
    z = inverse(a)
    term = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = -z[i, j]
    return z, term @ a_dot @ z


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    product = a_dot @ z
    term = np.empty_like(b_dot)
    for i in range(len(b_dot)):
        term[i] = b_dot[i] - product[i]
    return z, solution(a, term)


def black_litterman_jvp(
    market,
    covariance,
    aversion,
    tau,
    picks,
    views,
    doubt,
    market_dot,
    covariance_dot,
    aversion_dot,
    tau_dot,
    picks_dot,
    views_dot,
    doubt_dot,
):
    """The value of black_litterman, and its derivative in the direction market_dot,
    covariance_dot, aversion_dot, tau_dot, picks_dot, views_dot, doubt_dot.
    """
    if covariance.shape[1] != len(market):
        raise ValueError("covariance and market have different shapes")
    term_dot = np.empty_like(covariance)
    term = np.empty_like(covariance)
    a_dot = np.empty_like(covariance)
    a = np.empty_like(covariance)
    for i in range(covariance.shape[0]):
        for j in range(covariance.shape[1]):
            term_3 = aversion * covariance_dot[i, j]
            term_dot[i, j] = aversion_dot * covariance[i, j] + term_3
            term[i, j] = aversion * covariance[i, j]
            a_dot[i, j] = tau_dot * covariance[i, j] + tau * covariance_dot[i, j]
            a[i, j] = tau * covariance[i, j]
    implied_dot = term_dot @ market + term @ market_dot
    implied = term @ market
    prior, prior_dot = inverse_tangent(a, a_dot)
    if picks.shape[0] != len(doubt):
        raise ValueError("picks and doubt have different shapes")
    weighted_dot = np.empty((picks.shape[1], picks.shape[0]))
    weighted = np.empty((picks.shape[1], picks.shape[0]))
    for i in range(picks.shape[1]):
        for j in range(picks.shape[0]):
            quotient = picks[j, i] / doubt[j]
            weighted_dot[i, j] = (picks_dot[j, i] - quotient * doubt_dot[j]) / doubt[j]
            weighted[i, j] = quotient
    if prior.shape[0] != picks.shape[1]:
        raise ValueError("prior and weighted have different shapes")
    if prior.shape[1] != picks.shape[1]:
        raise ValueError("prior and weighted have different shapes")
    product_dot = weighted_dot @ picks + weighted @ picks_dot
    product = weighted @ picks
    a_2_dot = np.empty_like(prior)
    a_2 = np.empty_like(prior)
    for i in range(picks.shape[1]):
        for j in range(picks.shape[1]):
            a_2_dot[i, j] = prior_dot[i, j] + product_dot[i, j]
            a_2[i, j] = prior[i, j] + product[i, j]
    posterior, posterior_dot = inverse_tangent(a_2, a_2_dot)
    if prior.shape[1] != len(implied):
        raise ValueError("prior and implied have different shapes")
    if picks.shape[0] != len(views):
        raise ValueError("weighted and views have different shapes")
    if posterior.shape[1] != picks.shape[1]:
        raise ValueError("posterior and weighted have different shapes")
    product_2_dot = prior_dot @ implied + prior @ implied_dot
    product_2 = prior @ implied
    product_3_dot = weighted_dot @ views + weighted @ views_dot
    product_3 = weighted @ views
    term_2_dot = np.empty_like(product_2)
    term_2 = np.empty_like(product_2)
    if covariance.shape != posterior.shape:
        raise ValueError("covariance and posterior have different shapes")
    a_3_dot = np.empty_like(covariance)
    a_3 = np.empty_like(covariance)
    for i in range(covariance.shape[0]):
        term_2_dot[i] = product_2_dot[i] + product_3_dot[i]
        term_2[i] = product_2[i] + product_3[i]
        for j in range(covariance.shape[0]):
            term_4 = aversion * (covariance_dot[i, j] + posterior_dot[i, j])
            a_3_dot[i, j] = aversion_dot * (covariance[i, j] + posterior[i, j]) + term_4
            a_3[i, j] = aversion * (covariance[i, j] + posterior[i, j])
    expected_dot = posterior_dot @ term_2 + posterior @ term_2_dot
    expected = posterior @ term_2
    optimal, optimal_dot = solution_tangent(a_3, expected, a_3_dot, expected_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(optimal)):
        total_dot += optimal_dot[i]
        total += optimal[i]
    out_dot = np.empty_like(optimal)
    out = np.empty_like(optimal)
    for i in range(len(optimal)):
        quotient = optimal[i] / total
        out_dot[i] = (optimal_dot[i] - quotient * total_dot) / total
        out[i] = quotient
    return out, out_dot
