"""Two substances that spread and react (Gray and Scott, 1984), on a ring of cells."""

import numpy as np


def gray_scott_reaction(u, v, feed, kill):
    n = len(u)
    old_u, old_v = u.copy(), v.copy()
    new_u, new_v = np.zeros(n), np.zeros(n)
    for _ in range(3):
        for i in range(n):
            left, right = (i - 1) % n, (i + 1) % n
            made = old_u[i] * old_v[i] ** 2
            spread_u = old_u[left] + old_u[right] - 2.0 * old_u[i]
            spread_v = old_v[left] + old_v[right] - 2.0 * old_v[i]
            new_u[i] = old_u[i] + 0.2 * spread_u - made + feed * (1.0 - old_u[i])
            new_v[i] = old_v[i] + 0.1 * spread_v + made - (feed + kill) * old_v[i]
        old_u, new_u = new_u, old_u
        old_v, new_v = new_v, old_v
    return np.sum(old_u * old_v)


EXAMPLE = (
    np.array([0.9, 0.8, 0.5, 0.7, 0.95]),
    np.array([0.1, 0.3, 0.5, 0.2, 0.05]),
    0.06,
    0.062,
)
