"""Two arguments are mixed through second names, in turns, in loops and in a branch."""

import numpy as np


def mixed(p, q):
    p[0] = p[0] * q[0]
    p, q = q, p
    return p[0]


def array_of_another_argument_with_two_names(u, v):
    b = v
    for _ in range(2):
        v[0] = u[0] * b[0]
        b = v
    if u[0] > 0.0:
        b, v = v, b
        b[1] = u[1] * v[0] * v[1]
    tail = v[1:]
    for _ in range(2):
        tail[0] = u[0] * tail[0] * v[0]
        u, v = v, u
    return v[0] + u[1] * mixed(u, v)


WRITES = ("u", "v")

EXAMPLE = (np.array([0.3, 0.7, 0.5]), np.array([1.1, 0.4, -0.6]))
