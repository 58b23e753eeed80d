"""Heat that spreads in a block whose conductivity differs from point to point."""

import numpy as np


def heat_in_three_dimensions(start, conductivity, dt):
    now = start
    for _ in range(2):
        after = now.copy()
        for i in range(1, start.shape[0] - 1):
            for j in range(1, start.shape[1] - 1):
                for k in range(1, start.shape[2] - 1):
                    flow = now[i + 1, j, k] + now[i - 1, j, k]
                    flow += now[i, j + 1, k] + now[i, j - 1, k]
                    flow += now[i, j, k + 1] + now[i, j, k - 1]
                    flow -= 6.0 * now[i, j, k]
                    after[i, j, k] += dt * conductivity[i, j, k] * flow
        now = after
    return np.sum(now * now)


EXAMPLE = (
    np.sin(np.arange(36.0)).reshape(3, 4, 3),
    1.0 + 0.3 * np.cos(np.arange(36.0)).reshape(3, 4, 3),
    0.1,
)
