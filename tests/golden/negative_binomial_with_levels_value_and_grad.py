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


def gammaln_adjoint(x, z_bar):
    return psi(x) * z_bar


def negative_binomial_with_levels_value_and_grad(
    beta, levels, log_alpha, zeros_logit, X, y, group
):
    """The value of negative_binomial_with_levels, and its gradient with respect to
    beta, levels, log_alpha, zeros_logit and X.
    """
    # forward sweep
    r = np.exp(-log_alpha)
    exponential = np.exp(-zeros_logit)
    zeros = 1.0 / (1.0 + exponential)
    total = 0.0

    # reverse sweep
    beta_bar = np.zeros_like(beta)
    levels_bar = np.zeros_like(levels)
    X_bar = np.empty_like(X)

    # forward and reverse in one sweep: the iterations are independent
    zeros_bar = 0.0
    r_bar = 0.0
    for i in range(X.shape[0]):
        eta = levels[group[i]]
        for j in range(X.shape[1]):
            eta += X[i, j] * beta[j]
        mu = np.exp(eta)
        ll = gammaln(y[i] + r) - gammaln(r) - gammaln(y[i] + 1.0)
        quotient = r / (r + mu)
        log_quotient = np.log(quotient)
        quotient_2 = mu / (r + mu)
        ll += r * log_quotient + y[i] * np.log(quotient_2)
        if y[i] == 0:
            exp_ll = np.exp(ll)
            total += np.log(zeros + (1.0 - zeros) * exp_ll)
            sum_bar = -1.0 / (zeros + (1.0 - zeros) * exp_ll)
            zeros_bar += (1.0 - exp_ll) * sum_bar
            ll_bar = exp_ll * (1.0 - zeros) * sum_bar
        else:
            total += np.log(1.0 - zeros) + ll
            zeros_bar += 1.0 / (1.0 - zeros)
            ll_bar = -1.0
        numerator_bar_2 = y[i] * ll_bar / quotient_2 / (r + mu)
        r_bar += log_quotient * ll_bar - quotient_2 * numerator_bar_2
        numerator_bar = r * ll_bar / quotient / (r + mu)
        r_bar += (1.0 - quotient) * numerator_bar + gammaln_adjoint(r, -ll_bar)
        r_bar += gammaln_adjoint(y[i] + r, ll_bar)
        eta_bar = mu * ((1.0 - quotient_2) * numerator_bar_2 - quotient * numerator_bar)
        for j in range(X.shape[1]):
            X_bar[i, j] = beta[j] * eta_bar
            beta_bar[j] += X[i, j] * eta_bar
        levels_bar[group[i]] += eta_bar
    zeros_logit_bar = exponential * zeros * zeros_bar / (1.0 + exponential)
    return -total, beta_bar, levels_bar, -r * r_bar, zeros_logit_bar, X_bar
