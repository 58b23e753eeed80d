"""The error function, its complement, gamma and log-gamma."""

import math


def error_and_gamma_functions(x):
    a = math.erf(x) * math.erfc(0.5 * x)
    return a + math.gamma(1.0 + x) - math.lgamma(x + 2.5)


EXAMPLE = (0.7,)
