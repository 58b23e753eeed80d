import numpy as np


def largest_so_far(a):
    """The largest of the elements of a vector up to each."""
    values = a.copy()
    for i in range(1, len(a)):
        values[i] = np.maximum(values[i - 1], a[i])
    return values


def largest_so_far_reverse(a, values, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after largest_so_far."""
    values_bar = result_bar.copy()
    for i in range(len(a) - 1, 0, -1):
        values_i_bar = values_bar[i]
        values_bar[i] = 0.0
        values_bar[i - 1] += values_i_bar if values[i - 1] >= a[i] else 0.0
        a_bar[i] += 0.0 if values[i - 1] >= a[i] else values_i_bar
    a_bar += values_bar


def running_products_forward(a):
    """The result of running_products, and what running_products_reverse reads:
    running_saved.
    """
    values = np.empty(len(a), np.float64)
    running = 1.0
    running_saved = np.empty(len(a))
    for i in range(len(a)):
        running_saved[i] = running
        running *= a[i]
        values[i] = running
    return values, running_saved


def running_products_reverse(a, running_saved, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after running_products_forward."""
    values_bar = result_bar.copy()
    running_bar = 0.0
    for i in range(len(a) - 1, -1, -1):
        running_bar += values_bar[i]
        a_bar[i] += running_saved[i] * running_bar
        running_bar = a[i] * running_bar


def expected_shortfall_value_and_grad(weights, returns, worst):
    """The value of expected_shortfall, and its gradient with respect to weights and
    returns.
    """
    # forward sweep
    if returns.shape[1] != len(weights):
        raise ValueError("returns and weights have different shapes")
    total = 0.0
    for i in range(returns.shape[1]):
        total += weights[i]
    quotient = np.empty_like(weights)
    for i in range(returns.shape[1]):
        quotient[i] = weights[i] / total
    portfolio = returns @ quotient
    index = np.argsort(portfolio, kind="mergesort")
    portfolio_gathered = portfolio[index]
    portfolio_gathered_part = portfolio_gathered[:worst]
    a = np.empty_like(portfolio)
    for i in range(returns.shape[0]):
        a[i] = 1.0 + portfolio[i]
    wealth, running_saved = running_products_forward(a)
    largest_so_far_result = largest_so_far(wealth)
    fall = np.empty_like(wealth)
    for i in range(returns.shape[0]):
        fall[i] = 1.0 - wealth[i] / largest_so_far_result[i]
    total_2 = 0.0
    for i in range(len(portfolio_gathered_part)):
        losses = -portfolio_gathered_part[i]
        total_2 += losses
    value = total_2 / len(portfolio_gathered_part) + 0.5 * np.max(fall)

    # reverse sweep
    weights_bar = np.empty_like(weights)
    fall_bar = np.zeros_like(fall)
    total_2_bar = 1.0 / len(portfolio_gathered_part)
    fall_bar[np.argmax(fall)] += 0.5
    portfolio_gathered_bar = np.zeros_like(portfolio_gathered)
    portfolio_gathered_part_bar = portfolio_gathered_bar[:worst]
    for i in range(len(portfolio_gathered_part)):
        portfolio_gathered_part_bar[i] -= total_2_bar
    wealth_bar = np.empty_like(wealth)
    largest_so_far_result_bar = np.empty_like(largest_so_far_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(returns.shape[0]):
        quotient_2 = wealth[i] / largest_so_far_result[i]
        numerator_bar = -fall_bar[i] / largest_so_far_result[i]
        wealth_bar[i] = numerator_bar
        largest_so_far_result_bar[i] = -quotient_2 * numerator_bar
    largest_so_far_reverse(
        wealth, largest_so_far_result, largest_so_far_result_bar, wealth_bar
    )
    a_bar = np.zeros_like(a)
    running_products_reverse(a, running_saved, wealth_bar, a_bar)
    portfolio_bar = np.empty_like(portfolio)
    for i in range(returns.shape[0]):
        portfolio_bar[i] = a_bar[i]
    for k in range(len(index)):
        portfolio_bar[index[k]] += portfolio_gathered_bar[k]
    returns_bar = np.outer(portfolio_bar, quotient)
    quotient_bar = returns.T @ portfolio_bar

    # forward and reverse in one sweep: the iterations are independent
    total_bar = 0.0
    for i in range(returns.shape[1]):
        numerator_bar = quotient_bar[i] / total
        weights_bar[i] = numerator_bar
        total_bar -= weights[i] * numerator_bar / total
    for i in range(returns.shape[1]):
        weights_bar[i] += total_bar
    return value, weights_bar, returns_bar
