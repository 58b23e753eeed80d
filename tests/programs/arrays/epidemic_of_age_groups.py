"""Infections among groups that meet each other, beside the cases that were reported."""

import numpy as np


def epidemic_of_age_groups(contacts, beta, gamma, sizes, infected, reported):
    s = sizes - infected
    i = infected.copy()
    cases = []
    for _ in range(len(reported)):
        force = beta * contacts @ (i / sizes)
        new = s * (1.0 - np.exp(-force))
        s -= new
        i += new - gamma * i
        cases.append(new.sum())
    expected = np.array(cases)
    return np.sum(expected - reported * np.log(expected))


EXAMPLE = (
    np.array([[2.0, 0.5], [0.7, 1.5]]),
    0.4,
    0.3,
    np.array([10.0, 15.0]),
    np.array([0.5, 0.2]),
    np.array([0.4, 0.7, 1.0]),
)
