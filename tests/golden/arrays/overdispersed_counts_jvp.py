import math

import numpy as np


def log_gamma_near_two(w):
    """The logarithm of gamma(2 + w) for w between -0.5 and 0.5."""
    tail = -2.7595228851242334e-10 * w
    tail = (-1.1921401405860912e-09 + (5.731367241678862e-10 + tail) * w) * w
    tail = (-5.183475041970047e-09 + (2.4836745438024785e-09 + tail) * w) * w
    tail = (-2.2711094608943164e-08 + (1.0838659214896955e-08 + tail) * w) * w
    tail = (-1.0043224823968099e-07 + (4.7698101693639804e-08 + tail) * w) * w
    tail = (-4.492469198764566e-07 + (2.1207184805554665e-07 + tail) * w) * w
    tail = (-2.039215753801366e-06 + (9.55141213040742e-07 + tail) * w) * w
    tail = (-9.439488275268397e-06 + (4.374866789907488e-06 + tail) * w) * w
    tail = (-4.492623673813314e-05 + (2.050721277567069e-05 + tail) * w) * w
    tail = (-0.00022315475845357939 + (9.945751278180853e-05 + tail) * w) * w
    tail = (-0.001192753911703261 + (0.0005096695247430425 + tail) * w) * w
    tail = (-0.007385551028673986 + (0.0028905103307415234 + tail) * w) * w
    tail = (-0.0673523010531981 + (0.020580808427784546 + tail) * w) * w
    tail = (0.42278433509846713 + (0.3224670334241132 + tail) * w) * w
    return tail


def log_gamma_positive(x):
    """The logarithm of gamma for x > 0."""
    if x > 1e17:
        result = x * (math.log(x) - 1.0)
    elif x > 10.0:
        stirling = (x - 0.5) * math.log(x) - x + 0.5 * math.log(2.0 * math.pi)
        w = 1.0 / (x * x)
        term = w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1188.0 - term
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        result = stirling + (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / x
    elif x < 0.5:
        result = log_gamma_near_two(x) - math.log1p(x) - math.log(x)
    elif x < 1.5:
        result = log_gamma_near_two(x - 1.0) - math.log1p(x - 1.0)
    else:
        factor = 1.0
        while x > 2.5:
            x -= 1.0
            factor *= x
        result = log_gamma_near_two(x - 2.0) + math.log(factor)
    return result


def gammaln(x):
    """The logarithm of the absolute value of the gamma function:
    scipy.special.gammaln(x).
    """
    if x > 0.0:
        result = log_gamma_positive(x)
    else:
        distance = x - np.floor(x + 0.5)
        if distance == 0.0 or x < -1e16:
            result = math.inf if x > -math.inf else x
        else:
            sine = abs(math.sin(math.pi * distance))
            result = (
                math.log(math.pi / sine) - math.log(abs(x)) - log_gamma_positive(-x)
            )
    return result


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


def gammaln_tangent(x, x_dot):
    z = gammaln(x)
    return z, psi(x) * x_dot


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


def psi_tangent(x, x_dot):
    z = psi(x)
    return z, polygamma(1, x) * x_dot


def xlogy(x, y):
    """x * log(y), which is 0 where x is: scipy.special.xlogy(x, y)."""
    if x == 0.0 and (y <= 0.0 or y == math.inf):
        result = 0.0
    else:
        result = x * math.log(y)
    return result


def xlogy_tangent(x, y, x_dot, y_dot):
    z = xlogy(x, y)
    return z, math.log(y) * x_dot + (x / y if x != 0.0 or y != 0.0 else 0.0) * y_dot


def xlogy_tangent_2(x, y, y_dot):
    z = xlogy(x, y)
    return z, (x / y if x != 0.0 or y != 0.0 else 0.0) * y_dot


def overdispersed_counts_jvp(
    beta,
    log_size,
    covariates,
    exposure,
    counts,
    beta_dot,
    log_size_dot,
    covariates_dot,
    exposure_dot,
):
    """The value of overdispersed_counts, and its derivative in the direction
    beta_dot, log_size_dot, covariates_dot, exposure_dot.
    """
    size = np.exp(log_size)
    size_dot = size * log_size_dot
    if covariates.shape[1] != len(beta):
        raise ValueError("covariates and beta have different shapes")
    if len(exposure) != covariates.shape[0]:
        raise ValueError("exposure and covariates have different shapes")
    product_dot = covariates_dot @ beta + covariates @ beta_dot
    product = covariates @ beta
    xlogy_result_dot = np.zeros(covariates.shape[0])
    xlogy_result = np.empty(covariates.shape[0])
    if len(counts) != covariates.shape[0]:
        raise ValueError("gammaln_result and xlogy_result have different shapes")
    xlogy_result_2_dot = np.zeros(covariates.shape[0])
    xlogy_result_2 = np.empty(covariates.shape[0])
    gammaln_result_3, gammaln_result_3_dot = gammaln_tangent(size, size_dot)
    likelihood_dot = 0.0
    likelihood = 0.0
    psi_result_2, psi_result_2_dot = psi_tangent(size, size_dot)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(covariates.shape[0]):
        exp_product = np.exp(product[i])
        exp_product_dot = exp_product * product_dot[i]
        mean_dot = exposure_dot[i] * exp_product + exposure[i] * exp_product_dot
        mean = exposure[i] * exp_product
        total_dot = size_dot + mean_dot
        total = size + mean
        y = size / total
        y_dot = (size_dot - y * total_dot) / total
        xlogy_result[i], xlogy_result_dot[i] = xlogy_tangent(size, y, size_dot, y_dot)
        y = mean / total
        y_dot = (mean_dot - y * total_dot) / total
        xlogy_result_2[i], xlogy_result_2_dot[i] = xlogy_tangent_2(
            float(counts[i]), y, y_dot
        )
        psi_result, psi_result_dot = psi_tangent(counts[i] + size, size_dot)
        quotient = size / total
        quotient_dot = (size_dot - quotient * total_dot) / total
        score_dot = psi_result_dot - psi_result_2_dot + quotient_dot / quotient
        score = psi_result - psi_result_2 + np.log(quotient)
        quotient = (counts[i] + size) / total
        total_2_dot += score_dot - (size_dot - quotient * total_dot) / total
        total_2 += score + 1.0 - quotient
    for i in range(len(counts)):
        gammaln_result, gammaln_result_dot = gammaln_tangent(counts[i] + size, size_dot)
        gammaln_result_2 = gammaln(counts[i] + 1.0)
        likelihood_dot += (
            gammaln_result_dot
            - gammaln_result_3_dot
            + xlogy_result_dot[i]
            + xlogy_result_2_dot[i]
        )
        likelihood += (
            gammaln_result
            - gammaln_result_3
            - gammaln_result_2
            + xlogy_result[i]
            + xlogy_result_2[i]
        )
    score_2_dot = total_2_dot * size + total_2 * size_dot
    score_2 = total_2 * size
    return likelihood, score_2, likelihood_dot, score_2_dot
