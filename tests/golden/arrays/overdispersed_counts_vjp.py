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


def psi(x):
    """The digamma function, the derivative of the logarithm of gamma:
    scipy.special.digamma(x).
    """
    return digamma(x) if x >= 0.0 or x != np.floor(x) else math.nan


def gammaln_adjoint(x, z_bar):
    return psi(x) * z_bar


def hurwitz_zeta(s, q):
    """The sum of (q + k)**-s over k = 0, 1, 2, ..., for s > 1; continued to s > 0."""
    total = 0.0
    count = max(0, math.ceil(min(12.0 + s, 500.0) - q))
    for k in range(count):
        total += (q + k) ** -s
    q += count
    w = 1.0 / (q * q)
    tail = (s + 13.0) * (s + 14.0) * w * (3617.0 / 1.067062284288e16)
    tail = (s + 11.0) * (s + 12.0) * w * (1.0 / 74724249600.0 - tail)
    tail = (s + 9.0) * (s + 10.0) * w * (691.0 / 1307674368000.0 - tail)
    tail = (s + 7.0) * (s + 8.0) * w * (1.0 / 47900160.0 - tail)
    tail = (s + 5.0) * (s + 6.0) * w * (1.0 / 1209600.0 - tail)
    tail = (s + 3.0) * (s + 4.0) * w * (1.0 / 30240.0 - tail)
    tail = (s + 1.0) * (s + 2.0) * w * (1.0 / 720.0 - tail)
    tail = s / q * (1.0 / 12.0 - tail)
    return total + q**-s * (q / (s - 1.0) + 0.5 + tail)


def polygamma(n, x):
    """The n-th derivative of the digamma function: scipy.special.polygamma(n, x)."""
    if n == 0:
        result = digamma(x)
    else:
        factor = 1.0 if n % 2 == 1 else -1.0
        for k in range(2, n + 1):
            factor *= k
        result = factor * hurwitz_zeta(n + 1.0, x)
    return result


def psi_adjoint(x, z_bar):
    return polygamma(1, x) * z_bar


def xlogy_adjoint(x, y, z_bar):
    return math.log(y) * z_bar, (x / y if x != 0.0 or y != 0.0 else 0.0) * z_bar


def xlogy_adjoint_2(x, y, z_bar):
    return (x / y if x != 0.0 or y != 0.0 else 0.0) * z_bar


def overdispersed_counts_vjp(
    beta, log_size, covariates, exposure, counts, result_0_bar, result_1_bar
):
    """The adjoints of beta, log_size, covariates and exposure of
    overdispersed_counts, for the adjoint of its result.
    """
    # forward sweep
    size = np.exp(log_size)
    if covariates.shape[1] != len(beta):
        raise ValueError("covariates and beta have different shapes")
    if len(exposure) != covariates.shape[0]:
        raise ValueError("exposure and covariates have different shapes")
    product = covariates @ beta
    xlogy_result = np.empty(covariates.shape[0])
    if len(counts) != covariates.shape[0]:
        raise ValueError("gammaln_result and xlogy_result have different shapes")
    xlogy_result_2 = np.empty(covariates.shape[0])
    psi_result_2 = psi(size)
    total_2 = 0.0
    for i in range(covariates.shape[0]):
        mean = exposure[i] * np.exp(product[i])
        total = size + mean
        score = psi(counts[i] + size) - psi_result_2 + np.log(size / total)
        total_2 += score + 1.0 - (counts[i] + size) / total

    # reverse sweep
    exposure_bar = np.empty_like(exposure)
    total_2_bar = size * result_1_bar
    size_bar = total_2 * result_1_bar
    xlogy_result_bar = np.empty_like(xlogy_result)
    xlogy_result_2_bar = np.empty_like(xlogy_result_2)

    # forward and reverse in one sweep: the iterations are independent
    gammaln_result_3_bar = 0.0
    for i in range(len(counts)):
        gammaln_result_3_bar -= result_0_bar
        xlogy_result_bar[i] = result_0_bar
        xlogy_result_2_bar[i] = result_0_bar
        size_bar += gammaln_adjoint(counts[i] + size, result_0_bar)
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    psi_result_2_bar = 0.0
    for i in range(covariates.shape[0]):
        exp_product = np.exp(product[i])
        mean = exposure[i] * exp_product
        total = size + mean
        y = size / total
        y_2 = mean / total
        quotient = size / total
        quotient_2 = (counts[i] + size) / total
        numerator_bar = -total_2_bar / total
        psi_result_2_bar -= total_2_bar
        numerator_bar_2 = total_2_bar / quotient / total
        total_bar = -quotient_2 * numerator_bar - quotient * numerator_bar_2
        x_bar = psi_adjoint(counts[i] + size, total_2_bar)
        y_2_bar = xlogy_adjoint_2(float(counts[i]), y_2, xlogy_result_2_bar[i])
        numerator_bar_3 = y_2_bar / total
        size_bar_part, y_bar = xlogy_adjoint(size, y, xlogy_result_bar[i])
        size_bar += numerator_bar + numerator_bar_2 + x_bar + size_bar_part
        numerator_bar = y_bar / total
        total_bar -= y_2 * numerator_bar_3 + y * numerator_bar
        size_bar += numerator_bar + total_bar
        mean_bar = numerator_bar_3 + total_bar
        exposure_bar[i] = exp_product * mean_bar
        product_bar[i] = exp_product * exposure[i] * mean_bar
    size_bar += psi_adjoint(size, psi_result_2_bar)
    size_bar += gammaln_adjoint(size, gammaln_result_3_bar)
    covariates_bar = np.outer(product_bar, beta)
    beta_bar = covariates.T @ product_bar
    return beta_bar, size * size_bar, covariates_bar, exposure_bar
