"""Inputs for some steps ahead at once: the condensed problem, and a soft bound."""

import numpy as np


def model_predictive_control(a, b, start, target, effort, inputs):
    n, horizon = len(start), len(inputs)
    free = np.empty((horizon, n))
    forced = np.zeros((horizon, n, horizon))
    power, state = np.eye(n), start
    columns = []
    for k in range(horizon):
        columns.append(power @ b)
        power = a @ power
        state = a @ state
        free[k] = state
        for j in range(k + 1):
            forced[k, :, j] = columns[k - j]
    error = free + forced @ inputs - target
    big = forced.reshape(horizon * n, horizon)
    hessian = big.T @ big + effort * np.eye(horizon)
    newton = -np.linalg.solve(hessian, big.T @ error.ravel() + effort * inputs)
    better = 2.0 * np.tanh(0.5 * (inputs + newton))
    return better, np.sum((free + forced @ better - target) ** 2)


EXAMPLE = (
    np.array([[1.0, 0.3], [-0.2, 0.8]]),
    np.array([0.1, 0.5]),
    np.array([0.7, -0.3]),
    np.array([0.2, 0.0]),
    0.3,
    np.array([0.1, -0.2, 0.3]),
)
