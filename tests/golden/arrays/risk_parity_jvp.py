import numpy as np


def risk_parity_jvp(raw, returns, raw_dot, returns_dot):
    """The value of risk_parity, and its derivative in the direction raw_dot,
    returns_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(raw)):
        exp_raw = np.exp(raw[i])
        total_dot += exp_raw * raw_dot[i]
        total += exp_raw
    weights_dot = np.empty_like(raw)
    weights = np.empty_like(raw)
    for i in range(len(raw)):
        exp_raw = np.exp(raw[i])
        quotient = exp_raw / total
        weights_dot[i] = (exp_raw * raw_dot[i] - quotient * total_dot) / total
        weights[i] = quotient
    rows_dot = returns_dot.T
    rows = returns.T
    centred_dot = np.zeros_like(rows)
    centred = np.empty_like(rows)
    for i in range(returns.shape[1]):
        total_dot = 0.0
        total = 0.0
        for j in range(returns.shape[0]):
            total_dot += rows_dot[i, j]
            total += rows[i, j]
        values = total / rows.shape[1]
        values_dot = total_dot / rows.shape[1]
        for j in range(returns.shape[0]):
            centred_dot[i, j] = rows_dot[i, j] - values_dot
            centred[i, j] = rows[i, j] - values
    number = rows.shape[1] - 1
    dot_result_dot = np.dot(centred_dot, centred.T) + np.dot(centred, centred_dot.T)
    dot_result = np.dot(centred, centred.T)
    covariance_dot = np.empty_like(dot_result)
    covariance = np.empty_like(dot_result)
    for i in range(dot_result.shape[0]):
        for j in range(dot_result.shape[1]):
            covariance_dot[i, j] = dot_result_dot[i, j] / number
            covariance[i, j] = dot_result[i, j] / number
    if dot_result.shape[0] != len(raw):
        raise ValueError("covariance and weights have different shapes")
    marginal_dot = covariance_dot @ weights + covariance @ weights_dot
    marginal = covariance @ weights
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(raw)):
        total_3_dot += weights_dot[i] * marginal[i] + weights[i] * marginal_dot[i]
        total_3 += weights[i] * marginal[i]
    volatility = np.sqrt(total_3)
    volatility_dot = total_3_dot / (2.0 * volatility)
    budget = volatility / len(raw)
    budget_dot = volatility_dot / len(raw)
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(raw)):
        parts = weights[i] * marginal[i] / volatility
        factor = (
            weights_dot[i] * marginal[i]
            + weights[i] * marginal_dot[i]
            - parts * volatility_dot
        )
        parts_dot = factor / volatility
        total_4_dot += 2.0 * (parts - budget) * (parts_dot - budget_dot)
        total_4 += (parts - budget) ** 2
    value = total_4 / volatility**2
    factor_2 = total_4_dot - 2.0 * value * volatility * volatility_dot
    value_dot = factor_2 / volatility**2
    return value, value_dot
