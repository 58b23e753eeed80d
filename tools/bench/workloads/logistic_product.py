"""The Hessian of a logistic regression's loss times a vector, without the Hessian."""

import math

import numpy as np

import s2sad

from . import logistic_hessian
from .logistic_hessian import primal as primal


def by_hand(weights, features, labels, ridge, vector):
    """The product of the Hessian of primal with a vector."""
    d = len(weights)
    product = np.empty(d)
    for j in range(d):
        product[j] = ridge * vector[j]
    for i in range(len(labels)):
        margin, along = 0.0, 0.0
        for j in range(d):
            margin += features[i, j] * weights[j]
            along += features[i, j] * vector[j]
        wrong = 1.0 / (1.0 + math.exp(labels[i] * margin))
        scaled = wrong * (1.0 - wrong) * labels[i] ** 2 * along
        for j in range(d):
            product[j] += scaled * features[i, j]
    return product


def derivative():
    def product(weights, features, labels, ridge, vector):
        primals = weights, features, labels, ridge
        return s2sad.hvp(primal, primals, (vector, None, None, None))

    return product


def arguments(quick):
    weights, *others = logistic_hessian.arguments(quick)
    return weights, *others, np.random.default_rng(6).normal(size=len(weights))
