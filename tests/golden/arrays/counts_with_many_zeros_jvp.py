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


def log_excess(d):
    """d - log(1 + d) for small d, by the series of DLMF 4.6.4."""
    r = d / (2.0 + d)
    w = r * r
    total = 0.0
    for k in range(31, 1, -2):
        total = 1.0 / k + w * total
    return r * d - 2.0 * r * w * total


def gamma_power(a, x):
    """x**a * exp(-x) / gamma(a + 1)."""
    if a < 10.0:
        result = x**a * math.exp(-x) / math.gamma(a + 1.0)
    else:
        d = (x - a) / a
        w = 1.0 / (a * a)
        tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        factor = math.exp(
            -a * (log_excess(d) if abs(d) < 0.4 else d - math.log(x / a))
            - (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / a
        )
        result = factor / math.sqrt(2.0 * math.pi * a)
    return result


def gamma_density(a, x):
    """The derivative of the incomplete gamma function by x:
    s2sad.library.special_incomplete.gamma_density(a, x).
    """
    if x == 0.0:
        result = 1.0 if a == 1.0 else 0.0 if a > 1.0 else math.inf
    else:
        result = gamma_power(a, x) * a / x
    return result


def lower_gamma(a, x):
    """The regularised lower incomplete gamma function by its series."""
    term = 1.0
    total = 1.0
    for k in range(1, 100000):
        term *= x / (a + k)
        total += term
        if term < 1e-17 * total:
            break
    return gamma_power(a, x) * total


def upper_gamma(a, x):
    """The regularised upper incomplete gamma function by a continued fraction."""
    b = x + 1.0 - a
    c = 1e300
    d = 1.0 / b
    value = d
    for k in range(1, 100000):
        numerator = k * (a - k)
        b += 2.0
        d = 1.0 / (b + numerator * d)
        c = b + numerator / c
        value *= c * d
        if abs(c * d - 1.0) < 2e-16:
            break
    return gamma_power(a, x) * a * value


def upper_gamma_near_zero(a, x):
    """The regularised upper incomplete gamma function for a < 1 and x < 1.5."""
    logarithm = a * math.log(x)
    if a < 0.5:
        logarithm -= log_gamma_near_two(a) - math.log1p(a)
    else:
        logarithm -= gammaln(1.0 + a)
    term = 1.0
    total = 0.0
    for k in range(1, 30):
        term *= -x / k
        total += term / (a + k)
    return -math.expm1(logarithm) - a * math.exp(logarithm) * total


def gammaincc(a, x):
    """The regularised upper incomplete gamma function: scipy.special.gammaincc(a,
    x).
    """
    if not (a > 0.0 and 0.0 < x < math.inf):
        if x < 0.0 or a < 0.0 or x != x or a != a:
            result = math.nan
        else:
            result = 1.0 if x == 0.0 and a > 0.0 else 0.0
    elif x >= max(a + 1.0, 1.5):
        result = upper_gamma(a, x)
    else:
        result = upper_gamma_near_zero(a, x) if a < 1.0 else 1.0 - lower_gamma(a, x)
    return result


def gammaincc_tangent(a, x, x_dot):
    z = gammaincc(a, x)
    return z, -gamma_density(a, x) * x_dot


def pdtr_tangent(k, m, m_dot):
    """pdtr and its tangent."""
    if k < 0.0 or m < 0.0:
        result_dot = 0.0
        result = math.nan
    elif m == 0.0:
        result_dot = 0.0
        result = 1.0
    else:
        result, result_dot = gammaincc_tangent(math.floor(k) + 1.0, m, m_dot)
    return result, result_dot


def gammainc(a, x):
    """The regularised lower incomplete gamma function: scipy.special.gammainc(a, x)."""
    if not (a > 0.0 and 0.0 < x < math.inf):
        if x < 0.0 or a < 0.0 or x != x or a != a:
            result = math.nan
        else:
            result = 0.0 if x == 0.0 else 1.0
    else:
        result = lower_gamma(a, x) if x < a + 1.0 else 1.0 - upper_gamma(a, x)
    return result


def gammainc_tangent(a, x, x_dot):
    z = gammainc(a, x)
    return z, gamma_density(a, x) * x_dot


def pdtrc_tangent(k, m, m_dot):
    """pdtrc and its tangent."""
    if k < 0.0 or m < 0.0:
        result_dot = 0.0
        result = math.nan
    elif m == 0.0:
        result_dot = 0.0
        result = 0.0
    else:
        result, result_dot = gammainc_tangent(math.floor(k) + 1.0, m, m_dot)
    return result, result_dot


def poisson_sf_tangent(k, mu, mu_dot):
    """poisson_sf and its tangent."""
    if len(k) != len(mu):
        raise ValueError("k and mu have different shapes")
    poisson_above_result_dot = np.zeros(len(k))
    poisson_above_result = np.empty(len(k))
    for i in range(len(k)):
        k_2 = k[i] - 0
        k_2_2 = float(k_2)
        mu_i_dot = mu_dot[i]
        mu_i = mu[i]
        if k_2_2 < 0.0 and mu_i >= 0.0:
            poisson_above_result_dot[i] = 0.0
            poisson_above_result[i] = 1.0
        else:
            poisson_above_result[i], poisson_above_result_dot[i] = pdtrc_tangent(
                k_2_2, mu_i, mu_i_dot
            )
    return poisson_above_result, poisson_above_result_dot


def counts_with_many_zeros_jvp(
    beta, gamma, covariates, counts, beta_dot, gamma_dot, covariates_dot
):
    """The value of counts_with_many_zeros, and its derivative in the direction
    beta_dot, gamma_dot, covariates_dot.
    """
    if covariates.shape[1] != len(beta):
        raise ValueError("covariates and beta have different shapes")
    product_dot = covariates_dot @ beta + covariates @ beta_dot
    product = covariates @ beta
    rate_dot = np.empty_like(product)
    rate = np.empty_like(product)
    if covariates.shape[1] != len(gamma):
        raise ValueError("covariates and gamma have different shapes")
    logit_dot = covariates_dot @ gamma + covariates @ gamma_dot
    logit = covariates @ gamma
    if len(counts) != covariates.shape[0]:
        raise ValueError("counts and rate have different shapes")
    likelihood_dot = 0.0
    likelihood = 0.0
    chance_dot = np.empty_like(logit)
    chance = np.empty_like(logit)
    pearson_dot = 0.0
    pearson = 0.0
    for i in range(covariates.shape[0]):
        exp_product = np.exp(product[i])
        rate_dot[i] = exp_product * product_dot[i]
        rate[i] = exp_product
        logaddexp_result = np.logaddexp(0.0, -logit[i])
        none_dot = np.exp(-logit[i] - logaddexp_result) * logit_dot[i]
        none = -logaddexp_result
        logaddexp_result = np.logaddexp(0.0, logit[i])
        some_dot = -np.exp(logit[i] - logaddexp_result) * logit_dot[i]
        some = -logaddexp_result
        log_rate = np.log(rate[i])
        positive_dot = some_dot + counts[i] * rate_dot[i] / rate[i] - rate_dot[i]
        positive = some + counts[i] * log_rate - rate[i] - gammaln(float(counts[i] + 1))
        zero = np.logaddexp(none, some - rate[i])
        term = np.exp(some - rate[i] - zero) * (some_dot - rate_dot[i])
        zero_dot = np.exp(none - zero) * none_dot + term
        if counts[i] == 0:
            choice_dot = zero_dot
            choice = zero
        else:
            choice_dot = positive_dot
            choice = positive
        likelihood_dot += choice_dot
        likelihood += choice
        pdtr_result, pdtr_result_dot = pdtr_tangent(
            float(counts[i]), rate[i], rate_dot[i]
        )
        exp_none = np.exp(none)
        exp_none_dot = exp_none * none_dot
        exp_some = np.exp(some)
        exp_some_dot = exp_some * some_dot
        term_2 = exp_some_dot * pdtr_result + exp_some * pdtr_result_dot
        chance_dot[i] = exp_none_dot + term_2
        chance[i] = exp_none + exp_some * pdtr_result
        mean_dot = exp_some * some_dot * rate[i] + exp_some * rate_dot[i]
        mean = exp_some * rate[i]
        exp_none_dot = exp_none * none_dot
        term_3 = mean * (exp_none_dot * rate[i] + exp_none * rate_dot[i])
        spread_dot = mean_dot * (1.0 + exp_none * rate[i]) + term_3
        spread = mean * (1.0 + exp_none * rate[i])
        quotient = (counts[i] - mean) ** 2 / spread
        factor = -2.0 * (counts[i] - mean) * mean_dot - quotient * spread_dot
        quotient_dot = factor / spread
        pearson_dot += quotient_dot
        pearson += quotient
    tail, tail_dot = poisson_sf_tangent(counts, rate, rate_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(covariates.shape[0]):
        total_dot += tail_dot[i]
        total += tail[i]
    value = total / covariates.shape[0]
    value_dot = total_dot / covariates.shape[0]
    return (
        likelihood,
        pearson,
        chance,
        value,
        likelihood_dot,
        pearson_dot,
        chance_dot,
        value_dot,
    )
