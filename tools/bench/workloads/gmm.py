"""The posterior of a Gaussian mixture, the first objective of the ADBench suite.

likelihood only accumulates over the points, so each point walks back at once; what its
adjoint reads (centred and z) gets a row for each component, reused by every point.
"""

import math

import numpy as np
from numba import njit

import s2sad


@njit(error_model="numpy")
def log_sum_exp(x):
    largest = np.max(x)
    total = 0.0
    for i in range(len(x)):
        total += math.exp(x[i] - largest)
    return math.log(total) + largest


@njit(error_model="numpy")
def log_wishart_constant(d, gamma, m):
    freedom = d + m + 1
    result = freedom * d * (math.log(gamma) - 0.5 * math.log(2.0))
    result -= 0.25 * d * (d - 1) * math.log(math.pi)
    for j in range(d):
        result -= math.lgamma(0.5 * (freedom - j))
    return result


def primal(alphas, means, icf, x, gamma, m):
    """The log posterior of a Gaussian mixture; icf: log diagonal, lower triangle."""
    n, d = x.shape
    components = len(alphas)
    diagonal = np.empty((components, d))
    log_det = np.zeros(components)
    prior = 0.0
    for k in range(components):
        for j in range(d):
            diagonal[k, j] = math.exp(icf[k, j])
            log_det[k] += icf[k, j]
            prior += 0.5 * gamma**2 * diagonal[k, j] ** 2
        for j in range(d, icf.shape[1]):
            prior += 0.5 * gamma**2 * icf[k, j] ** 2
        prior -= m * log_det[k]

    centred = np.empty(d)
    z = np.empty(d)
    logits = np.empty(components)
    likelihood = 0.0
    for p in range(n):
        for k in range(components):
            for j in range(d):
                centred[j] = x[p, j] - means[k, j]
                z[j] = diagonal[k, j] * centred[j]
            entry = d
            for i in range(d):
                for j in range(i + 1, d):
                    z[j] += icf[k, entry] * centred[i]
                    entry += 1
            square = 0.0
            for j in range(d):
                square += z[j] ** 2
            logits[k] = alphas[k] + log_det[k] - 0.5 * square
        likelihood += log_sum_exp(logits)

    likelihood -= n * (0.5 * d * math.log(2.0 * math.pi) + log_sum_exp(alphas))
    return likelihood + prior - components * log_wishart_constant(d, gamma, m)


@njit(error_model="numpy")
def log_sum_exp_adjoint(x, result_bar, x_bar):
    """The adjoint of x in log_sum_exp is added to x_bar."""
    largest = np.max(x)
    total = 0.0
    for i in range(len(x)):
        total += math.exp(x[i] - largest)

    # reverse sweep: total only accumulates, so nothing is saved
    total_bar = result_bar / total
    largest_bar = result_bar
    for i in range(len(x)):
        difference_bar = math.exp(x[i] - largest) * total_bar
        x_bar[i] += difference_bar
        largest_bar -= difference_bar
    x_bar[np.argmax(x)] += largest_bar


def by_hand(alphas, means, icf, x, gamma, m):
    """The gradient of primal with respect to alphas, means and icf."""
    n, d = x.shape
    components = len(alphas)
    alphas_bar = np.zeros_like(alphas)
    means_bar = np.zeros_like(means)
    icf_bar = np.zeros_like(icf)
    diagonal = np.empty((components, d))
    diagonal_bar = np.zeros((components, d))
    log_det = np.zeros(components)
    log_det_bar = np.zeros(components)
    for k in range(components):
        for j in range(d):
            diagonal[k, j] = math.exp(icf[k, j])
            log_det[k] += icf[k, j]

    # forward and reverse in one sweep: likelihood only accumulates
    log_sum_exp_adjoint(alphas, -1.0 * n, alphas_bar)
    centred = np.empty((components, d))
    z = np.empty((components, d))
    z_bar = np.empty(d)
    logits = np.empty(components)
    logits_bar = np.zeros(components)
    for p in range(n):
        for k in range(components):
            for j in range(d):
                centred[k, j] = x[p, j] - means[k, j]
                z[k, j] = diagonal[k, j] * centred[k, j]
            entry = d
            for i in range(d):
                for j in range(i + 1, d):
                    z[k, j] += icf[k, entry] * centred[k, i]
                    entry += 1
            square = 0.0
            for j in range(d):
                square += z[k, j] ** 2
            logits[k] = alphas[k] + log_det[k] - 0.5 * square

        log_sum_exp_adjoint(logits, 1.0, logits_bar)
        for k in range(components):
            alphas_bar[k] += logits_bar[k]
            log_det_bar[k] += logits_bar[k]
            square_bar = -0.5 * logits_bar[k]
            logits_bar[k] = 0.0
            for j in range(d):
                z_bar[j] = 2.0 * z[k, j] * square_bar
            entry = d
            for i in range(d):
                diagonal_bar[k, i] += centred[k, i] * z_bar[i]
                centred_bar = diagonal[k, i] * z_bar[i]
                for j in range(i + 1, d):
                    icf_bar[k, entry] += centred[k, i] * z_bar[j]
                    centred_bar += icf[k, entry] * z_bar[j]
                    entry += 1
                means_bar[k, i] -= centred_bar

    # reverse sweep of the prior and the diagonal
    for k in range(components):
        log_det_bar[k] -= m
        for j in range(d, icf.shape[1]):
            icf_bar[k, j] += gamma**2 * icf[k, j]
        for j in range(d):
            diagonal_bar[k, j] += gamma**2 * diagonal[k, j]
            icf_bar[k, j] += log_det_bar[k] + diagonal[k, j] * diagonal_bar[k, j]
    return alphas_bar, means_bar, icf_bar


def derivative():
    return s2sad.grad(primal, argnums=(0, 1, 2))


def arguments(quick, n=1000, d=10, components=25):
    if quick:
        n, d, components = 6, 3, 2
    generator = np.random.default_rng(0)
    alphas = generator.standard_normal(components)
    means = generator.uniform(size=(components, d))
    icf = 0.3 * generator.standard_normal((components, d * (d + 1) // 2))
    return alphas, means, icf, generator.standard_normal((n, d)), 1.0, 2
