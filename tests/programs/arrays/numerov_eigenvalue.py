"""How far a trial energy is from a level of a well: Numerov's three-term recursion."""

import numpy as np


def numerov_eigenvalue(energy, depth, width, n):
    x = np.linspace(-2.0, 2.0, n)
    h = x[1] - x[0]
    potential = -depth / np.cosh(x / width) ** 2
    f = 1.0 + h**2 / 6.0 * (energy - potential)
    left, right = np.zeros(n), np.zeros(n)
    left[1] = right[-2] = 1e-2
    for i in range(1, n - 1):
        left[i + 1] = ((12.0 - 10.0 * f[i]) * left[i] - f[i - 1] * left[i - 1]) / f[
            i + 1
        ]
        j = n - 1 - i
        right[j - 1] = ((12.0 - 10.0 * f[j]) * right[j] - f[j + 1] * right[j + 1]) / f[
            j - 1
        ]
    m = n // 2
    right *= left[m] / right[m]
    slope = (left[m + 1] - left[m - 1] - right[m + 1] + right[m - 1]) / (2.0 * h)
    psi = np.concatenate((left[:m], right[m:]))
    return slope / left[m], psi / np.sqrt(h * np.sum(psi**2))


EXAMPLE = (-0.6, 1.5, 0.9, 8)
