import numpy as np


def inverse(a):
    """The inverse of a matrix."""
    return np.linalg.inv(a)


def inverse_tangent(a, a_dot):
    z = inverse(a)
    term = np.empty_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = -z[i, j]
    return z, term @ a_dot @ z


def summed_2_tangent(a, a_dot):
    """summed_2 and its tangent."""
    out_dot = np.zeros(a.shape[0])
    out = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        out_dot[i] = 0.0
        out[i] = 0.0
        for j in range(a.shape[1]):
            out_dot[i] += a_dot[i, j]
            out[i] += a[i, j]
    return out, out_dot


def mean_tangent(a, a_dot):
    """mean and its tangent."""
    number = a.shape[1]
    summed_2_result, summed_2_result_dot = summed_2_tangent(a, a_dot)
    values_dot = np.zeros_like(summed_2_result)
    values = np.empty_like(summed_2_result)
    for i in range(len(summed_2_result)):
        values_dot[i] = summed_2_result_dot[i] / number
        values[i] = summed_2_result[i] / number
    return values, values_dot


def restored_tangent(values, values_dot):
    """restored and its tangent."""
    out_dot = np.zeros((1, len(values)))
    out = np.empty((1, len(values)))
    for j in range(len(values)):
        out_dot[0, j] = values_dot[j]
        out[0, j] = values[j]
    return out, out_dot


def summed_tangent(a, a_dot):
    """summed and its tangent."""
    out_dot = np.zeros(a.shape[1])
    out = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out_dot[j] += a_dot[i, j]
            out[j] += a[i, j]
    return out, out_dot


def restored(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    out = np.empty((1, len(values)))
    for j in range(len(values)):
        out[0, j] = values[j]
    return out


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out[j] += a[i, j]
    return out


def total(a):
    """The sum of the elements over some axes."""
    values = restored(summed(a))
    return values


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
    mu_dot = np.zeros_like(outer_result)
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
    delta_dot = np.zeros_like(shares)
    delta = np.empty_like(shares)
    for i in range(len(shares)):
        delta_dot[i] = shares_dot[i] / shares[i] - logarithm_dot
        delta[i] = np.log(shares[i]) - logarithm
    for _ in range(steps):
        if delta[:, None].shape[0] != outer_result.shape[0]:
            raise ValueError("delta[:, None] and mu have different shapes")
        utility_dot = np.zeros((len(delta), outer_result.shape[1]))
        utility = np.empty((len(delta), outer_result.shape[1]))
        for i in range(len(delta)):
            for j in range(outer_result.shape[1]):
                exponential = np.exp(delta[i] + mu[i, j])
                utility_dot[i, j] = exponential * (delta_dot[i] + mu_dot[i, j])
                utility[i, j] = exponential
        summed_utility, summed_utility_dot = summed_tangent(utility, utility_dot)
        values_2, values_2_dot = restored_tangent(summed_utility, summed_utility_dot)
        if outer_result.shape[1] != values_2.shape[1]:
            raise ValueError("utility and values_2 have different shapes")
        chosen_dot = np.zeros((len(delta), outer_result.shape[1]))
        chosen = np.empty((len(delta), outer_result.shape[1]))
        for i in range(utility.shape[0]):
            for j in range(outer_result.shape[1]):
                quotient = utility[i, j] / (1.0 + values_2[0, j])
                factor = utility_dot[i, j] - quotient * values_2_dot[0, j]
                quotient_dot = factor / (1.0 + values_2[0, j])
                chosen_dot[i, j] = quotient_dot
                chosen[i, j] = quotient
        if len(delta) != len(shares):
            raise ValueError("delta and shares have different shapes")
        mean_result, mean_result_dot = mean_tangent(chosen, chosen_dot)
        operand_2_dot = np.zeros_like(mean_result)
        operand_2 = np.empty_like(mean_result)
        for i in range(len(mean_result)):
            operand_2_dot[i] = mean_result_dot[i] / mean_result[i]
            operand_2[i] = np.log(mean_result[i])
        if len(shares) != len(mean_result):
            raise ValueError("shares and operand_2 have different shapes")
        delta_new_dot = np.zeros_like(delta)
        delta_new = np.empty_like(delta)
        for i in range(len(delta)):
            delta_new_dot[i] = (
                delta_dot[i] + shares_dot[i] / shares[i] - operand_2_dot[i]
            )
            delta_new[i] = delta[i] + np.log(shares[i]) - operand_2[i]
        delta_dot = delta_new_dot
        delta = delta_new
    if len(delta) != len(prices):
        raise ValueError("delta and prices have different shapes")
    xi_dot = np.zeros_like(delta)
    xi = np.empty_like(delta)
    for i in range(len(delta)):
        xi_dot[i] = delta_dot[i] + (alpha_dot * prices[i] + alpha * prices_dot[i])
        xi[i] = delta[i] + alpha * prices[i]
    if instruments.shape[0] != len(xi):
        raise ValueError("instruments and xi have different shapes")
    product_dot = instruments_dot.T @ xi + instruments.T @ xi_dot
    product = instruments.T @ xi
    moments_dot = np.zeros_like(product)
    moments = np.empty_like(product)
    for i in range(instruments.shape[1]):
        moments_dot[i] = product_dot[i] / len(xi)
        moments[i] = product[i] / len(xi)
    a_dot = instruments_dot.T @ instruments + instruments.T @ instruments_dot
    a = instruments.T @ instruments
    weight, weight_dot = inverse_tangent(a, a_dot)
    if instruments.shape[1] != weight.shape[0]:
        raise ValueError("moments and weight have different shapes")
    if weight.shape[1] != instruments.shape[1]:
        raise ValueError("weight and moments have different shapes")
    product_2_dot = moments_dot @ weight + moments @ weight_dot
    product_2 = moments @ weight
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(instruments.shape[1]):
        total_2_dot += product_2_dot[i] * moments[i] + product_2[i] * moments_dot[i]
        total_2 += product_2[i] * moments[i]
    return total_2, total_2_dot
