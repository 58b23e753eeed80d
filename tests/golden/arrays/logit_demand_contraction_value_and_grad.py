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


def logit_demand_contraction_value_and_grad(
    shares, prices, tastes, sigma, alpha, instruments, steps
):
    """The value of logit_demand_contraction, and its gradient with respect to
    shares, prices, tastes, sigma, alpha and instruments.
    """
    # forward sweep: saves delta, values_3, values_2 and utility
    outer_result = np.outer(prices, tastes)
    mu = np.empty_like(outer_result)
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            mu[i, j] = sigma * outer_result[i, j]
    total = 0.0
    for i in range(len(shares)):
        total += shares[i]
    logarithm = np.log(1.0 - total)
    delta = np.empty_like(shares)
    for i in range(len(shares)):
        delta[i] = np.log(shares[i]) - logarithm
    delta_saved = []
    values_3_saved = []
    values_2_saved = []
    utility_saved = []
    for k in range(steps):
        if delta[:, None].shape[0] != outer_result.shape[0]:
            raise ValueError("delta[:, None] and mu have different shapes")
        utility = np.empty((len(delta), outer_result.shape[1]))
        utility_saved.append(utility)
        for i in range(len(delta)):
            for j in range(outer_result.shape[1]):
                utility[i, j] = np.exp(delta[i] + mu[i, j])
        values_2 = np.zeros(outer_result.shape[1])
        values_2_saved.append(values_2)
        for i in range(utility.shape[0]):
            for j in range(outer_result.shape[1]):
                values_2[j] += utility[i, j]
        values_3 = np.empty(utility.shape[0])
        values_3_saved.append(values_3)
        for i in range(utility.shape[0]):
            total_2 = 0.0
            for j in range(outer_result.shape[1]):
                chosen = utility[i, j] / (1.0 + values_2[j])
                total_2 += chosen
            values_3[i] = total_2 / outer_result.shape[1]
        delta_new = np.empty_like(delta)
        for i in range(len(delta)):
            delta_new[i] = delta[i] + np.log(shares[i]) - np.log(values_3[i])
        delta_saved.append(delta)
        delta = delta_new
    if len(delta) != len(prices):
        raise ValueError("delta and prices have different shapes")
    xi = np.empty_like(delta)
    for i in range(len(delta)):
        xi[i] = delta[i] + alpha * prices[i]
    if instruments.shape[0] != len(xi):
        raise ValueError("instruments and xi have different shapes")
    product = instruments.T @ xi
    moments = np.empty_like(product)
    for i in range(instruments.shape[1]):
        moments[i] = product[i] / instruments.shape[0]
    a = instruments.T @ instruments
    weight = inverse(a)
    if instruments.shape[1] != weight.shape[0]:
        raise ValueError("moments and weight have different shapes")
    if weight.shape[1] != instruments.shape[1]:
        raise ValueError("weight and moments have different shapes")
    product_2 = moments @ weight
    total_3 = 0.0
    for i in range(instruments.shape[1]):
        total_3 += product_2[i] * moments[i]

    # reverse sweep
    shares_bar = np.zeros_like(shares)
    prices_bar = np.empty_like(prices)
    moments_bar = np.empty_like(moments)
    product_2_bar = np.empty_like(product_2)
    for i in range(instruments.shape[1]):
        product_2_bar[i] = moments[i]
        moments_bar[i] = product_2[i]
    moments_bar += weight @ product_2_bar
    weight_bar = np.outer(moments, product_2_bar)
    a_bar = np.zeros_like(a)
    inverse_adjoint(a, weight_bar, a_bar)
    instruments_bar = (a_bar @ instruments.T).T + instruments @ a_bar
    product_bar = np.empty_like(product)
    for i in range(instruments.shape[1]):
        product_bar[i] = moments_bar[i] / instruments.shape[0]
    instruments_bar += np.outer(product_bar, xi).T
    xi_bar = instruments @ product_bar
    delta_bar = np.empty_like(delta)
    alpha_bar = 0.0
    for i in range(len(delta)):
        delta_bar[i] = xi_bar[i]
        alpha_bar += prices[i] * xi_bar[i]
        prices_bar[i] = alpha * xi_bar[i]
    mu_bar = np.zeros_like(mu)
    for k in range(steps - 1, -1, -1):
        delta = delta_saved.pop()
        delta_new_bar = delta_bar
        delta_bar = np.empty_like(delta)
        values_3 = values_3_saved.pop()
        values_3_bar = np.empty_like(values_3)
        for i in range(len(delta)):
            delta_bar[i] = delta_new_bar[i]
            shares_bar[i] += delta_new_bar[i] / shares[i]
            values_3_bar[i] = -delta_new_bar[i] / values_3[i]
        values_2 = values_2_saved.pop()
        utility = utility_saved.pop()
        utility_bar = np.empty_like(utility)
        values_2_bar = np.zeros_like(values_2)
        for i in range(utility.shape[0]):
            total_2_bar = values_3_bar[i] / outer_result.shape[1]
            for j in range(outer_result.shape[1]):
                chosen = utility[i, j] / (1.0 + values_2[j])
                numerator_bar = total_2_bar / (1.0 + values_2[j])
                utility_bar[i, j] = numerator_bar
                values_2_bar[j] -= chosen * numerator_bar
        for i in range(utility.shape[0]):
            for j in range(outer_result.shape[1]):
                utility_bar[i, j] += values_2_bar[j]
        for i in range(len(delta)):
            delta_i_bar = 0.0
            for j in range(outer_result.shape[1]):
                exponential = np.exp(delta[i] + mu[i, j])
                exponential_bar = utility_bar[i, j]
                delta_i_bar += exponential * exponential_bar
                mu_bar[i, j] += exponential * exponential_bar
            delta_bar[i] += delta_i_bar
    logarithm_bar = 0.0
    for i in range(len(shares)):
        shares_bar[i] += delta_bar[i] / shares[i]
        logarithm_bar -= delta_bar[i]
    total_bar = -logarithm_bar / (1.0 - total)
    for i in range(len(shares)):
        shares_bar[i] += total_bar
    outer_result_bar = np.empty_like(outer_result)
    sigma_bar = 0.0
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            sigma_bar += outer_result[i, j] * mu_bar[i, j]
            outer_result_bar[i, j] = sigma * mu_bar[i, j]
    prices_bar += np.dot(outer_result_bar, tastes)
    tastes_bar = np.dot(prices, outer_result_bar)
    return (
        total_3,
        shares_bar,
        prices_bar,
        tastes_bar,
        sigma_bar,
        alpha_bar,
        instruments_bar,
    )
