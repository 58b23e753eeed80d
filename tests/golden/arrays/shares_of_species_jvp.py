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


def polygamma_tangent(n, x, x_dot):
    z = polygamma(n, x)
    return z, polygamma(n + 1, x) * x_dot


def psi_tangent(x, x_dot):
    z = psi(x)
    return z, polygamma(1, x) * x_dot


def shares_of_species_jvp(alpha, counts, steps, alpha_dot, counts_dot):
    """The value of shares_of_species, and its derivative in the direction alpha_dot,
    counts_dot.
    """
    total_dot = np.empty(counts.shape[0])
    total = np.empty(counts.shape[0])
    for i in range(counts.shape[0]):
        total_dot[i] = 0.0
        total[i] = 0.0
        for j in range(counts.shape[1]):
            total_dot[i] += counts_dot[i, j]
            total[i] += counts[i, j]
    slope_dot = np.empty(counts.shape[1])
    slope = np.empty(counts.shape[1])
    bend_dot = np.empty(counts.shape[1])
    bend = np.empty(counts.shape[1])
    for _ in range(steps):
        a_dot = 0.0
        a = 0.0
        for i in range(len(alpha)):
            a_dot += alpha_dot[i]
            a += alpha[i]
        if counts.shape[1] != len(alpha):
            raise ValueError("counts and alpha have different shapes")
        psi_result_2_dot = np.zeros_like(alpha)
        psi_result_2 = np.empty_like(alpha)
        for i_2 in range(len(alpha)):
            psi_result_2[i_2], psi_result_2_dot[i_2] = psi_tangent(
                alpha[i_2], alpha_dot[i_2]
            )
        slope_dot[:] = 0.0
        slope[:] = 0.0
        psi_result_4, psi_result_4_dot = psi_tangent(a, a_dot)
        total_2_dot = 0.0
        total_2 = 0.0
        bend_dot[:] = 0.0
        bend[:] = 0.0
        polygamma_result_2_dot = np.zeros_like(alpha)
        polygamma_result_2 = np.empty_like(alpha)
        for i_5 in range(len(alpha)):
            polygamma_result_2[i_5], polygamma_result_2_dot[i_5] = polygamma_tangent(
                1, alpha[i_5], alpha_dot[i_5]
            )
        polygamma_result_4, polygamma_result_4_dot = polygamma_tangent(1, a, a_dot)
        z_dot = 0.0
        z = 0.0
        for i in range(counts.shape[0]):
            x = total[i] + a
            psi_result, psi_result_dot = psi_tangent(x, total_dot[i] + a_dot)
            total_2_dot += psi_result_4_dot - psi_result_dot
            total_2 += psi_result_4 - psi_result
            for j in range(counts.shape[1]):
                x = counts[i, j] + alpha[j]
                psi_result, psi_result_dot = psi_tangent(
                    x, counts_dot[i, j] + alpha_dot[j]
                )
                slope_dot[j] += psi_result_dot - psi_result_2_dot[j]
                slope[j] += psi_result - psi_result_2[j]
                x_dot = counts_dot[i, j] + alpha_dot[j]
                x = counts[i, j] + alpha[j]
                polygamma_result, polygamma_result_dot = polygamma_tangent(1, x, x_dot)
                bend_dot[j] += polygamma_result_dot
                bend[j] += polygamma_result
            x_dot = total_dot[i] + a_dot
            x = total[i] + a
            polygamma_result, polygamma_result_dot = polygamma_tangent(1, x, x_dot)
            z_dot += polygamma_result_4_dot - polygamma_result_dot
            z += polygamma_result_4 - polygamma_result
        total_3_dot = 0.0
        total_3 = 0.0
        total_4_dot = 0.0
        total_4 = 0.0
        for i in range(counts.shape[1]):
            slope_dot[i] += total_2_dot - 0.2 * alpha_dot[i]
            slope[i] += total_2 - 0.2 * alpha[i]
            bend_dot[i] -= len(counts) * polygamma_result_2_dot[i]
            bend[i] -= len(counts) * polygamma_result_2[i] + 0.2
            quotient = slope[i] / bend[i]
            total_3_dot += (slope_dot[i] - quotient * bend_dot[i]) / bend[i]
            total_3 += quotient
            quotient = 1.0 / bend[i]
            total_4_dot -= quotient * bend_dot[i] / bend[i]
            total_4 += quotient
        quotient = 1.0 / z
        quotient_dot = -quotient * z_dot / z
        middle = total_3 / (quotient + total_4)
        factor = total_3_dot - middle * (quotient_dot + total_4_dot)
        middle_dot = factor / (quotient + total_4)
        alpha_new_dot = np.empty_like(alpha)
        alpha_new = np.empty_like(alpha)
        for i in range(len(alpha)):
            quotient = 0.5 * (slope[i] - middle) / bend[i]
            factor_2 = 0.5 * (slope_dot[i] - middle_dot) - quotient * bend_dot[i]
            quotient_dot = factor_2 / bend[i]
            alpha_new_dot[i] = alpha_dot[i] - quotient_dot
            alpha_new[i] = alpha[i] - quotient
        alpha_dot = alpha_new_dot
        alpha = alpha_new
    a_dot = 0.0
    a = 0.0
    for i in range(len(alpha)):
        a_dot += alpha_dot[i]
        a += alpha[i]
    gammaln_result_4, gammaln_result_4_dot = gammaln_tangent(a, a_dot)
    likelihood_dot = 0.0
    likelihood = 0.0
    if counts.shape[1] != len(alpha):
        raise ValueError("counts and alpha have different shapes")
    gammaln_result_3_dot = np.zeros_like(alpha)
    gammaln_result_3 = np.empty_like(alpha)
    for i_9 in range(len(alpha)):
        gammaln_result_3[i_9], gammaln_result_3_dot[i_9] = gammaln_tangent(
            alpha[i_9], alpha_dot[i_9]
        )
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(counts.shape[0]):
        x = total[i] + a
        gammaln_result, gammaln_result_dot = gammaln_tangent(x, total_dot[i] + a_dot)
        likelihood_dot += gammaln_result_4_dot - gammaln_result_dot
        likelihood += gammaln_result_4 - gammaln_result
        for j in range(counts.shape[1]):
            x_dot = counts_dot[i, j] + alpha_dot[j]
            x = counts[i, j] + alpha[j]
            gammaln_result, gammaln_result_dot = gammaln_tangent(x, x_dot)
            total_5_dot += gammaln_result_dot - gammaln_result_3_dot[j]
            total_5 += gammaln_result - gammaln_result_3[j]
    likelihood += total_5
    return alpha, likelihood, alpha_dot, likelihood_dot + total_5_dot
