"""Dirichlet's and the multinomial together: compositions that vary, their estimate."""

import numpy as np
from scipy.special import gammaln, polygamma, psi


def shares_of_species(alpha, counts, steps):
    total = counts.sum(axis=1)
    for _ in range(steps):  # Newton's method with a Hessian of rank one more
        a = alpha.sum()
        slope = np.sum(psi(counts + alpha) - psi(alpha), axis=0)
        slope += np.sum(psi(a) - psi(total + a)) - 0.2 * alpha
        bend = np.sum(polygamma(1, counts + alpha), axis=0)
        bend -= len(counts) * polygamma(1, alpha) + 0.2
        z = np.sum(polygamma(1, a) - polygamma(1, total + a))
        middle = np.sum(slope / bend) / (1.0 / z + np.sum(1.0 / bend))
        alpha = alpha - 0.5 * (slope - middle) / bend
    a = alpha.sum()
    likelihood = np.sum(gammaln(a) - gammaln(total + a))
    likelihood += np.sum(gammaln(counts + alpha) - gammaln(alpha))
    return alpha, likelihood


EXAMPLE = (
    np.array([1.1, 0.7, 1.6]),
    np.array([[3.0, 1.0, 4.0], [2.0, 0.0, 5.0], [6.0, 2.0, 1.0], [1.0, 3.0, 2.0]]),
    2,
)
