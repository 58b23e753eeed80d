"""Age classes of a population: growth, the stable ages, and who matters most."""

import numpy as np


def leslie_population(births, survival, start, years):
    leslie = np.vstack(
        (births, np.hstack((np.diag(survival), np.zeros((len(survival), 1)))))
    )
    ages = np.linalg.matrix_power(leslie, years) @ start
    after = leslie @ ages
    growth = after.sum() / ages.sum()
    lived = np.cumprod(np.append(1.0, survival))
    lifetime = lived @ births
    return growth, ages / ages.sum(), lifetime


EXAMPLE = (
    np.array([0.1, 1.2, 0.8]),
    np.array([0.6, 0.4]),
    np.array([0.5, 0.3, 0.2]),
    4,
)
