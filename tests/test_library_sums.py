"""Sums, products and means over axes: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

RANDOM = np.random.default_rng(0)
X = np.array([1.5, -2.0, 0.5, 3.0])
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))
C = RANDOM.normal(size=(2, 3, 2, 2))
W = RANDOM.uniform(0.5, 1.5, size=4)
ZEROS = np.array([2.0, 0.0, 3.0, 0.0])

CASES = {
    "sum": (lambda x: np.sum(x), A),
    "sum of an axis": (lambda x: np.sum(x, axis=-1), A),
    "sum of the one axis": (lambda x: np.sum(x, axis=0) * x.sum(-1) * x, X),
    "sum of two axes": (lambda x: np.sum(x, axis=(0, -1)), B),
    "sum that keeps axes": (lambda x: x / np.sum(x, axis=1, keepdims=True), A),
    "sum that keeps all axes": (lambda x: np.sum(x, keepdims=True), A),
    "sum of two axes, kept": (lambda x: np.sum(x, axis=(1, 3), keepdims=True), C),
    "sum from a number": (lambda x, s: np.sum(x, initial=s), X, 2.5),
    "sum where": (lambda x: np.sum(x, axis=0, where=x > 0.0), A),
    "sum as a method": (lambda x: x.sum(axis=(0, 1), keepdims=True), A),
    "sum of none": (lambda x: np.sum(x, keepdims=True), np.zeros(0)),
    "add.reduce": (lambda x: np.add.reduce(x), A),
    "add.reduce of an axis": (lambda x: np.add.reduce(x, axis=1), A),
    "prod": (lambda x: np.prod(x), X),
    "prod with zeros": (lambda x: np.prod(x), ZEROS),
    "prod with one zero": (lambda x: np.prod(x), ZEROS[:3]),
    "prod of none": (lambda x: np.prod(x), np.zeros(0)),
    "prod of a matrix": (lambda x: np.prod(x), A),
    "prod of columns": (lambda x: np.prod(x, axis=0), A),
    "prod of rows": (lambda x: np.prod(x, 1), A),
    "prod of an axis of 3": (lambda x: np.prod(x, axis=1, keepdims=True), B),
    "prod of an axis of 4": (lambda x: np.prod(x, axis=-2), C),
    "prod of the first of 4": (lambda x: np.prod(x, axis=0), C),
    "prod of three axes": (lambda x: np.prod(x, axis=(0, 2, 3)), C),
    "prod from a number": (lambda x, s: np.prod(x, initial=s), X, 2.5),
    "prod where": (lambda x: np.prod(x, axis=0, where=x > 0.0), A),
    "prod as a method": (lambda x: x.prod(axis=1), A),
    "prod of a transposed": (lambda x: np.prod(x.T, axis=0), A),
    "multiply.reduce": (lambda x: np.multiply.reduce(x), A),
    "mean": (lambda x: np.mean(x), A),
    "mean of an axis": (lambda x: np.mean(x, axis=0), A),
    "mean of two axes": (lambda x: np.mean(x, axis=(1, 2), keepdims=True), B),
    "mean that keeps axes": (lambda x: x - x.mean(1, keepdims=True), A),
    "mean where": (lambda x: np.mean(x, axis=1, where=x > -1.0), A),
    "mean of two axes where": (lambda x: np.mean(x, axis=(0, 1), where=x > -1.0), B),
    "average": (lambda x: np.average(x), A),
    "average of an axis": (lambda x: np.average(x, axis=0), A),
    "average with weights": (lambda x, w: np.average(x, weights=w), X, W),
    "average of rows": (lambda x, w: np.average(x, 1, w), A, W),
    "average of columns": (lambda x, w: np.average(x, axis=0, weights=w[:3]), A, W),
    "average, all weights": (lambda x, w: np.average(x, 0, w), A, A + 3.0),
    "average and weights": (
        lambda x, w: np.average(x, 1, w, returned=True)[1] * x[:, 0],
        A,
        W,
    ),
    "average, kept": (lambda x, w: np.average(x, -1, w, keepdims=True), B, W),
}

COMPILED = [
    "sum of two axes",
    "sum from a number",
    "prod of columns",
    "mean of an axis",
]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])
