"""Complete elliptic integrals by the arithmetic-geometric mean.

NIST Digital Library of Mathematical Functions: 19.8.1 to 19.8.6 (the mean), 19.4.1 and
19.4.2 (derivatives). D is (K - E) / m, which is taken as such: nothing cancels at 0.
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.specialise.definitions import defines, elementwise


def elliptic_d(m):
    """(K(m) - E(m)) / m of the complete elliptic integrals."""
    a = 1.0
    b = math.sqrt(1.0 - m)
    total = 0.5
    weight = 1.0
    part = 1.0
    for _ in range(9):
        mean = 0.5 * (a + b)
        part = m * (part / (4.0 * mean)) ** 2
        total += weight * part
        weight *= 2.0
        b = math.sqrt(a * b)
        a = mean
    return 0.5 * math.pi / a * total


@defines("scipy.special.ellipk")
@elementwise
def ellipk(m):
    """The complete elliptic integral of the first kind, of the parameter m."""
    if m == 1.0:
        return math.inf
    a = 1.0
    b = math.sqrt(1.0 - m)
    for _ in range(9):
        mean = 0.5 * (a + b)
        b = math.sqrt(a * b)
        a = mean
    return 0.5 * math.pi / a


@rule_of(ellipk)
def ellipk_rule(m):
    z = ellipk(m)
    z_dot = 0.5 * (z - elliptic_d(m)) / (1.0 - m) * m_dot
    m_bar += 0.5 * (z - elliptic_d(m)) / (1.0 - m) * z_bar


@defines("scipy.special.ellipe")
@elementwise
def ellipe(m):
    """The complete elliptic integral of the second kind, of the parameter m."""
    return ellipk(m) - m * elliptic_d(m) if m != 1.0 else 1.0


@rule_of(ellipe)
def ellipe_rule(m):
    z = ellipe(m)
    z_dot = -0.5 * elliptic_d(m) * m_dot
    m_bar -= 0.5 * elliptic_d(m) * z_bar
