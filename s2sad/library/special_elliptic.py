"""Elliptic integrals: complete ones by a mean, others by Carlson's symmetric forms.

NIST Digital Library of Mathematical Functions: 19.8.1 to 19.8.6 (the mean), 19.25.5,
19.25.9 and 19.25.13 (symmetric forms), 19.36.1 and 19.36.2 (their series), 19.2.10
(beyond a quarter), 19.4 (derivatives). D is (F - E) / m, or (K - E) / m, which is taken
as such: nothing cancels at 0.
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


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


def carlson_f(x, y):
    """Carlson's symmetric integral of the first kind, of x, y and 1."""
    z = 1.0
    x_off, y_off = (y + z - 2.0 * x) / 3.0, (x + z - 2.0 * y) / 3.0
    mean = (x + y + z) / 3.0
    for _ in range(7):
        a, b, c = math.sqrt(x), math.sqrt(y), math.sqrt(z)
        shift = a * b + b * c + c * a
        x, y, z = 0.25 * (x + shift), 0.25 * (y + shift), 0.25 * (z + shift)
        x_off, y_off = 0.25 * x_off, 0.25 * y_off
        mean = 0.25 * (mean + shift)
    x_off, y_off = x_off / mean, y_off / mean
    e2 = x_off * y_off - (x_off + y_off) ** 2
    e3 = -x_off * y_off * (x_off + y_off)
    series = 1.0 - e2 / 10.0 + e3 / 14.0 + e2 * e2 / 24.0 - 3.0 * e2 * e3 / 44.0
    return series / math.sqrt(mean)


def carlson_d(x, y):
    """Carlson's symmetric integral of the second kind, of x, y and 1."""
    z = 1.0
    mean = (x + y + 3.0 * z) / 5.0
    x_off, y_off = mean - x, mean - y
    total, weight = 0.0, 1.0
    for _ in range(7):
        a, b, c = math.sqrt(x), math.sqrt(y), math.sqrt(z)
        shift = a * b + b * c + c * a
        total += weight / (c * (z + shift))
        weight *= 0.25
        x, y, z = 0.25 * (x + shift), 0.25 * (y + shift), 0.25 * (z + shift)
        x_off, y_off = 0.25 * x_off, 0.25 * y_off
        mean = 0.25 * (mean + shift)
    x_off, y_off = x_off / mean, y_off / mean
    z_off = -(x_off + y_off) / 3.0
    xy, zz = x_off * y_off, z_off * z_off
    e2, e3 = xy - 6.0 * zz, (3.0 * xy - 8.0 * zz) * z_off
    e4, e5 = 3.0 * (xy - zz) * zz, xy * z_off * zz
    series = 1.0 - 3.0 * e2 / 14.0 + e3 / 6.0 + 9.0 * e2 * e2 / 88.0
    series += -3.0 * e4 / 22.0 - 9.0 * e2 * e3 / 52.0 + 3.0 * e5 / 26.0
    return 3.0 * total + weight * series / (mean * math.sqrt(mean))


def incomplete_d(phi, m):
    """(F(phi, m) - E(phi, m)) / m of the incomplete elliptic integrals."""
    turns = round(phi / math.pi)
    sine, cosine = math.sin(phi - math.pi * turns), math.cos(phi - math.pi * turns)
    inner = sine**3 / 3.0 * carlson_d(cosine * cosine, 1.0 - m * sine * sine)
    return inner if turns == 0 else inner + 2.0 * turns * elliptic_d(m)


@defines("scipy.special.ellipkinc")
@elementwise
def ellipkinc(phi, m):
    """The incomplete elliptic integral of the first kind, of the parameter m."""
    if m > 1.0:
        return math.nan
    turns = round(phi / math.pi)
    sine, cosine = math.sin(phi - math.pi * turns), math.cos(phi - math.pi * turns)
    inner = sine * carlson_f(cosine * cosine, 1.0 - m * sine * sine)
    return inner if turns == 0 else inner + 2.0 * turns * ellipk(m)


@rule_of(ellipkinc)
def ellipkinc_rule(phi, m):
    z = ellipkinc(phi, m)
    z_dot = elliptic_slope(phi, m, z) * m_dot + phi_dot / elliptic_root(phi, m)
    phi_bar += z_bar / elliptic_root(phi, m)
    m_bar += elliptic_slope(phi, m, z) * z_bar


def elliptic_root(phi, m):
    """The root that elliptic integrals are made of."""
    return math.sqrt(1.0 - m * math.sin(phi) ** 2)


def elliptic_slope(phi, m, z):
    """The derivative of F(phi, m), which is z, with respect to m."""
    end = math.sin(phi) * math.cos(phi) / elliptic_root(phi, m)
    return 0.5 * (z - incomplete_d(phi, m) - end) / (1.0 - m)


@defines("scipy.special.ellipeinc")
@elementwise
def ellipeinc(phi, m):
    """The incomplete elliptic integral of the second kind, of the parameter m."""
    if m > 1.0:
        return math.nan
    if m == 1.0:
        turns = round(phi / math.pi)
        return math.sin(phi - math.pi * turns) + 2.0 * turns
    return ellipkinc(phi, m) - m * incomplete_d(phi, m)


@rule_of(ellipeinc)
def ellipeinc_rule(phi, m):
    z = ellipeinc(phi, m)
    z_dot = elliptic_root(phi, m) * phi_dot - 0.5 * incomplete_d(phi, m) * m_dot
    phi_bar += elliptic_root(phi, m) * z_bar
    m_bar -= 0.5 * incomplete_d(phi, m) * z_bar
