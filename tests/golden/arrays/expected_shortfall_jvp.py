import numpy as np


def largest_so_far_tangent(a, a_dot):
    """largest_so_far and its tangent."""
    values_dot = a_dot.copy()
    values = a.copy()
    for i in range(1, len(a)):
        values_dot[i] = values_dot[i - 1] if values[i - 1] >= a[i] else a_dot[i]
        values[i] = np.maximum(values[i - 1], a[i])
    return values, values_dot


def running_products_tangent(a, a_dot):
    """running_products and its tangent."""
    values_dot = np.empty(len(a))
    values = np.empty(len(a), np.float64)
    running_dot = 0.0
    running = 1.0
    for i in range(len(a)):
        running_dot = running_dot * a[i] + running * a_dot[i]
        running *= a[i]
        values_dot[i] = running_dot
        values[i] = running
    return values, values_dot


def expected_shortfall_jvp(weights, returns, worst, weights_dot, returns_dot):
    """The value of expected_shortfall, and its derivative in the direction
    weights_dot, returns_dot.
    """
    if returns.shape[1] != len(weights):
        raise ValueError("returns and weights have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(returns.shape[1]):
        total_dot += weights_dot[i]
        total += weights[i]
    quotient_dot = np.empty_like(weights)
    quotient = np.empty_like(weights)
    for i in range(returns.shape[1]):
        quotient_2 = weights[i] / total
        quotient_dot[i] = (weights_dot[i] - quotient_2 * total_dot) / total
        quotient[i] = quotient_2
    portfolio_dot = returns_dot @ quotient + returns @ quotient_dot
    portfolio = returns @ quotient
    index = np.argsort(portfolio, kind="mergesort")
    portfolio_gathered_dot = portfolio_dot[index].copy()
    portfolio_gathered = portfolio[index]
    portfolio_gathered_part_dot = portfolio_gathered_dot[:worst]
    portfolio_gathered_part = portfolio_gathered[:worst]
    a_dot = np.empty_like(portfolio)
    a = np.empty_like(portfolio)
    for i in range(returns.shape[0]):
        a_dot[i] = portfolio_dot[i]
        a[i] = 1.0 + portfolio[i]
    wealth, wealth_dot = running_products_tangent(a, a_dot)
    largest_so_far_result, largest_so_far_result_dot = largest_so_far_tangent(
        wealth, wealth_dot
    )
    fall_dot = np.zeros_like(wealth)
    fall = np.empty_like(wealth)
    for i in range(returns.shape[0]):
        quotient_2 = wealth[i] / largest_so_far_result[i]
        factor = wealth_dot[i] - quotient_2 * largest_so_far_result_dot[i]
        quotient_2_dot = factor / largest_so_far_result[i]
        fall_dot[i] = -quotient_2_dot
        fall[i] = 1.0 - quotient_2
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(portfolio_gathered_part)):
        losses = -portfolio_gathered_part[i]
        total_2_dot -= portfolio_gathered_part_dot[i]
        total_2 += losses
    quotient_2_dot = total_2_dot / len(portfolio_gathered_part)
    value = total_2 / len(portfolio_gathered_part) + 0.5 * np.max(fall)
    return value, quotient_2_dot + 0.5 * fall_dot[np.argmax(fall)]
