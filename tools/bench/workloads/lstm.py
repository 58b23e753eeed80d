"""The loss of a small LSTM on a sequence of characters, an objective of ADBench.

weights holds, for each layer, four rows of weights and four of biases: forget, in, out,
change.  state holds, for each layer, a row of hidden values and a row of cells.
"""

import math

import numpy as np
from numba import njit

import s2sad


@njit(error_model="numpy")
def sigmoid(x):
    return 1.0 / (1.0 + math.exp(-x))


def primal(weights, extra, state, sequence):
    layers, width = len(state), sequence.shape[1]
    hidden, cell = state[:, 0].copy(), state[:, 1].copy()
    total = 0.0
    for t in range(len(sequence) - 1):
        spread = 0.0
        score = 0.0
        for j in range(width):
            x = sequence[t, j] * extra[0, j]
            for k in range(layers):
                forget = sigmoid(x * weights[k, 0, j] + weights[k, 4, j])
                let_in = sigmoid(hidden[k, j] * weights[k, 1, j] + weights[k, 5, j])
                let_out = sigmoid(x * weights[k, 2, j] + weights[k, 6, j])
                change = math.tanh(hidden[k, j] * weights[k, 3, j] + weights[k, 7, j])
                cell[k, j] = cell[k, j] * forget + let_in * change
                hidden[k, j] = let_out * math.tanh(cell[k, j])
                x = hidden[k, j]
            predicted = x * extra[1, j] + extra[2, j]
            spread += math.exp(predicted)
            score += sequence[t + 1, j] * predicted
        mass = 0.0
        for j in range(width):
            mass += sequence[t + 1, j]
        total += score - mass * math.log(spread + 2.0)
    return -total / ((len(sequence) - 1) * width)


def by_hand(weights, extra, state, sequence):
    """The value of primal and its gradient with respect to weights and extra."""
    layers, width, steps = len(state), sequence.shape[1], len(sequence) - 1
    # what each step starts from, and the gates it went through
    hidden, cell = (
        np.empty((steps + 1, layers, width)),
        np.empty((steps + 1, layers, width)),
    )
    gates, tanh_cell = (
        np.empty((steps, layers, 4, width)),
        np.empty((steps, layers, width)),
    )
    predicted, total_of = np.empty((steps, width)), np.empty(steps)
    hidden[0], cell[0] = state[:, 0], state[:, 1]
    total = 0.0
    for t in range(steps):
        spread, score, mass = 0.0, 0.0, 0.0
        for j in range(width):
            x = sequence[t, j] * extra[0, j]
            for k in range(layers):
                w, h, g = weights[k], hidden[t, k, j], gates[t, k]
                g[0, j] = sigmoid(x * w[0, j] + w[4, j])
                g[1, j] = sigmoid(h * w[1, j] + w[5, j])
                g[2, j] = sigmoid(x * w[2, j] + w[6, j])
                g[3, j] = math.tanh(h * w[3, j] + w[7, j])
                cell[t + 1, k, j] = cell[t, k, j] * g[0, j] + g[1, j] * g[3, j]
                tanh_cell[t, k, j] = math.tanh(cell[t + 1, k, j])
                x = g[2, j] * tanh_cell[t, k, j]
                hidden[t + 1, k, j] = x
            exponential = math.exp(x * extra[1, j] + extra[2, j])
            predicted[t, j] = exponential
            spread += exponential
            score += sequence[t + 1, j] * (x * extra[1, j] + extra[2, j])
            mass += sequence[t + 1, j]
        total_of[t] = mass / (spread + 2.0)
        total += score - mass * math.log(spread + 2.0)

    weights_bar, extra_bar = np.zeros_like(weights), np.zeros_like(extra)
    hidden_bar, cell_bar = np.zeros((layers, width)), np.zeros((layers, width))
    total_bar = -1.0 / (steps * width)
    for t in range(steps - 1, -1, -1):
        for j in range(width):
            share = total_of[t] * predicted[t, j]
            bar = (sequence[t + 1, j] - share) * total_bar
            extra_bar[1, j] += hidden[t + 1, layers - 1, j] * bar
            extra_bar[2, j] += bar
            x_bar = extra[1, j] * bar
            for k in range(layers - 1, -1, -1):
                w, g, w_bar = weights[k], gates[t, k], weights_bar[k]
                x = hidden[t + 1, k - 1, j] if k > 0 else sequence[t, j] * extra[0, j]
                h_bar = hidden_bar[k, j] + x_bar
                tanh_c = tanh_cell[t, k, j]
                c_bar = cell_bar[k, j] + h_bar * g[2, j] * (1.0 - tanh_c * tanh_c)
                forget = cell[t, k, j] * c_bar * g[0, j] * (1.0 - g[0, j])
                let_in = g[3, j] * c_bar * g[1, j] * (1.0 - g[1, j])
                let_out = tanh_c * h_bar * g[2, j] * (1.0 - g[2, j])
                change = g[1, j] * c_bar * (1.0 - g[3, j] * g[3, j])
                w_bar[0, j] += x * forget
                w_bar[1, j] += hidden[t, k, j] * let_in
                w_bar[2, j] += x * let_out
                w_bar[3, j] += hidden[t, k, j] * change
                w_bar[4, j] += forget
                w_bar[5, j] += let_in
                w_bar[6, j] += let_out
                w_bar[7, j] += change
                cell_bar[k, j] = c_bar * g[0, j]
                hidden_bar[k, j] = w[1, j] * let_in + w[3, j] * change
                x_bar = w[0, j] * forget + w[2, j] * let_out
            extra_bar[0, j] += sequence[t, j] * x_bar
    return -total / (steps * width), weights_bar, extra_bar


def derivative():
    return s2sad.value_and_grad(primal, argnums=(0, 1))


def arguments(quick):
    layers, steps, width = (2, 3, 4) if quick else (2, 1024, 14)
    generator = np.random.default_rng(7)
    weights = generator.uniform(-1.0, 1.0, (layers, 8, width))
    extra = generator.uniform(-1.0, 1.0, (3, width))
    state = generator.uniform(-1.0, 1.0, (layers, 2, width))
    return weights, extra, state, generator.uniform(size=(steps, width))
