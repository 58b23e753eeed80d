"""A straight line through points with outliers, whose errors have heavy tails."""

import numpy as np
from scipy.special import gammaln


def student_t_regression(beta, log_scale, nu, x, y):
    residual = (y - np.polyval(beta, x)) / np.exp(log_scale)
    constant = gammaln(0.5 * (nu + 1.0)) - gammaln(0.5 * nu) - 0.5 * np.log(np.pi * nu)
    terms = constant - log_scale - 0.5 * (nu + 1.0) * np.log1p(residual**2 / nu)
    return -terms.sum()


EXAMPLE = (
    np.array([0.8, 0.3]),
    -0.4,
    3.5,
    np.array([0.1, 0.9, 1.7, 2.2]),
    np.array([0.5, 0.8, 4.1, 2.0]),
)
