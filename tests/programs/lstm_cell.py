"""One unit of a long short-term memory runs along a sequence."""

import math

import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-z))


def lstm_cell(inputs, w, u, b):
    hidden = 0.0
    cell = 0.0
    for x in inputs:
        forget = sigmoid(w[0] * x + u[0] * hidden + b[0])
        admit = sigmoid(w[1] * x + u[1] * hidden + b[1])
        emit = sigmoid(w[2] * x + u[2] * hidden + b[2])
        cell = forget * cell + admit * math.tanh(w[3] * x + u[3] * hidden + b[3])
        hidden = emit * math.tanh(cell)
    return hidden


EXAMPLE = (
    np.array([0.7, 1.3, -0.4]),
    np.array([0.5, -0.3, 0.8, 1.1]),
    np.array([0.2, 0.6, -0.7, 0.4]),
    np.array([0.1, 0.0, -0.2, 0.3]),
)
