import numpy as np


def risk_parity_value_and_grad(raw, returns):
    """The value of risk_parity, and its gradient with respect to raw and returns."""
    # forward sweep
    total = 0.0
    for i in range(len(raw)):
        total += np.exp(raw[i])
    weights = np.empty_like(raw)
    for i in range(len(raw)):
        weights[i] = np.exp(raw[i]) / total
    rows = returns.T
    centred = np.empty_like(rows)
    for i in range(returns.shape[1]):
        total_2 = 0.0
        for j in range(returns.shape[0]):
            total_2 += rows[i, j]
        values = total_2 / rows.shape[1]
        for j in range(returns.shape[0]):
            centred[i, j] = rows[i, j] - values
    number = rows.shape[1] - 1
    dot_result = np.dot(centred, centred.T)
    covariance = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            covariance[i, j] = dot_result[i, j] / number
    if dot_result.shape[0] != len(raw):
        raise ValueError("covariance and weights have different shapes")
    marginal = covariance @ weights
    total_3 = 0.0
    for i in range(len(raw)):
        total_3 += weights[i] * marginal[i]
    volatility = np.sqrt(total_3)
    budget = volatility / len(raw)
    total_4 = 0.0
    for i in range(len(raw)):
        parts = weights[i] * marginal[i] / volatility
        total_4 += (parts - budget) ** 2
    value = total_4 / volatility**2

    # reverse sweep
    raw_bar = np.empty_like(raw)
    returns_bar = np.zeros_like(returns)
    numerator_bar = 1.0 / volatility**2
    volatility_bar = -2.0 * volatility * value * numerator_bar
    weights_bar = np.empty_like(weights)
    marginal_bar = np.empty_like(marginal)

    # forward and reverse in one sweep: the iterations are independent
    budget_bar = 0.0
    for i in range(len(raw)):
        parts = weights[i] * marginal[i] / volatility
        difference_bar = 2.0 * (parts - budget) * numerator_bar
        budget_bar -= difference_bar
        numerator_bar_2 = difference_bar / volatility
        weights_bar[i] = marginal[i] * numerator_bar_2
        marginal_bar[i] = weights[i] * numerator_bar_2
        volatility_bar -= parts * numerator_bar_2
    volatility_bar += budget_bar / len(raw)
    total_3_bar = volatility_bar / (2.0 * volatility)
    for i in range(len(raw)):
        weights_bar[i] += marginal[i] * total_3_bar
        marginal_bar[i] += weights[i] * total_3_bar
    covariance_bar = np.outer(marginal_bar, weights)
    weights_bar += covariance.T @ marginal_bar
    dot_result_bar = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            dot_result_bar[i, j] = covariance_bar[i, j] / number
    centred_bar = np.dot(dot_result_bar, centred)
    centred_bar += np.dot(centred.T, dot_result_bar).T
    rows_bar = returns_bar.T
    for i in range(returns.shape[1]):
        values_bar = 0.0
        for j in range(returns.shape[0]):
            rows_bar[i, j] += centred_bar[i, j]
            values_bar -= centred_bar[i, j]
        total_2_bar = values_bar / rows.shape[1]
        for j in range(returns.shape[0]):
            rows_bar[i, j] += total_2_bar

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(len(raw)):
        exp_raw = np.exp(raw[i])
        numerator_bar = weights_bar[i] / total
        total_bar -= exp_raw * numerator_bar / total
        raw_bar[i] = exp_raw * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(raw)):
        raw_bar[i] += np.exp(raw[i]) * total_bar
    return value, raw_bar, returns_bar
