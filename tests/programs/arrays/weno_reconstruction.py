"""Values at the faces of cells by three parabolas, of which smooth ones weigh more."""

import numpy as np


def weno_reconstruction(u, eps=1e-2):
    v = np.pad(u, (2, 2), mode="edge")
    m2, m1, c, p1, p2 = v[:-4], v[1:-3], v[2:-2], v[3:-1], v[4:]
    q0 = (2.0 * m2 - 7.0 * m1 + 11.0 * c) / 6.0
    q1 = (-m1 + 5.0 * c + 2.0 * p1) / 6.0
    q2 = (2.0 * c + 5.0 * p1 - p2) / 6.0
    b0 = 13.0 / 12.0 * (m2 - 2.0 * m1 + c) ** 2 + 0.25 * (m2 - 4.0 * m1 + 3.0 * c) ** 2
    b1 = 13.0 / 12.0 * (m1 - 2.0 * c + p1) ** 2 + 0.25 * (m1 - p1) ** 2
    b2 = 13.0 / 12.0 * (c - 2.0 * p1 + p2) ** 2 + 0.25 * (3.0 * c - 4.0 * p1 + p2) ** 2
    a0, a1, a2 = 0.1 / (eps + b0) ** 2, 0.6 / (eps + b1) ** 2, 0.3 / (eps + b2) ** 2
    return (a0 * q0 + a1 * q1 + a2 * q2) / (a0 + a1 + a2)


EXAMPLE = (np.array([0.2, 0.9, 1.4, 0.6]),)
