import math

import numpy as np


def digamma(x):
    """The derivative of lgamma, written so that its own derivatives are good too."""
    total = 0.0
    y = x
    if y < 0.0:
        angle = math.pi * (y - math.floor(y + 0.5))
        total -= math.pi * math.cos(angle) / math.sin(angle)
        y = 1.0 - y
    if y < 12.0:
        n = math.ceil(12.0 - y)
        for k in range(n):
            total -= 1.0 / (y + k)
        y += n
    w = 1.0 / (y * y)
    tail = 1.0 / 240.0 - w * (1.0 / 132.0 - w * (691.0 / 32760.0 - w / 12.0))
    series = w * (1.0 / 12.0 - w * (1.0 / 120.0 - w * (1.0 / 252.0 - w * tail)))
    return total + math.log(y) - 0.5 / y - series


def matmul(left, right):
    """The sums of left[i] * right[i] over i."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    total = 0.0
    for i in range(left.shape[0]):
        total += left[i] * right[i]
    return total


def matmul_adjoint(left, result_bar, right_bar):
    """The adjoint of right is added to right_bar."""
    # forward sweep
    if right_bar.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        right_bar[i] += left[i] * result_bar


def heights_of_floods_vjp(
    floods, years, trend, shape, scale, place, result_0_bar, result_1_bar
):
    """The adjoints of floods, years, trend, shape, scale and place of
    heights_of_floods, for the adjoint of its result.
    """
    # forward sweep
    if len(floods) != len(years):
        raise ValueError("floods and years have different shapes")
    n = floods.size
    index = np.argsort(floods, kind="mergesort")
    x = floods[index]
    rank = np.arange(n)
    total_2 = 0.0
    for i in range(len(index)):
        total_2 += x[i]
    l1 = total_2 / len(index)
    b_1 = matmul(rank, x) / (n * (n - 1))
    term = np.empty_like(rank)
    for i in range(len(rank)):
        term[i] = rank[i] * (rank[i] - 1)
    b_2 = matmul(term, x) / (n * (n - 1) * (n - 2))
    l2 = 2.0 * b_1 - l1
    quotient = (2.0 * b_1 - l1) / (3.0 * b_2 - l1)
    c = quotient - np.log(2.0) / np.log(3.0)
    k = 7.859 * c + 2.9554 * c**2
    x_2 = 1.0 + k
    power = 2.0**-k
    gamma_x = math.gamma(x_2)
    alpha = l2 * k / ((1.0 - power) * gamma_x)
    x_3 = 1.0 + k
    gamma_x_2 = math.gamma(x_3)
    quotient_2 = alpha * (1.0 - gamma_x_2) / k
    returns = np.array([10.0, 100.0])

    # reverse sweep
    floods_bar = np.zeros_like(floods)
    years_bar = np.empty_like(years)
    term_2_bar = result_1_bar.copy()

    # forward and reverse in one sweep: the iterations are independent
    level_bar = 0.0
    alpha_bar = 0.0
    k_bar = 0.0
    for i in range(len(returns)):
        quotient_3 = alpha / k
        log1p_result = np.log1p(-1.0 / returns[i])
        power_2 = (-log1p_result) ** k
        level_bar += term_2_bar[i]
        power_2_bar = -quotient_3 * term_2_bar[i]
        factor = (
            power_2 * math.log(-log1p_result)
            if -log1p_result > 0.0
            else 0.0
            if -log1p_result == 0.0
            else math.nan
        )
        k_bar += factor * power_2_bar
        numerator_bar = (1.0 - power_2) * term_2_bar[i] / k
        alpha_bar += numerator_bar
        k_bar -= quotient_3 * numerator_bar
    numerator_bar = -level_bar / k
    alpha_bar += (1.0 - gamma_x_2) * numerator_bar
    x_3_bar = -gamma_x_2 * digamma(x_3) * alpha * numerator_bar
    numerator_bar_2 = alpha_bar / ((1.0 - power) * gamma_x)
    l2_bar = k * numerator_bar_2
    k_bar += x_3_bar - quotient_2 * numerator_bar + l2 * numerator_bar_2
    x_2_bar = gamma_x * digamma(x_2) * (power - 1.0) * alpha * numerator_bar_2
    k_bar += x_2_bar - power * math.log(2.0) * gamma_x * alpha * numerator_bar_2
    numerator_bar = (7.859 + 5.9108 * c) * k_bar / (3.0 * b_2 - l1)
    l1_bar = level_bar + (quotient - 1.0) * numerator_bar - l2_bar
    matmul_result_bar = -3.0 * quotient * numerator_bar / (n * (n - 1) * (n - 2))
    x_bar = np.zeros_like(x)
    matmul_adjoint(term, matmul_result_bar, x_bar)
    matmul_adjoint(rank, (2.0 * numerator_bar + 2.0 * l2_bar) / (n * (n - 1)), x_bar)
    total_2_bar = l1_bar / len(index)
    for i in range(len(index)):
        x_bar[i] += total_2_bar
    for k_2 in range(len(index)):
        floods_bar[index[k_2]] += x_bar[k_2]
    total_bar = -result_0_bar

    # forward and reverse in one sweep: the iterations are independent
    log_scale_bar = 0.0
    place_bar = 0.0
    scale_bar = 0.0
    shape_bar = 0.0
    trend_bar = 0.0
    for i in range(len(floods)):
        quotient = shape * (floods[i] - place - trend * years[i]) / scale
        z = 1.0 + quotient
        y = np.log(z) / shape
        log_scale_bar += total_bar
        numerator_bar = ((1.0 + shape) * total_bar - np.exp(-y) * total_bar) / shape
        shape_bar += y * total_bar - y * numerator_bar
        numerator_bar = numerator_bar / z / scale
        shape_bar += (floods[i] - place - trend * years[i]) * numerator_bar
        difference_bar = shape * numerator_bar
        floods_bar[i] += difference_bar
        place_bar -= difference_bar
        trend_bar -= years[i] * difference_bar
        years_bar[i] = -trend * difference_bar
        scale_bar -= quotient * numerator_bar
    scale_bar += log_scale_bar / scale
    return floods_bar, years_bar, trend_bar, shape_bar, scale_bar, place_bar
