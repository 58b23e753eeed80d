import math

import numpy as np


def along_axis(a):
    """What a function gives for each vector along an axis of an array."""
    values = np.empty((a.shape[0], a.shape[1]))
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            values[i, j] = np.max(a_ij)
    return values


def along_axis_adjoint(a, result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_ij = a[i, j]
            a_ij_bar = a_bar[i, j]
            a_ij_bar[np.argmax(a_ij)] += result_bar[i, j]


def value_function_iteration_vjp(
    grid, income, transition, rate, beta, gamma, sweeps, result_bar
):
    """The adjoints of grid, income, transition, rate, beta and gamma of
    value_function_iteration, for the adjoint of its result.
    """
    # forward sweep: saves value and a_2
    wealth = np.empty((len(grid), len(income)))
    utility_2 = np.empty((len(grid), len(income), len(grid)))
    for i in range(len(grid)):
        for j in range(len(income)):
            wealth[i, j] = (1.0 + rate) * grid[i] + income[j]
            for k in range(len(grid)):
                spent = wealth[i, j] - grid[k]
                if spent > 0.0:
                    utility = np.maximum(spent, 0.001) ** (1.0 - gamma)
                    utility_2[i, j, k] = utility / (1.0 - gamma)
                else:
                    utility_2[i, j, k] = -10000.0
    value = np.zeros(wealth.shape)
    value_saved = []
    a_2_saved = []
    for k in range(sweeps):
        if value.shape[1] != transition.shape[1]:
            raise ValueError("operands of tensordot have different shapes")
        product = transition @ value.T
        expected = np.empty_like(product)
        for i in range(transition.shape[0]):
            for j in range(product.shape[1]):
                expected[i, j] = beta * product[i, j]
        if len(income) != expected[None, :, :].shape[1]:
            raise ValueError("utility and expected[None, :, :] have different shapes")
        if len(grid) != expected[None, :, :].shape[2]:
            raise ValueError("utility and expected[None, :, :] have different shapes")
        a_2 = np.empty((len(grid), len(income), len(grid)))
        a_2_saved.append(a_2)
        for i in range(len(grid)):
            for j in range(len(income)):
                for k in range(len(grid)):
                    a_2[i, j, k] = utility_2[i, j, k] + expected[j, k]
        value_saved.append(value)
        value = along_axis(a_2)
    total = np.empty(value.shape[0])

    # reverse sweep
    grid_bar = np.zeros_like(grid)
    income_bar = np.zeros_like(income)
    transition_bar = np.zeros_like(transition)
    values_bar = result_bar.copy()
    total_bar = np.empty_like(total)
    for i in range(len(total)):
        total_bar[i] = values_bar[i] / value.shape[1]
    value_bar = np.empty_like(value)
    for i in range(value.shape[0]):
        for j in range(value.shape[1]):
            value_bar[i, j] = total_bar[i]
    utility_2_bar = np.zeros_like(utility_2)
    beta_bar = 0.0
    for k in range(sweeps - 1, -1, -1):
        value = value_saved.pop()
        a_2 = a_2_saved.pop()
        a_2_bar = np.zeros_like(a_2)
        along_axis_adjoint(a_2, value_bar, a_2_bar)
        expected_bar = np.zeros_like(product)
        for i in range(len(grid)):
            for j in range(len(income)):
                for k in range(len(grid)):
                    utility_2_bar[i, j, k] += a_2_bar[i, j, k]
                    expected_bar[j, k] += a_2_bar[i, j, k]
        product = transition @ value.T
        product_bar = np.empty_like(product)
        for i in range(transition.shape[0]):
            for j in range(product.shape[1]):
                beta_bar += product[i, j] * expected_bar[i, j]
                product_bar[i, j] = beta * expected_bar[i, j]
        transition_bar += product_bar @ value
        value_bar = (transition.T @ product_bar).T
    wealth_bar = np.empty_like(wealth)

    # forward and reverse in one sweep: the iterations are independent
    gamma_bar = 0.0
    rate_bar = 0.0
    for i in range(len(grid)):
        grid_i_bar = 0.0
        for j in range(len(income)):
            wealth[i, j] = (1.0 + rate) * grid[i] + income[j]
            wealth_i_j_bar = 0.0
            for k in range(len(grid)):
                spent = wealth[i, j] - grid[k]
                if spent > 0.0:
                    maximum_result = np.maximum(spent, 0.001)
                    utility = maximum_result ** (1.0 - gamma)
                    numerator_bar = utility_2_bar[i, j, k] / (1.0 - gamma)
                    gamma_bar += utility * numerator_bar / (1.0 - gamma)
                    factor = (
                        (1.0 - gamma) * maximum_result ** (1.0 - gamma - 1.0)
                        if 1.0 - gamma != 0.0
                        else 0.0
                    )
                    maximum_result_bar = factor * numerator_bar
                    factor_2 = (
                        utility * math.log(maximum_result)
                        if maximum_result > 0.0
                        else 0.0
                        if maximum_result == 0.0
                        else math.nan
                    )
                    gamma_bar -= factor_2 * numerator_bar
                    spent_bar = maximum_result_bar if spent >= 0.001 else 0.0
                    wealth_i_j_bar += spent_bar
                    grid_bar[k] -= spent_bar
            wealth_bar[i, j] = wealth_i_j_bar
            rate_bar += grid[i] * wealth_bar[i, j]
            grid_i_bar += (1.0 + rate) * wealth_bar[i, j]
            income_bar[j] += wealth_bar[i, j]
        grid_bar[i] += grid_i_bar
    return grid_bar, income_bar, transition_bar, rate_bar, beta_bar, gamma_bar
