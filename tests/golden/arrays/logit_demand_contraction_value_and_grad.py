import numpy as np


def inverse(a):
    """The inverse of a matrix."""
    return np.linalg.inv(a)


def inverse_adjoint(a, z_bar, a_bar):
    z = inverse(a)
    product = z.T @ z_bar @ z.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] -= product[i, j]


def summed_2(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.empty(a.shape[0])
    for i in range(a.shape[0]):
        out[i] = 0.0
        for j in range(a.shape[1]):
            out[i] += a[i, j]
    return out


def mean(a):
    """The mean of the elements over some axes."""
    number = a.shape[1]
    summed_2_result = summed_2(a)
    values = np.empty_like(summed_2_result)
    for i in range(len(summed_2_result)):
        values[i] = summed_2_result[i] / number
    return values


def summed_2_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += out_bar[i]


def mean_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    number = a.shape[1]
    summed_2_result = summed_2(a)

    # reverse sweep
    values_bar = result_bar.copy()
    summed_2_result_bar = np.zeros_like(summed_2_result)
    for i in range(len(summed_2_result)):
        summed_2_result_bar[i] += values_bar[i] / number
    summed_2_adjoint(a, summed_2_result_bar, a_bar)


def restored(values):
    """An array with the axes that went, of length 1, if they are to be kept."""
    out = np.empty((1, len(values)))
    for j in range(len(values)):
        out[0, j] = values[j]
    return out


def restored_adjoint(values, result_bar, values_bar):
    """The adjoint of values is added to values_bar."""
    out_bar = result_bar.copy()
    for j in range(len(values)):
        values_bar[j] += out_bar[0, j]


def summed(a):
    """The sum of the elements over some axes, the last of them first."""
    out = np.zeros(a.shape[1])
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out[j] += a[i, j]
    return out


def summed_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    out_bar = result_bar.copy()
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += out_bar[j]


def total(a):
    """The sum of the elements over some axes."""
    values = restored(summed(a))
    return values


def logit_demand_contraction_value_and_grad(
    shares, prices, tastes, sigma, alpha, instruments, steps
):
    """The value of logit_demand_contraction, and its gradient with respect to
    shares, prices, tastes, sigma, alpha and instruments.
    """
    # forward sweep: saves delta, delta_bar, delta_new, delta_new_bar and others
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
    delta_bar = np.zeros_like(delta)
    for i in range(len(shares)):
        delta[i] = np.log(shares[i]) - logarithm
    delta_saved = []
    delta_bar_saved = []
    delta_new_saved_2 = []
    delta_new_saved = []
    delta_new_bar_saved = []
    operand_2_saved = []
    mean_result_saved = []
    chosen_saved = []
    values_2_saved = []
    summed_utility_saved = []
    utility_saved = []
    for k in range(steps):
        if delta[:, None].shape[0] != outer_result.shape[0]:
            raise ValueError("delta[:, None] and mu have different shapes")
        utility = np.empty((len(delta), outer_result.shape[1]))
        utility_saved.append(utility)
        for i in range(len(delta)):
            for j in range(outer_result.shape[1]):
                utility[i, j] = np.exp(delta[i] + mu[i, j])
        summed_utility = summed(utility)
        summed_utility_saved.append(summed_utility)
        values_2 = restored(summed_utility)
        values_2_saved.append(values_2)
        if outer_result.shape[1] != values_2.shape[1]:
            raise ValueError("utility and values_2 have different shapes")
        chosen = np.empty((len(delta), outer_result.shape[1]))
        chosen_saved.append(chosen)
        for i in range(utility.shape[0]):
            for j in range(outer_result.shape[1]):
                chosen[i, j] = utility[i, j] / (1.0 + values_2[0, j])
        if len(delta) != len(shares):
            raise ValueError("delta and shares have different shapes")
        mean_result = mean(chosen)
        mean_result_saved.append(mean_result)
        operand_2 = np.empty_like(mean_result)
        operand_2_saved.append(operand_2)
        for i in range(len(mean_result)):
            operand_2[i] = np.log(mean_result[i])
        if len(shares) != len(mean_result):
            raise ValueError("shares and operand_2 have different shapes")
        delta_new = np.empty_like(delta)
        delta_new_bar = np.zeros_like(delta_new)
        delta_new_saved.append(delta_new)
        delta_new_bar_saved.append(delta_new_bar)
        for i in range(len(delta)):
            delta_new_saved_2.append(delta_new[i])
            delta_new[i] = delta[i] + np.log(shares[i]) - operand_2[i]
        delta_saved.append(delta)
        delta_bar_saved.append(delta_bar)
        delta = delta_new
        delta_bar = delta_new_bar
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
        moments[i] = product[i] / len(xi)
    a = instruments.T @ instruments
    weight = inverse(a)
    if instruments.shape[1] != weight.shape[0]:
        raise ValueError("moments and weight have different shapes")
    if weight.shape[1] != instruments.shape[1]:
        raise ValueError("weight and moments have different shapes")
    product_2 = moments @ weight
    total_2 = 0.0
    for i in range(instruments.shape[1]):
        total_2 += product_2[i] * moments[i]

    # reverse sweep
    shares_bar = np.zeros_like(shares)
    prices_bar = np.zeros_like(prices)
    moments_bar = np.zeros_like(moments)
    product_2_bar = np.zeros_like(product_2)
    for i in range(instruments.shape[1]):
        product_2_bar[i] += moments[i]
        moments_bar[i] += product_2[i]
    moments_bar += weight @ product_2_bar
    weight_bar = np.outer(moments, product_2_bar)
    a_bar = np.zeros_like(a)
    inverse_adjoint(a, weight_bar, a_bar)
    instruments_bar = (a_bar @ instruments.T).T + instruments @ a_bar
    product_bar = np.zeros_like(product)
    for i in range(instruments.shape[1]):
        product_bar[i] += moments_bar[i] / len(xi)
    instruments_bar += np.outer(product_bar, xi).T
    xi_bar = instruments @ product_bar
    alpha_bar = 0.0
    for i in range(len(delta)):
        delta_bar[i] += xi_bar[i]
        alpha_bar += prices[i] * xi_bar[i]
        prices_bar[i] += alpha * xi_bar[i]
    mu_bar = np.zeros_like(mu)
    for k in range(steps - 1, -1, -1):
        delta = delta_saved.pop()
        delta_bar = delta_bar_saved.pop()
        delta_new = delta_new_saved.pop()
        delta_new_bar = delta_new_bar_saved.pop()
        operand_2 = operand_2_saved.pop()
        operand_2_bar = np.zeros_like(operand_2)
        for i in range(len(delta) - 1, -1, -1):
            delta_new[i] = delta_new_saved_2.pop()
            delta_new_i_bar = delta_new_bar[i]
            delta_new_bar[i] = 0.0
            delta_bar[i] += delta_new_i_bar
            shares_bar[i] += delta_new_i_bar / shares[i]
            operand_2_bar[i] -= delta_new_i_bar
        mean_result = mean_result_saved.pop()
        mean_result_bar = np.zeros_like(mean_result)
        for i in range(len(mean_result)):
            mean_result_bar[i] += operand_2_bar[i] / mean_result[i]
        chosen = chosen_saved.pop()
        chosen_bar = np.zeros_like(chosen)
        mean_adjoint(chosen, mean_result_bar, chosen_bar)
        values_2 = values_2_saved.pop()
        utility = utility_saved.pop()
        utility_bar = np.zeros_like(utility)
        values_2_bar = np.zeros_like(values_2)
        for i in range(utility.shape[0]):
            for j in range(outer_result.shape[1]):
                quotient = utility[i, j] / (1.0 + values_2[0, j])
                numerator_bar = chosen_bar[i, j] / (1.0 + values_2[0, j])
                utility_bar[i, j] += numerator_bar
                values_2_bar[0, j] -= quotient * numerator_bar
        summed_utility = summed_utility_saved.pop()
        summed_utility_bar = np.zeros_like(summed_utility)
        restored_adjoint(summed_utility, values_2_bar, summed_utility_bar)
        summed_adjoint(utility, summed_utility_bar, utility_bar)
        for i in range(len(delta)):
            for j in range(outer_result.shape[1]):
                exponential = np.exp(delta[i] + mu[i, j])
                exponential_bar = utility_bar[i, j]
                delta_bar[i] += exponential * exponential_bar
                mu_bar[i, j] += exponential * exponential_bar
    logarithm_bar = 0.0
    for i in range(len(shares)):
        shares_bar[i] += delta_bar[i] / shares[i]
        logarithm_bar -= delta_bar[i]
    total_bar = -logarithm_bar / (1.0 - total)
    for i in range(len(shares)):
        shares_bar[i] += total_bar
    outer_result_bar = np.zeros_like(outer_result)
    sigma_bar = 0.0
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            sigma_bar += outer_result[i, j] * mu_bar[i, j]
            outer_result_bar[i, j] += sigma * mu_bar[i, j]
    prices_bar += np.dot(outer_result_bar, tastes)
    tastes_bar = np.dot(prices, outer_result_bar)
    return (
        total_2,
        shares_bar,
        prices_bar,
        tastes_bar,
        sigma_bar,
        alpha_bar,
        instruments_bar,
    )
