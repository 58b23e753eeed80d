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


def polygamma_adjoint(n, x, z_bar):
    return polygamma(n + 1, x) * z_bar


def psi_adjoint(x, z_bar):
    return polygamma(1, x) * z_bar


def shares_of_species_vjp(alpha, counts, steps, result_0_bar, result_1_bar):
    """The adjoints of alpha and counts of shares_of_species, for the adjoint of its
    result.
    """
    # forward sweep: saves alpha_2, total_4, total_3, z, bend, slope and a
    total = np.empty(counts.shape[0])
    for i in range(counts.shape[0]):
        total[i] = 0.0
        for j in range(counts.shape[1]):
            total[i] += counts[i, j]
    alpha_2 = alpha
    alpha_2_saved = []
    total_4_saved = np.empty(steps)
    total_3_saved = np.empty(steps)
    z_saved = np.empty(steps)
    bend_saved = []
    slope_saved = []
    a_saved = np.empty(steps)
    for k in range(steps):
        a = 0.0
        for i in range(len(alpha_2)):
            a += alpha_2[i]
        a_saved[k] = a
        if counts.shape[1] != len(alpha_2):
            raise ValueError("counts and alpha have different shapes")
        psi_result_2 = np.empty_like(alpha_2)
        for i_2 in range(len(alpha_2)):
            psi_result_2[i_2] = psi(alpha_2[i_2])
        slope = np.zeros(counts.shape[1])
        slope_saved.append(slope)
        psi_result_4 = psi(a)
        total_2 = 0.0
        bend = np.zeros(counts.shape[1])
        bend_saved.append(bend)
        polygamma_result_2 = np.empty_like(alpha_2)
        for i_5 in range(len(alpha_2)):
            polygamma_result_2[i_5] = polygamma(1, alpha_2[i_5])
        polygamma_result_4 = polygamma(1, a)
        z = 0.0
        for i in range(counts.shape[0]):
            total_2 += psi_result_4 - psi(total[i] + a)
            for j in range(counts.shape[1]):
                slope[j] += psi(counts[i, j] + alpha_2[j]) - psi_result_2[j]
                bend[j] += polygamma(1, counts[i, j] + alpha_2[j])
            z += polygamma_result_4 - polygamma(1, total[i] + a)
        z_saved[k] = z
        total_3 = 0.0
        total_4 = 0.0
        for i in range(counts.shape[1]):
            slope[i] += total_2 - 0.2 * alpha_2[i]
            bend[i] -= len(counts) * polygamma_result_2[i] + 0.2
            total_3 += slope[i] / bend[i]
            total_4 += 1.0 / bend[i]
        total_4_saved[k] = total_4
        total_3_saved[k] = total_3
        middle = total_3 / (1.0 / z + total_4)
        alpha_new = np.empty_like(alpha_2)
        for i in range(len(alpha_2)):
            alpha_new[i] = alpha_2[i] - 0.5 * (slope[i] - middle) / bend[i]
        alpha_2_saved.append(alpha_2)
        alpha_2 = alpha_new
    a = 0.0
    for i in range(len(alpha_2)):
        a += alpha_2[i]
    if counts.shape[1] != len(alpha_2):
        raise ValueError("counts and alpha have different shapes")
    gammaln_result_3 = np.empty_like(alpha_2)

    # reverse sweep
    counts_bar = np.empty_like(counts)
    alpha_2_bar = result_0_bar.copy()
    total_bar = np.empty_like(total)
    gammaln_result_3_bar = np.zeros_like(gammaln_result_3)

    # forward and reverse in one sweep: the iterations are independent
    gammaln_result_4_bar = 0.0
    a_bar = 0.0
    for i in range(counts.shape[0]):
        for j in range(counts.shape[1]):
            gammaln_result_3_bar[j] -= result_1_bar
            x_bar = gammaln_adjoint(counts[i, j] + alpha_2[j], result_1_bar)
            counts_bar[i, j] = x_bar
            alpha_2_bar[j] += x_bar
        gammaln_result_4_bar += result_1_bar
        x_bar = gammaln_adjoint(total[i] + a, -result_1_bar)
        total_bar[i] = x_bar
        a_bar += x_bar
    for i_9 in range(len(alpha_2)):
        alpha_2_bar[i_9] += gammaln_adjoint(alpha_2[i_9], gammaln_result_3_bar[i_9])
    a_bar += gammaln_adjoint(a, gammaln_result_4_bar)
    for i in range(len(alpha_2)):
        alpha_2_bar[i] += a_bar
    for k in range(steps - 1, -1, -1):
        alpha_2 = alpha_2_saved.pop()
        alpha_new_bar = alpha_2_bar
        alpha_2_bar = np.empty_like(alpha_2)
        total_4 = total_4_saved[k]
        z = z_saved[k]
        bend = bend_saved.pop()
        slope = slope_saved.pop()
        quotient = 1.0 / z
        middle = total_3_saved[k] / (quotient + total_4)
        slope_bar = np.empty_like(slope)
        bend_bar = np.empty_like(bend)
        middle_bar = 0.0
        for i in range(len(alpha_2)):
            alpha_2_bar[i] = alpha_new_bar[i]
            numerator_bar = -alpha_new_bar[i] / bend[i]
            slope_bar[i] = 0.5 * numerator_bar
            middle_bar -= 0.5 * numerator_bar
            bend_bar[i] = -0.5 * (slope[i] - middle) * numerator_bar / bend[i]
        numerator_bar_2 = middle_bar / (quotient + total_4)
        total_4_bar = -middle * numerator_bar_2
        z_bar = quotient * middle * numerator_bar_2 / z
        total_2_bar = 0.0
        polygamma_result_2_bar = np.empty_like(alpha_2)
        for i in range(counts.shape[1]):
            bend_bar[i] -= total_4_bar / bend[i] / bend[i]
            numerator_bar = numerator_bar_2 / bend[i]
            slope_bar[i] += numerator_bar
            bend_bar[i] -= slope[i] * numerator_bar / bend[i]
            polygamma_result_2_bar[i] = -len(counts) * bend_bar[i]
            total_2_bar += slope_bar[i]
            alpha_2_bar[i] -= 0.2 * slope_bar[i]
        a = a_saved[k]
        a_bar = 0.0
        psi_result_2_bar = np.zeros_like(alpha_2)
        psi_result_4_bar = 0.0
        polygamma_result_4_bar = 0.0
        for i in range(counts.shape[0]):
            polygamma_result_4_bar += z_bar
            x_bar = polygamma_adjoint(1, total[i] + a, -z_bar)
            total_bar[i] += x_bar
            a_bar += x_bar
            for j in range(counts.shape[1]):
                x_2 = counts[i, j] + alpha_2[j]
                x_2_bar = polygamma_adjoint(1, x_2, bend_bar[j])
                psi_result_2_bar[j] -= slope_bar[j]
                x_bar = psi_adjoint(counts[i, j] + alpha_2[j], slope_bar[j])
                counts_bar[i, j] += x_2_bar + x_bar
                alpha_2_bar[j] += x_2_bar + x_bar
            psi_result_4_bar += total_2_bar
            x_bar = psi_adjoint(total[i] + a, -total_2_bar)
            total_bar[i] += x_bar
            a_bar += x_bar
        a_bar += polygamma_adjoint(1, a, polygamma_result_4_bar)
        for i_5 in range(len(alpha_2)):
            alpha_2_bar[i_5] += polygamma_adjoint(
                1, alpha_2[i_5], polygamma_result_2_bar[i_5]
            )
        a_bar += psi_adjoint(a, psi_result_4_bar)
        for i_2 in range(len(alpha_2)):
            alpha_2_bar[i_2] += psi_adjoint(alpha_2[i_2], psi_result_2_bar[i_2])
        for i in range(len(alpha_2)):
            alpha_2_bar[i] += a_bar
    for i in range(counts.shape[0]):
        for j in range(counts.shape[1]):
            counts_bar[i, j] += total_bar[i]
    return alpha_2_bar, counts_bar
