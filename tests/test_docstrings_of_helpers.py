"""Helpers in the text have the words of their own source, and of no other."""

import numpy as np

import s2sad

X = np.array([0.3, 1.2, 0.7])


def lowest(x):
    """Words of the function around."""
    places = sorted(range(len(x)), key=lambda i: x[i] ** 2)
    return x[places[0]] * x[places[1]]


def test_a_lambda_does_not_say_what_the_function_around_it_says():
    text = s2sad.source(s2sad.grad(lowest), X)
    assert "def function(" in text
    assert "Words of the function around" not in text
