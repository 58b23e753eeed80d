"""Spikes along a nerve: gates and voltages of all compartments by exponential steps."""

import numpy as np


def rates(v):
    x = np.stack((25.0 - v, 10.0 - v))
    linear = x / np.expm1(x / 10.0)
    alpha = np.stack((0.1 * linear[0], 0.07 * np.exp(-v / 20.0), 0.01 * linear[1]))
    beta = np.stack(
        (
            4.0 * np.exp(-v / 18.0),
            1.0 / (1.0 + np.exp((30.0 - v) / 10.0)),
            0.125 * np.exp(-v / 80.0),
        )
    )
    return alpha, beta


def hodgkin_huxley_cable(v, conductance, coupling, current, dt, steps):
    alpha, beta = rates(v)
    gates = alpha / (alpha + beta)
    for _ in range(steps):
        alpha, beta = rates(v)
        limit = alpha / (alpha + beta)
        gates = limit + (gates - limit) * np.exp(-dt * (alpha + beta))
        m, h, n = gates
        g_na, g_k = conductance[0] * m**3 * h, conductance[1] * n**4
        flow = g_na * (115.0 - v) + g_k * (-12.0 - v) + conductance[2] * (10.6 - v)
        padded = np.concatenate((v[:1], v, v[-1:]))
        flow += coupling * np.diff(padded, n=2)
        flow[0] += current
        v = v + dt * flow
    return v


EXAMPLE = (np.array([4.0, 1.0, 0.5]), np.array([12.0, 3.6, 0.3]), 0.5, 8.0, 0.02, 2)
