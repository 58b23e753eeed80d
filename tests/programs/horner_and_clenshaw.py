"""Horner's rule for powers and Clenshaw's for Chebyshev polynomials."""

import numpy as np


def horner_and_clenshaw(coefficients, x):
    p = 0.0
    for k in range(len(coefficients) - 1, -1, -1):
        p = p * x + coefficients[k]
    b1 = 0.0
    b2 = 0.0
    for c in coefficients[:0:-1]:
        b1, b2 = 2.0 * x * b1 - b2 + c, b1
    return p * (x * b1 - b2 + coefficients[0])


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]), 0.6)
