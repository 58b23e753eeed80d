"""Two pictures are compared by means, contrasts and structure in small blocks."""

import numpy as np


def structural_similarity(first, second, block, c1, c2):
    m, n = first.shape
    x = first.reshape(m // block, block, n // block, block).swapaxes(1, 2)
    y = second.reshape(m // block, block, n // block, block).swapaxes(1, 2)
    mx, my = x.mean(axis=(2, 3)), y.mean(axis=(2, 3))
    vx, vy = x.var(axis=(2, 3)), y.var(axis=(2, 3))
    both = np.mean(x * y, axis=(2, 3)) - mx * my
    luminance = (2.0 * mx * my + c1) / (mx**2 + my**2 + c1)
    return np.mean(luminance * (2.0 * both + c2) / (vx + vy + c2))


EXAMPLE = (
    np.sin(np.arange(16.0) ** 1.4).reshape(4, 4),
    np.sin(np.arange(16.0) ** 1.4 + 0.3).reshape(4, 4),
    2,
    0.1,
    0.3,
)
