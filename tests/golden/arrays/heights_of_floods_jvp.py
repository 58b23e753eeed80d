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


def matmul_tangent(left, right, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[0]:
        raise ValueError("operands of matmul have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(left.shape[0]):
        total_dot += left[i] * right_dot[i]
        total += left[i] * right[i]
    return total, total_dot


def heights_of_floods_jvp(
    floods,
    years,
    trend,
    shape,
    scale,
    place,
    floods_dot,
    years_dot,
    trend_dot,
    shape_dot,
    scale_dot,
    place_dot,
):
    """The value of heights_of_floods, and its derivative in the direction
    floods_dot, years_dot, trend_dot, shape_dot, scale_dot, place_dot.
    """
    if len(floods) != len(years):
        raise ValueError("floods and years have different shapes")
    log_scale_dot = scale_dot / scale
    log_scale = np.log(scale)
    total_dot = 0.0
    total = 0.0
    for i in range(len(floods)):
        quotient = shape * (floods[i] - place - trend * years[i]) / scale
        factor = (
            shape_dot * (floods[i] - place - trend * years[i])
            + shape
            * (
                floods_dot[i]
                - place_dot
                - (trend_dot * years[i] + trend * years_dot[i])
            )
            - quotient * scale_dot
        )
        quotient_dot = factor / scale
        z = 1.0 + quotient
        y = np.log(z) / shape
        y_dot = (quotient_dot / z - y * shape_dot) / shape
        exponential = np.exp(-y)
        exponential_dot = -exponential * y_dot
        total_dot += (
            log_scale_dot + (shape_dot * y + (1.0 + shape) * y_dot) + exponential_dot
        )
        total += log_scale + (1.0 + shape) * y + exponential
    likelihood = -total
    n = floods.size
    index = np.argsort(floods, kind="mergesort")
    x_dot = floods_dot[index].copy()
    x = floods[index]
    rank = np.arange(n)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(index)):
        total_2_dot += x_dot[i]
        total_2 += x[i]
    l1 = total_2 / len(index)
    l1_dot = total_2_dot / len(index)
    matmul_result, matmul_result_dot = matmul_tangent(rank, x, x_dot)
    b_1 = matmul_result / (n * (n - 1))
    b_1_dot = matmul_result_dot / (n * (n - 1))
    term = np.empty_like(rank)
    for i in range(len(rank)):
        term[i] = rank[i] * (rank[i] - 1)
    matmul_result, matmul_result_dot = matmul_tangent(term, x, x_dot)
    b_2 = matmul_result / (n * (n - 1) * (n - 2))
    b_2_dot = matmul_result_dot / (n * (n - 1) * (n - 2))
    l2_dot = 2.0 * b_1_dot - l1_dot
    l2 = 2.0 * b_1 - l1
    quotient = (2.0 * b_1 - l1) / (3.0 * b_2 - l1)
    factor_2 = 2.0 * b_1_dot - l1_dot - quotient * (3.0 * b_2_dot - l1_dot)
    quotient_dot = factor_2 / (3.0 * b_2 - l1)
    c = quotient - np.log(2.0) / np.log(3.0)
    k_dot = 7.859 * quotient_dot + 5.9108 * c * quotient_dot
    k = 7.859 * c + 2.9554 * c**2
    x_2 = 1.0 + k
    power = 2.0**-k
    power_dot = -power * math.log(2.0) * k_dot
    gamma_x = math.gamma(x_2)
    gamma_x_dot = gamma_x * digamma(x_2) * k_dot
    alpha = l2 * k / ((1.0 - power) * gamma_x)
    factor_3 = (
        l2_dot * k
        + l2 * k_dot
        - alpha * ((1.0 - power) * gamma_x_dot - power_dot * gamma_x)
    )
    alpha_dot = factor_3 / ((1.0 - power) * gamma_x)
    x_3 = 1.0 + k
    gamma_x = math.gamma(x_3)
    gamma_x_dot = gamma_x * digamma(x_3) * k_dot
    quotient = alpha * (1.0 - gamma_x) / k
    factor_4 = alpha_dot * (1.0 - gamma_x) - alpha * gamma_x_dot - quotient * k_dot
    quotient_dot = factor_4 / k
    level_dot = l1_dot - quotient_dot
    level = l1 - quotient
    returns = np.array([10.0, 100.0])
    term_2_dot = np.empty_like(returns)
    term_2 = np.empty_like(returns)
    for i in range(len(returns)):
        quotient = alpha / k
        quotient_dot = (alpha_dot - quotient * k_dot) / k
        log1p_result = np.log1p(-1.0 / returns[i])
        power = (-log1p_result) ** k
        factor_5 = (
            power * math.log(-log1p_result)
            if -log1p_result > 0.0
            else 0.0
            if -log1p_result == 0.0
            else math.nan
        )
        power_dot = factor_5 * k_dot
        term_3 = quotient_dot * (1.0 - power) - quotient * power_dot
        term_2_dot[i] = level_dot + term_3
        term_2[i] = level + quotient * (1.0 - power)
    return likelihood, term_2, -total_dot, term_2_dot
