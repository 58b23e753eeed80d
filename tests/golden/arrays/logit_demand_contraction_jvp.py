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


def logit_demand_contraction_jvp(
    shares,
    prices,
    tastes,
    sigma,
    alpha,
    instruments,
    steps,
    shares_dot,
    prices_dot,
    tastes_dot,
    sigma_dot,
    alpha_dot,
    instruments_dot,
):
    """The value of logit_demand_contraction, and its derivative in the direction
    shares_dot, prices_dot, tastes_dot, sigma_dot, alpha_dot, instruments_dot.
    """
    outer_result_dot = np.outer(prices_dot, tastes) + np.outer(prices, tastes_dot)
    outer_result = np.outer(prices, tastes)
    mu_dot = np.empty_like(outer_result)
    mu = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            term = sigma * outer_result_dot[i, j]
            mu_dot[i, j] = sigma_dot * outer_result[i, j] + term
            mu[i, j] = sigma * outer_result[i, j]
    total_dot = 0.0
    total = 0.0
    for i in range(len(shares)):
        total_dot += shares_dot[i]
        total += shares[i]
    logarithm_dot = -total_dot / (1.0 - total)
    logarithm = np.log(1.0 - total)
    delta_dot = np.empty_like(shares)
    delta = np.empty_like(shares)
    for i in range(len(shares)):
        delta_dot[i] = shares_dot[i] / shares[i] - logarithm_dot
        delta[i] = np.log(shares[i]) - logarithm
    values_2_dot = np.empty(outer_result.shape[1])
    values_2 = np.empty(outer_result.shape[1])
    for _ in range(steps):
        if delta[:, None].shape[0] != outer_result.shape[0]:
            raise ValueError("delta[:, None] and mu have different shapes")
        utility_dot = np.empty((len(delta), outer_result.shape[1]))
        utility = np.empty((len(delta), outer_result.shape[1]))
        for i in range(len(delta)):
            for j in range(outer_result.shape[1]):
                exponential = np.exp(delta[i] + mu[i, j])
                utility_dot[i, j] = exponential * (delta_dot[i] + mu_dot[i, j])
                utility[i, j] = exponential
        values_2_dot[:] = 0.0
        values_2[:] = 0.0
        for i in range(utility.shape[0]):
            for j in range(outer_result.shape[1]):
                values_2_dot[j] += utility_dot[i, j]
                values_2[j] += utility[i, j]
        values_3_dot = np.empty(utility.shape[0])
        values_3 = np.empty(utility.shape[0])
        for i in range(utility.shape[0]):
            total_dot = 0.0
            total = 0.0
            for j in range(outer_result.shape[1]):
                chosen = utility[i, j] / (1.0 + values_2[j])
                factor = utility_dot[i, j] - chosen * values_2_dot[j]
                chosen_dot = factor / (1.0 + values_2[j])
                total_dot += chosen_dot
                total += chosen
            values_3_dot[i] = total_dot / outer_result.shape[1]
            values_3[i] = total / outer_result.shape[1]
        delta_new_dot = np.empty_like(delta)
        delta_new = np.empty_like(delta)
        for i in range(len(delta)):
            delta_new_dot[i] = (
                delta_dot[i] + shares_dot[i] / shares[i] - values_3_dot[i] / values_3[i]
            )
            delta_new[i] = delta[i] + np.log(shares[i]) - np.log(values_3[i])
        delta_dot = delta_new_dot
        delta = delta_new
    if len(delta) != len(prices):
        raise ValueError("delta and prices have different shapes")
    xi_dot = np.empty_like(delta)
    xi = np.empty_like(delta)
    for i in range(len(delta)):
        xi_dot[i] = delta_dot[i] + (alpha_dot * prices[i] + alpha * prices_dot[i])
        xi[i] = delta[i] + alpha * prices[i]
    if instruments.shape[0] != len(xi):
        raise ValueError("instruments and xi have different shapes")
    product_dot = instruments_dot.T @ xi + instruments.T @ xi_dot
    product = instruments.T @ xi
    moments_dot = np.empty_like(product)
    moments = np.empty_like(product)
    for i in range(instruments.shape[1]):
        moments_dot[i] = product_dot[i] / instruments.shape[0]
        moments[i] = product[i] / instruments.shape[0]
    a_dot = instruments_dot.T @ instruments + instruments.T @ instruments_dot
    a = instruments.T @ instruments
    weight, weight_dot = inverse_tangent(a, a_dot)
    if instruments.shape[1] != weight.shape[0]:
        raise ValueError("moments and weight have different shapes")
    if weight.shape[1] != instruments.shape[1]:
        raise ValueError("weight and moments have different shapes")
    product_2_dot = moments_dot @ weight + moments @ weight_dot
    product_2 = moments @ weight
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(instruments.shape[1]):
        total_3_dot += product_2_dot[i] * moments[i] + product_2[i] * moments_dot[i]
        total_3 += product_2[i] * moments[i]
    return total_3, total_3_dot
