"""Distances of all pairs of points, as scipy.spatial has them."""

import math

import numpy as np

from s2sad.known.definitions import defines, refused
from s2sad.library.axes import as_array
from s2sad.library.inverses import as_floats


def between(u, v, metric, p):
    """The distance of two points; the derivative at 0 is 0, as that of abs is."""
    total = 0.0
    if metric == "euclidean" or metric == "sqeuclidean":
        for k in range(len(u)):
            total += (u[k] - v[k]) ** 2
        if metric == "sqeuclidean":
            return total
        else:
            return math.sqrt(total) if total > 0.0 else 0.0
    elif metric == "cityblock":
        for k in range(len(u)):
            total += abs(u[k] - v[k])
        return total
    elif metric == "chebyshev":
        for k in range(len(u)):
            total = max(total, abs(u[k] - v[k]))
        return total
    elif metric == "minkowski":
        for k in range(len(u)):
            total += abs(u[k] - v[k]) ** p
        return total ** (1.0 / p) if total > 0.0 else 0.0
    elif metric == "cosine":
        return 1.0 - np.dot(u, v) / math.sqrt(np.dot(u, u) * np.dot(v, v))
    else:
        return refused("this metric is not supported", "a loop over the pairs")


def points(x):
    """Points as the rows of a matrix of floats."""
    x = as_floats(as_array(x))
    if x.ndim != 2:
        raise ValueError("points are the rows of a matrix")
    return x


@defines("scipy.spatial.distance.pdist")
def pdist(X, metric="euclidean", *, out=None, p=2.0):
    """The distances of all pairs of rows, each pair once."""
    x = points(X)
    n = len(x)
    distances = np.empty(n * (n - 1) // 2)
    pair = 0
    for i in range(n):
        for j in range(i + 1, n):
            distances[pair] = between(x[i], x[j], metric, p)
            pair += 1
    return distances


@defines("scipy.spatial.distance.cdist")
def cdist(XA, XB, metric="euclidean", *, out=None, p=2.0):
    """The distances of each row of one matrix and each of another."""
    a, b = points(XA), points(XB)
    if a.shape[1] != b.shape[1]:
        raise ValueError("points of two matrices have different numbers of axes")
    distances = np.empty((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            distances[i, j] = between(a[i], b[j], metric, p)
    return distances


@defines("scipy.spatial.distance.squareform")
def squareform(X, force="no", checks=True):
    """Distances of pairs as a symmetric matrix, and the other way round."""
    x = as_floats(as_array(X))
    if force != "no":
        return refused("squareform with force= is not supported", "without it")
    elif x.ndim == 1:
        return symmetric(x)
    else:
        return of_pairs(x, checks)


def symmetric(x):
    """A symmetric matrix by what is above its diagonal, which is 0."""
    n = math.ceil(math.sqrt(2.0 * len(x)))
    if n * (n - 1) != 2 * len(x):
        raise ValueError("squareform of a vector that is no half of a matrix")
    n = max(n, 1)
    square = np.zeros((n, n))
    pair = 0
    for i in range(n):
        for j in range(i + 1, n):
            square[i, j] = x[pair]
            square[j, i] = x[pair]
            pair += 1
    return square


def of_pairs(x, checks):
    """What is above the diagonal of a symmetric matrix, in one vector."""
    n = len(x)
    if n != x.shape[1]:
        raise ValueError("squareform of a matrix that is not square")
    vector = np.empty(n * (n - 1) // 2)
    pair = 0
    for i in range(n):
        if checks and abs(x[i, i]) > 1e-8:
            raise ValueError("squareform of a matrix with a diagonal that is not 0")
        for j in range(i + 1, n):
            if checks and abs(x[i, j] - x[j, i]) > 1e-8 + 1e-5 * abs(x[j, i]):
                raise ValueError("squareform of a matrix that is not symmetric")
            vector[pair] = x[i, j]
            pair += 1
    return vector
