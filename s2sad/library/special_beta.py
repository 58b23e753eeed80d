"""The beta function, its logarithm, and the numbers of combinations.

NIST Digital Library of Mathematical Functions: 5.12.1, with Stirling's series 5.11.1
for large arguments, in which the large terms are taken together; binomials 1.2.6.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_gamma import gammaln, psi, stirling_tail


def stirling_ratio(b, a):
    """The logarithm of gamma(b) / gamma(a + b), for b > 10 and a > 0."""
    tails = stirling_tail(b) - stirling_tail(a + b)
    return tails - (b - 0.5) * math.log1p(a / b) + a - a * math.log(a + b)


@defines("scipy.special.betaln")
@elementwise
def betaln(a, b):
    """The logarithm of the absolute value of the beta function."""
    small = min(a, b)
    large = max(a, b)
    if small > 10.0:
        half = 0.5 * math.log(2.0 * math.pi / large)
        tails = stirling_tail(small) + stirling_tail(large) - stirling_tail(a + b)
        first = (small - 0.5) * math.log(small / (a + b))
        return half + tails + first - large * math.log1p(small / large)
    if small > 0.0 and large > 10.0:
        return gammaln(small) + stirling_ratio(large, small)
    return gammaln(a) + gammaln(b) - gammaln(a + b)


@rule_of(betaln)
def betaln_rule(a, b):
    z = betaln(a, b)
    z_dot = (psi(a) - psi(a + b)) * a_dot + (psi(b) - psi(a + b)) * b_dot
    a_bar += (psi(a) - psi(a + b)) * z_bar
    b_bar += (psi(b) - psi(a + b)) * z_bar


@defines("scipy.special.beta")
@elementwise
def beta(a, b):
    """The beta function."""
    if max(abs(a), abs(b)) <= 10.0:
        total = a + b
        if total <= 0.0 and total == np.floor(total) and a != np.floor(a):
            return 0.0
        return math.gamma(a) / math.gamma(total) * math.gamma(b)
    if min(a, b) > 0.0:
        return math.exp(betaln(a, b))
    return gamma_sign(a) * gamma_sign(b) * gamma_sign(a + b) * math.exp(betaln(a, b))


@rule_of(beta)
def beta_rule(a, b):
    z = beta(a, b)
    z_dot = z * ((psi(a) - psi(a + b)) * a_dot + (psi(b) - psi(a + b)) * b_dot)
    a_bar += z * (psi(a) - psi(a + b)) * z_bar
    b_bar += z * (psi(b) - psi(a + b)) * z_bar


def gamma_sign(x):
    """The sign of the gamma function."""
    return 1.0 if x > 0.0 or np.floor(x) % 2.0 == 0.0 else -1.0


@defines("scipy.special.binom")
@elementwise
def binom(n, k):
    """The binomial coefficient of real numbers."""
    if n < 0.0 and n == np.floor(n):
        return math.nan
    whole = k == np.floor(k)
    if whole and (k < 0.0 or (n == np.floor(n) and k > n)):
        return 0.0
    if whole and n == np.floor(n):
        k = min(k, n - k)
    if whole and k < 30.0:
        product = 1.0
        for i in range(int(k)):
            product *= (n - i) / (i + 1.0)
        return np.rint(product) if n == np.floor(n) and product < 1e15 else product
    return 1.0 / ((n + 1.0) * beta(1.0 + n - k, 1.0 + k))


@rule_of(binom)
def binom_rule(n, k):
    z = binom(n, k)
    z_dot = z * (
        (psi(n + 1.0) - psi(n - k + 1.0)) * n_dot
        + (psi(n - k + 1.0) - psi(k + 1.0)) * k_dot
    )
    n_bar += z * (psi(n + 1.0) - psi(n - k + 1.0)) * z_bar
    k_bar += z * (psi(n - k + 1.0) - psi(k + 1.0)) * z_bar


@defines("scipy.special.comb")
@elementwise
def comb(N, k, exact=False, repetition=False):
    """The number of combinations of N things taken k at a time."""
    if exact:
        return np.rint(comb(N, k, repetition=repetition))
    if repetition:
        return binom(N + k - 1.0, k) if N > 0.0 or k > 0.0 else 1.0
    return binom(N, k) if 0.0 <= k <= N else 0.0


@defines("scipy.special.factorial")
@elementwise
def factorial(n):
    """The factorial, as gamma(n + 1); 0 below 0."""
    return 0.0 if n < 0.0 else math.gamma(n + 1.0)


@defines("math.factorial")
@elementwise
def integer_factorial(n: int) -> int:
    """The factorial of an integer."""
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    if n > 20:
        raise OverflowError("a factorial beyond 64 bits: scipy.special.factorial")
    product = 1
    for k in range(2, n + 1):
        product *= k
    return product


@defines("math.perm")
@elementwise
def permutations(n: int, k: int) -> int:
    """The number of ways to choose k of n things, in order."""
    if n < 0 or k < 0:
        raise ValueError("n and k must be non-negative integers")
    product = 1
    for i in range(min(k, n + 1)):
        check_product(product, n - i)
        product *= n - i
    return product


def check_product(product, factor):
    """Refuse an integer that would not fit into 64 bits."""
    if factor > 0 and product > 9223372036854775807 // factor:
        raise OverflowError("a number of ways beyond 64 bits: scipy.special.comb")


@defines("math.comb")
@elementwise
def combinations(n: int, k: int) -> int:
    """The number of ways to choose k of n things."""
    if n < 0 or k < 0:
        raise ValueError("n and k must be non-negative integers")
    if k > n:
        return 0
    product = 1
    for i in range(min(k, n - k)):
        check_product(product, n - i)
        product = product * (n - i) // (i + 1)
    return product
