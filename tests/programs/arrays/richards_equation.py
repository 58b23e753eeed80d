"""Water seeps through soil whose conductivity falls as it dries."""

import numpy as np


def richards_equation(head, k_sat, alpha, n, dz, dt, steps):
    m = 1.0 - 1.0 / n
    for _ in range(steps):
        suction = (alpha * np.abs(head)) ** n
        saturation = np.where(head < 0.0, (1.0 + suction) ** -m, 1.0)
        k = k_sat * np.sqrt(saturation)
        k *= (1.0 - (1.0 - saturation ** (1.0 / m)) ** m) ** 2
        between = 0.5 * (k[1:] + k[:-1])
        flow = -between * ((head[1:] - head[:-1]) / dz + 1.0)
        capacity = 0.1 + alpha * saturation[1:-1]
        head = head.copy()
        head[1:-1] -= dt * (flow[1:] - flow[:-1]) / (dz * capacity)
    return head


EXAMPLE = (np.array([-0.3, -0.9, -1.2, -0.8, -0.5]), 0.7, 0.9, 2.2, 0.25, 0.02, 2)
