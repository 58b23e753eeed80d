"""Shares of strategies that grow with their success and mutate into each other."""

import numpy as np


def replicator_with_mutation(shares, payoff, mutation, dt, steps):
    n = shares.size
    transition = np.full((n, n), mutation / (n - 1))
    np.fill_diagonal(transition, 1.0 - mutation)
    history = np.empty((steps + 1, n))
    history[0] = shares
    for t in range(steps):
        x = history[t]
        fitness = payoff @ x
        mean = x @ fitness
        history[t + 1] = x + dt * ((x * fitness) @ transition - mean * x)
    safe = np.clip(history, 1e-6, None)
    return -np.sum(safe * np.log(safe), axis=1)


EXAMPLE = (
    np.array([0.5, 0.3, 0.2]),
    np.array([[0.0, -1.0, 1.2], [1.1, 0.0, -0.9], [-1.0, 1.3, 0.0]]),
    0.05,
    0.2,
    3,
)
