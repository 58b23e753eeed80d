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


def polyval_2(p, x):
    """A polynomial at x, its highest coefficient first."""
    value = 0.0
    for k in range(len(p)):
        value = value * x + p[k]
    return value


def polyval(p, x):
    """A polynomial at x, its highest coefficient first."""
    values = np.empty(x.shape)
    for i in range(len(x)):
        values[i] = polyval_2(p, x[i])
    return values


def polyval_2_adjoint(p, x, result_bar, p_bar):
    """The adjoint of x in polyval_2; the adjoint of p is added to p_bar."""
    # forward sweep: saves value
    value = 0.0
    value_saved = np.empty(len(p))
    for k in range(len(p)):
        value_saved[k] = value
        value = value * x + p[k]

    # reverse sweep
    value_bar = result_bar
    x_bar = 0.0
    for k in range(len(p) - 1, -1, -1):
        x_bar += value_saved[k] * value_bar
        p_bar[k] += value_bar
        value_bar = x * value_bar
    return x_bar


def polyval_adjoint(p, x, result_bar, p_bar, x_bar):
    """The adjoint of p and x is added to p_bar, x_bar."""
    for i in range(len(x)):
        x_bar_part = polyval_2_adjoint(p, x[i], result_bar[i], p_bar)
        x_bar[i] += x_bar_part


def student_t_regression_value_and_grad(beta, log_scale, nu, x, y):
    """The value of student_t_regression, and its gradient with respect to beta,
    log_scale, nu, x and y.
    """
    # forward sweep
    polyval_result = polyval(beta, x)
    if len(y) != len(polyval_result):
        raise ValueError("y and polyval_result have different shapes")
    exp_log_scale = np.exp(log_scale)
    constant = gammaln(0.5 * (nu + 1.0)) - gammaln(0.5 * nu) - 0.5 * np.log(np.pi * nu)
    total = 0.0

    # reverse sweep
    beta_bar = np.zeros_like(beta)
    x_bar = np.zeros_like(x)
    y_bar = np.empty_like(y)
    polyval_result_bar = np.empty_like(polyval_result)

    # forward and reverse in one sweep: the iterations are independent
    constant_bar = 0.0
    exp_log_scale_bar = 0.0
    nu_bar = 0.0
    log_scale_bar = 0.0
    for i in range(len(x)):
        residual = (y[i] - polyval_result[i]) / exp_log_scale
        quotient = residual**2 / nu
        log1p_quotient = np.log1p(quotient)
        terms = constant - log_scale - 0.5 * (nu + 1.0) * log1p_quotient
        total += terms
        constant_bar -= 1.0
        log_scale_bar += 1.0
        numerator_bar = 0.5 * (nu + 1.0) / (1.0 + quotient) / nu
        nu_bar -= quotient * numerator_bar - 0.5 * log1p_quotient
        numerator_bar = 2.0 * residual * numerator_bar / exp_log_scale
        y_bar[i] = numerator_bar
        polyval_result_bar[i] = -numerator_bar
        exp_log_scale_bar -= residual * numerator_bar
    nu_bar -= 0.5 * np.pi * constant_bar / (np.pi * nu)
    nu_bar += 0.5 * gammaln_adjoint(0.5 * nu, -constant_bar)
    nu_bar += 0.5 * gammaln_adjoint(0.5 * (nu + 1.0), constant_bar)
    log_scale_bar += exp_log_scale * exp_log_scale_bar
    polyval_adjoint(beta, x, polyval_result_bar, beta_bar, x_bar)
    return -total, beta_bar, log_scale_bar, nu_bar, x_bar, y_bar
