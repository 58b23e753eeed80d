import math

import numpy as np


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


def pdtr(k, m):
    """Poisson's distribution function."""
    if k < 0.0 or m < 0.0:
        result = math.nan
    else:
        result = 1.0 if m == 0.0 else gammaincc(math.floor(k) + 1.0, m)
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


def gammaincc_adjoint(a, x, z_bar):
    return -(gamma_density(a, x) * z_bar)


def pdtr_adjoint(k, m, result_bar):
    """The adjoint of m in pdtr."""
    m_bar = 0.0
    if not (k < 0.0 or m < 0.0):
        if m != 0.0:
            m_bar += gammaincc_adjoint(math.floor(k) + 1.0, m, result_bar)
    return m_bar


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


def pdtrc(k, m):
    """One minus Poisson's distribution function."""
    if k < 0.0 or m < 0.0:
        result = math.nan
    else:
        result = 0.0 if m == 0.0 else gammainc(math.floor(k) + 1.0, m)
    return result


def poisson_sf(k, mu):
    """The probability of more, by Poisson."""
    if len(k) != len(mu):
        raise ValueError("k and mu have different shapes")
    poisson_above_result = np.empty(len(k))
    for i in range(len(k)):
        k_2 = k[i] - 0
        k_2_2 = float(k_2)
        mu_i = mu[i]
        poisson_above_result[i] = (
            1.0 if k_2_2 < 0.0 and mu_i >= 0.0 else pdtrc(k_2_2, mu_i)
        )
    return poisson_above_result


def gammainc_adjoint(a, x, z_bar):
    return gamma_density(a, x) * z_bar


def pdtrc_adjoint(k, m, result_bar):
    """The adjoint of m in pdtrc."""
    m_bar = 0.0
    if not (k < 0.0 or m < 0.0):
        if m != 0.0:
            m_bar += gammainc_adjoint(math.floor(k) + 1.0, m, result_bar)
    return m_bar


def poisson_sf_adjoint(k, mu, result_bar, mu_bar):
    """The adjoint of mu is added to mu_bar."""
    # forward sweep
    if len(k) != len(mu):
        raise ValueError("k and mu have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(k)):
        k_2 = k[i] - 0
        k_2_2 = float(k_2)
        mu_i = mu[i]
        if not (k_2_2 < 0.0 and mu_i >= 0.0):
            mu_bar[i] += pdtrc_adjoint(k_2_2, mu_i, result_bar[i])


def counts_with_many_zeros_vjp(
    beta,
    gamma,
    covariates,
    counts,
    result_0_bar,
    result_1_bar,
    result_2_bar,
    result_3_bar,
):
    """The adjoints of beta, gamma and covariates of counts_with_many_zeros, for the
    adjoint of its result.
    """
    # forward sweep
    if covariates.shape[1] != len(beta):
        raise ValueError("covariates and beta have different shapes")
    product = covariates @ beta
    rate = np.empty_like(product)
    if covariates.shape[1] != len(gamma):
        raise ValueError("covariates and gamma have different shapes")
    logit = covariates @ gamma
    if len(counts) != covariates.shape[0]:
        raise ValueError("counts and rate have different shapes")
    for i in range(covariates.shape[0]):
        rate[i] = np.exp(product[i])
    tail = poisson_sf(counts, rate)

    # reverse sweep
    chance_bar = result_2_bar.copy()
    total_bar = result_3_bar / covariates.shape[0]
    tail_bar = np.empty_like(tail)
    for i in range(covariates.shape[0]):
        tail_bar[i] = total_bar
    rate_bar = np.zeros_like(rate)
    poisson_sf_adjoint(counts, rate, tail_bar, rate_bar)
    product_bar = np.empty_like(product)
    logit_bar = np.empty_like(logit)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(covariates.shape[0]):
        logaddexp_result = np.logaddexp(0.0, -logit[i])
        none = -logaddexp_result
        logaddexp_result_2 = np.logaddexp(0.0, logit[i])
        some = -logaddexp_result_2
        zero = np.logaddexp(none, some - rate[i])
        exp_some = np.exp(some)
        mean = exp_some * rate[i]
        exp_none = np.exp(none)
        spread = mean * (1.0 + exp_none * rate[i])
        numerator_bar = result_1_bar / spread
        mean_bar = -2.0 * (counts[i] - mean) * numerator_bar
        spread_bar = -((counts[i] - mean) ** 2) * numerator_bar / spread
        mean_bar += (1.0 + exp_none * rate[i]) * spread_bar
        rate_bar[i] += exp_none * mean * spread_bar + exp_some * mean_bar
        exp_some_bar = pdtr(float(counts[i]), rate[i]) * chance_bar[i]
        rate_bar[i] += pdtr_adjoint(float(counts[i]), rate[i], exp_some * chance_bar[i])
        some_bar = exp_some * rate[i] * mean_bar + exp_some * exp_some_bar
        none_bar = exp_none * rate[i] * mean * spread_bar + exp_none * chance_bar[i]
        if counts[i] == 0:
            none_bar += np.exp(none - zero) * result_0_bar
            difference_bar = np.exp(some - rate[i] - zero) * result_0_bar
            some_bar += difference_bar
            rate_bar[i] -= difference_bar
        else:
            some_bar += result_0_bar
            rate_bar[i] += counts[i] * result_0_bar / rate[i] - result_0_bar
        logit_bar[i] = -np.exp(logit[i] - logaddexp_result_2) * some_bar
        logit_bar[i] += np.exp(-logit[i] - logaddexp_result) * none_bar
        product_bar[i] = rate[i] * rate_bar[i]
    covariates_bar = np.outer(logit_bar, gamma)
    gamma_bar = covariates.T @ logit_bar
    covariates_bar += np.outer(product_bar, beta)
    return covariates.T @ product_bar, gamma_bar, covariates_bar
