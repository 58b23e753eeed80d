import math

import numpy as np


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
        tail_2 = -2.7595228851242334e-10 * x
        term_2 = (5.731367241678862e-10 + tail_2) * x
        factor_2 = -1.1921401405860912e-09 + term_2
        tail_2 = factor_2 * x
        term_3 = (2.4836745438024785e-09 + tail_2) * x
        factor_3 = -5.183475041970047e-09 + term_3
        tail_2 = factor_3 * x
        term_4 = (1.0838659214896955e-08 + tail_2) * x
        factor_4 = -2.2711094608943164e-08 + term_4
        tail_2 = factor_4 * x
        term_5 = (4.7698101693639804e-08 + tail_2) * x
        factor_5 = -1.0043224823968099e-07 + term_5
        tail_2 = factor_5 * x
        term_6 = (2.1207184805554665e-07 + tail_2) * x
        factor_6 = -4.492469198764566e-07 + term_6
        tail_2 = factor_6 * x
        factor_7 = -2.039215753801366e-06 + (9.55141213040742e-07 + tail_2) * x
        tail_2 = factor_7 * x
        factor_8 = -9.439488275268397e-06 + (4.374866789907488e-06 + tail_2) * x
        tail_2 = factor_8 * x
        factor_9 = -4.492623673813314e-05 + (2.050721277567069e-05 + tail_2) * x
        tail_2 = factor_9 * x
        term_7 = (9.945751278180853e-05 + tail_2) * x
        factor_10 = -0.00022315475845357939 + term_7
        tail_2 = factor_10 * x
        factor_11 = -0.001192753911703261 + (0.0005096695247430425 + tail_2) * x
        tail_2 = factor_11 * x
        factor_12 = -0.007385551028673986 + (0.0028905103307415234 + tail_2) * x
        tail_2 = factor_12 * x
        tail_2 = (-0.0673523010531981 + (0.020580808427784546 + tail_2) * x) * x
        tail_2 = (0.42278433509846713 + (0.3224670334241132 + tail_2) * x) * x
        result = tail_2 - math.log1p(x) - math.log(x)
    elif x < 1.5:
        w_2 = x - 1.0
        tail_3 = -2.7595228851242334e-10 * w_2
        term_8 = (5.731367241678862e-10 + tail_3) * w_2
        factor_13 = -1.1921401405860912e-09 + term_8
        tail_3 = factor_13 * w_2
        term_9 = (2.4836745438024785e-09 + tail_3) * w_2
        factor_14 = -5.183475041970047e-09 + term_9
        tail_3 = factor_14 * w_2
        term_10 = (1.0838659214896955e-08 + tail_3) * w_2
        factor_15 = -2.2711094608943164e-08 + term_10
        tail_3 = factor_15 * w_2
        term_11 = (4.7698101693639804e-08 + tail_3) * w_2
        factor_16 = -1.0043224823968099e-07 + term_11
        tail_3 = factor_16 * w_2
        term_12 = (2.1207184805554665e-07 + tail_3) * w_2
        factor_17 = -4.492469198764566e-07 + term_12
        tail_3 = factor_17 * w_2
        term_13 = (9.55141213040742e-07 + tail_3) * w_2
        factor_18 = -2.039215753801366e-06 + term_13
        tail_3 = factor_18 * w_2
        term_14 = (4.374866789907488e-06 + tail_3) * w_2
        factor_19 = -9.439488275268397e-06 + term_14
        tail_3 = factor_19 * w_2
        term_15 = (2.050721277567069e-05 + tail_3) * w_2
        factor_20 = -4.492623673813314e-05 + term_15
        tail_3 = factor_20 * w_2
        term_16 = (9.945751278180853e-05 + tail_3) * w_2
        factor_21 = -0.00022315475845357939 + term_16
        tail_3 = factor_21 * w_2
        term_17 = (0.0005096695247430425 + tail_3) * w_2
        factor_22 = -0.001192753911703261 + term_17
        tail_3 = factor_22 * w_2
        term_18 = (0.0028905103307415234 + tail_3) * w_2
        factor_23 = -0.007385551028673986 + term_18
        tail_3 = factor_23 * w_2
        term_19 = (0.020580808427784546 + tail_3) * w_2
        factor_24 = -0.0673523010531981 + term_19
        tail_3 = factor_24 * w_2
        term_20 = (0.3224670334241132 + tail_3) * w_2
        factor_25 = 0.42278433509846713 + term_20
        tail_3 = factor_25 * w_2
        result = tail_3 - math.log1p(x - 1.0)
    else:
        factor = 1.0
        while x > 2.5:
            x -= 1.0
            factor *= x
        w_3 = x - 2.0
        tail_4 = -2.7595228851242334e-10 * w_3
        term_21 = (5.731367241678862e-10 + tail_4) * w_3
        factor_26 = -1.1921401405860912e-09 + term_21
        tail_4 = factor_26 * w_3
        term_22 = (2.4836745438024785e-09 + tail_4) * w_3
        factor_27 = -5.183475041970047e-09 + term_22
        tail_4 = factor_27 * w_3
        term_23 = (1.0838659214896955e-08 + tail_4) * w_3
        factor_28 = -2.2711094608943164e-08 + term_23
        tail_4 = factor_28 * w_3
        term_24 = (4.7698101693639804e-08 + tail_4) * w_3
        factor_29 = -1.0043224823968099e-07 + term_24
        tail_4 = factor_29 * w_3
        term_25 = (2.1207184805554665e-07 + tail_4) * w_3
        factor_30 = -4.492469198764566e-07 + term_25
        tail_4 = factor_30 * w_3
        term_26 = (9.55141213040742e-07 + tail_4) * w_3
        factor_31 = -2.039215753801366e-06 + term_26
        tail_4 = factor_31 * w_3
        term_27 = (4.374866789907488e-06 + tail_4) * w_3
        factor_32 = -9.439488275268397e-06 + term_27
        tail_4 = factor_32 * w_3
        term_28 = (2.050721277567069e-05 + tail_4) * w_3
        factor_33 = -4.492623673813314e-05 + term_28
        tail_4 = factor_33 * w_3
        term_29 = (9.945751278180853e-05 + tail_4) * w_3
        factor_34 = -0.00022315475845357939 + term_29
        tail_4 = factor_34 * w_3
        term_30 = (0.0005096695247430425 + tail_4) * w_3
        factor_35 = -0.001192753911703261 + term_30
        tail_4 = factor_35 * w_3
        term_31 = (0.0028905103307415234 + tail_4) * w_3
        factor_36 = -0.007385551028673986 + term_31
        tail_4 = factor_36 * w_3
        term_32 = (0.020580808427784546 + tail_4) * w_3
        factor_37 = -0.0673523010531981 + term_32
        tail_4 = factor_37 * w_3
        term_33 = (0.3224670334241132 + tail_4) * w_3
        factor_38 = 0.42278433509846713 + term_33
        tail_4 = factor_38 * w_3
        result = tail_4 + math.log(factor)
    return result


