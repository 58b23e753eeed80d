"""The cost of moving one heap of sand onto another, by Sinkhorn's iterations."""

import numpy as np


def optimal_transport(x, y, a, b, blur, rounds):
    cost = 0.5 * np.sum((x[:, None, :] - y[None, :, :]) ** 2, axis=2)
    f, g = np.zeros(len(a)), np.zeros(len(b))
    for _ in range(rounds):
        m = (g[None, :] - cost) / blur + np.log(b)
        f = -blur * (np.log(np.exp(m - m.max(1, keepdims=True)).sum(1)) + m.max(1))
        m = (f[:, None] - cost) / blur + np.log(a)[:, None]
        g = -blur * (np.log(np.exp(m - m.max(0, keepdims=True)).sum(0)) + m.max(0))
    plan = np.exp((f[:, None] + g - cost) / blur) * np.outer(a, b)
    return np.vdot(plan, cost), f - f.mean()


EXAMPLE = (
    np.array([[0.1, 0.2], [0.9, 0.4], [0.3, 1.1]]),
    np.array([[0.5, 0.1], [0.2, 0.8]]),
    np.array([0.3, 0.5, 0.2]),
    np.array([0.6, 0.4]),
    0.4,
    2,
)
