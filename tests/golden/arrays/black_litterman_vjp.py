import numpy as np


def inverse(a):
    """The inverse of a matrix: s2sad.library.inverses.inverse(a)."""
    return np.linalg.inv(a)


def inverse_adjoint(a, z_bar, a_bar):
    z = inverse(a)
    product = z.T @ z_bar @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    outer_result = np.outer(w, z)
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= outer_result[i, j]
    for i in range(len(b_bar)):
        b_bar[i] += w[i]


def black_litterman_vjp(
    market, covariance, aversion, tau, picks, views, doubt, result_bar
):
    """The adjoints of market, covariance, aversion, tau, picks, views and doubt of
    black_litterman, for the adjoint of its result.
    """
    # forward sweep
    if covariance.shape[1] != len(market):
        raise ValueError("covariance and market have different shapes")
    term = np.empty_like(covariance)
    a = np.empty_like(covariance)
    for i in range(covariance.shape[0]):
        for j in range(covariance.shape[1]):
            term[i, j] = aversion * covariance[i, j]
            a[i, j] = tau * covariance[i, j]
    implied = term @ market
    prior = inverse(a)
    if picks.shape[0] != len(doubt):
        raise ValueError("picks and doubt have different shapes")
    weighted = np.empty((picks.shape[1], picks.shape[0]))
    for i in range(picks.shape[1]):
        for j in range(picks.shape[0]):
            weighted[i, j] = picks[j, i] / doubt[j]
    if prior.shape[0] != picks.shape[1]:
        raise ValueError("prior and weighted have different shapes")
    if prior.shape[1] != picks.shape[1]:
        raise ValueError("prior and weighted have different shapes")
    product = weighted @ picks
    a_2 = np.empty_like(prior)
    for i in range(picks.shape[1]):
        for j in range(picks.shape[1]):
            a_2[i, j] = prior[i, j] + product[i, j]
    posterior = inverse(a_2)
    if prior.shape[1] != len(implied):
        raise ValueError("prior and implied have different shapes")
    if picks.shape[0] != len(views):
        raise ValueError("weighted and views have different shapes")
    if posterior.shape[1] != picks.shape[1]:
        raise ValueError("posterior and weighted have different shapes")
    product_2 = prior @ implied
    product_3 = weighted @ views
    term_2 = np.empty_like(product_2)
    if covariance.shape != posterior.shape:
        raise ValueError("covariance and posterior have different shapes")
    a_3 = np.empty_like(covariance)
    for i in range(covariance.shape[0]):
        term_2[i] = product_2[i] + product_3[i]
        for j in range(covariance.shape[0]):
            a_3[i, j] = aversion * (covariance[i, j] + posterior[i, j])
    expected = posterior @ term_2
    optimal = solution(a_3, expected)
    total = 0.0
    for i in range(len(optimal)):
        total += optimal[i]

    # reverse sweep
    covariance_bar = np.empty_like(covariance)
    doubt_bar = np.zeros_like(doubt)
    out_bar = result_bar.copy()
    optimal_bar = np.empty_like(optimal)

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(optimal)):
        numerator_bar = out_bar[i] / total
        optimal_bar[i] = numerator_bar
        total_bar -= optimal[i] * numerator_bar / total
    for i in range(len(optimal)):
        optimal_bar[i] += total_bar
    a_3_bar = np.zeros_like(a_3)
    expected_bar = np.zeros_like(expected)
    solution_adjoint(a_3, expected, optimal_bar, a_3_bar, expected_bar)
    posterior_bar = np.outer(expected_bar, term_2)
    term_2_bar = posterior.T @ expected_bar
    product_2_bar = np.empty_like(product_2)
    product_3_bar = np.empty_like(product_3)
    aversion_bar = 0.0
    for i in range(covariance.shape[0]):
        for j in range(covariance.shape[0]):
            aversion_bar += (covariance[i, j] + posterior[i, j]) * a_3_bar[i, j]
            covariance_bar[i, j] = aversion * a_3_bar[i, j]
            posterior_bar[i, j] += aversion * a_3_bar[i, j]
        product_2_bar[i] = term_2_bar[i]
        product_3_bar[i] = term_2_bar[i]
    weighted_bar = np.outer(product_3_bar, views)
    views_bar = weighted.T @ product_3_bar
    prior_bar = np.outer(product_2_bar, implied)
    implied_bar = prior.T @ product_2_bar
    a_2_bar = np.zeros_like(a_2)
    inverse_adjoint(a_2, posterior_bar, a_2_bar)
    product_bar = np.empty_like(product)
    for i in range(picks.shape[1]):
        for j in range(picks.shape[1]):
            prior_bar[i, j] += a_2_bar[i, j]
            product_bar[i, j] = a_2_bar[i, j]
    weighted_bar += product_bar @ picks.T
    picks_bar = weighted.T @ product_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(picks.shape[1]):
        for j in range(picks.shape[0]):
            numerator_bar = weighted_bar[i, j] / doubt[j]
            picks_bar[j, i] += numerator_bar
            doubt_bar[j] -= picks[j, i] * numerator_bar / doubt[j]
    a_bar = np.zeros_like(a)
    inverse_adjoint(a, prior_bar, a_bar)
    term_bar = np.outer(implied_bar, market)
    market_bar = term.T @ implied_bar
    tau_bar = 0.0
    for i in range(covariance.shape[0]):
        for j in range(covariance.shape[1]):
            tau_bar += covariance[i, j] * a_bar[i, j]
            aversion_bar += covariance[i, j] * term_bar[i, j]
            covariance_bar[i, j] += tau * a_bar[i, j] + aversion * term_bar[i, j]
    return (
        market_bar,
        covariance_bar,
        aversion_bar,
        tau_bar,
        picks_bar,
        views_bar,
        doubt_bar,
    )