def gammaln(x):
    """The logarithm of the absolute value of the gamma function."""
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
    """The digamma function, the derivative of the logarithm of gamma."""
    return digamma(x) if x >= 0.0 or x != np.floor(x) else math.nan


def gammaln_tangent(x, x_dot):
    z = gammaln(x)
    return z, psi(x) * x_dot


def polyval_2_tangent(p, x, p_dot, x_dot):
    """polyval_2 and its tangent."""
    value_dot = 0.0
    value = 0.0
    for k in range(len(p)):
        value_dot = value_dot * x + value * x_dot + p_dot[k]
        value = value * x + p[k]
    return value, value_dot


def polyval_tangent(p, x, p_dot, x_dot):
    """polyval and its tangent."""
    values_dot = np.zeros(x.shape)
    values = np.empty(x.shape)
    for i in range(len(x)):
        values[i], values_dot[i] = polyval_2_tangent(p, x[i], p_dot, x_dot[i])
    return values, values_dot


def student_t_regression_jvp(
    beta, log_scale, nu, x, y, beta_dot, log_scale_dot, nu_dot, x_dot, y_dot
):
    """The value of student_t_regression, and its derivative in the direction
    beta_dot, log_scale_dot, nu_dot, x_dot, y_dot.
    """
    polyval_result, polyval_result_dot = polyval_tangent(beta, x, beta_dot, x_dot)
    if len(y) != len(polyval_result):
        raise ValueError("y and polyval_result have different shapes")
    exp_log_scale = np.exp(log_scale)
    exp_log_scale_dot = exp_log_scale * log_scale_dot
    gammaln_result, gammaln_result_dot = gammaln_tangent(0.5 * (nu + 1.0), 0.5 * nu_dot)
    gammaln_result_2, gammaln_result_2_dot = gammaln_tangent(0.5 * nu, 0.5 * nu_dot)
    constant_dot = (
        gammaln_result_dot - gammaln_result_2_dot - 0.5 * np.pi * nu_dot / (np.pi * nu)
    )
    constant = gammaln_result - gammaln_result_2 - 0.5 * np.log(np.pi * nu)
    total_dot = 0.0
    total = 0.0
    for i in range(len(y)):
        residual = (y[i] - polyval_result[i]) / exp_log_scale
        factor = y_dot[i] - polyval_result_dot[i] - residual * exp_log_scale_dot
        residual_dot = factor / exp_log_scale
        quotient = residual**2 / nu
        quotient_dot = (2.0 * residual * residual_dot - quotient * nu_dot) / nu
        log1p_quotient_dot = quotient_dot / (1.0 + quotient)
        log1p_quotient = np.log1p(quotient)
        terms_dot = (
            constant_dot
            - log_scale_dot
            - (0.5 * nu_dot * log1p_quotient + 0.5 * (nu + 1.0) * log1p_quotient_dot)
        )
        terms = constant - log_scale - 0.5 * (nu + 1.0) * log1p_quotient
        total_dot += terms_dot
        total += terms
    return -total, -total_dot
