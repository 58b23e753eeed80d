"""The dense Hessian of a logistic regression's loss, with a ridge."""

import math

import numpy as np

import s2sad


def primal(weights, features, labels, ridge):
    loss = 0.0
    for i in range(len(labels)):
        margin = 0.0
        for j in range(len(weights)):
            margin += features[i, j] * weights[j]
        loss += math.log(1.0 + math.exp(-labels[i] * margin))
    for j in range(len(weights)):
        loss += 0.5 * ridge * weights[j] ** 2
    return loss


def by_hand(weights, features, labels, ridge):
    """The Hessian of primal with respect to weights: one triangle, then its mirror."""
    d = len(weights)
    hessian = np.zeros((d, d))
    for i in range(len(labels)):
        margin = 0.0
        for j in range(d):
            margin += features[i, j] * weights[j]
        wrong = 1.0 / (1.0 + math.exp(labels[i] * margin))
        curvature = wrong * (1.0 - wrong) * labels[i] ** 2
        for j in range(d):
            scaled = curvature * features[i, j]
            for k in range(j + 1):
                hessian[j, k] += scaled * features[i, k]
    for j in range(d):
        hessian[j, j] += ridge
        for k in range(j):
            hessian[k, j] = hessian[j, k]
    return hessian


def derivative():
    return s2sad.hessian(primal)


def arguments(quick):
    rows, d = (7, 3) if quick else (1000, 50)
    generator = np.random.default_rng(3)
    weights, features = generator.normal(size=d), generator.normal(size=(rows, d))
    return weights, features, np.sign(generator.normal(size=rows)), 0.1
