"""A perceptron of two layers for images of ten classes, with its cross entropy."""

import numpy as np

import s2sad


def primal(w1, b1, w2, b2, images, labels):
    hidden = np.tanh(images @ w1 + b1)
    logits = hidden @ w2 + b2
    total = 0.0
    for i in range(len(labels)):
        largest = np.max(logits[i])
        total += largest + np.log(np.sum(np.exp(logits[i] - largest)))
        total -= logits[i, labels[i]]
    return total / len(labels)


def by_hand(w1, b1, w2, b2, images, labels):
    """The gradient of primal with respect to both layers."""
    count = len(labels)
    hidden = images @ w1
    for i in range(count):
        for j in range(len(b1)):
            hidden[i, j] = np.tanh(hidden[i, j] + b1[j])
    logits_bar = hidden @ w2
    b2_bar = np.zeros_like(b2)
    for i in range(count):
        row = logits_bar[i]
        largest = -np.inf
        for j in range(len(b2)):
            row[j] += b2[j]
            largest = max(largest, row[j])
        total = 0.0
        for j in range(len(b2)):
            row[j] = np.exp(row[j] - largest)
            total += row[j]
        for j in range(len(b2)):
            row[j] /= total * count
        row[labels[i]] -= 1.0 / count
        for j in range(len(b2)):
            b2_bar[j] += row[j]
    w2_bar = hidden.T @ logits_bar
    hidden_bar = logits_bar @ w2.T
    b1_bar = np.zeros_like(b1)
    for i in range(count):
        for j in range(len(b1)):
            hidden_bar[i, j] *= 1.0 - hidden[i, j] * hidden[i, j]
            b1_bar[j] += hidden_bar[i, j]
    w1_bar = images.T @ hidden_bar
    return w1_bar, b1_bar, w2_bar, b2_bar


def derivative():
    return s2sad.grad(primal, argnums=(0, 1, 2, 3))


def arguments(quick):
    count, pixels, width = (8, 12, 5) if quick else (256, 784, 128)
    random = np.random.default_rng(11)
    return (
        random.normal(size=(pixels, width)) / np.sqrt(pixels),
        np.zeros(width),
        random.normal(size=(width, 10)) / np.sqrt(width),
        np.zeros(10),
        random.uniform(size=(count, pixels)),
        random.integers(0, 10, count),
    )
