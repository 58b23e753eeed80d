"""Ages and distances in a curved universe, by integrals of its rate of growth."""

import numpy as np
from scipy.integrate import quad


class Cosmology:
    def __init__(self, matter, dark, equation):
        self.matter, self.dark, self.equation = matter, dark, equation

    @property
    def curvature(self):
        return 1.0 - self.matter - self.dark

    def rate(self, z):
        s = 1.0 + z
        dark = self.dark * s ** (3.0 * (1.0 + self.equation))
        return np.sqrt(self.matter * s**3 + self.curvature * s**2 + dark)

    def age(self, z):
        return quad(lambda a: 1.0 / (a * self.rate(1.0 / a - 1.0)), 0.02, 1 / (1 + z))[
            0
        ]

    def distance(self, z):
        along = quad(lambda x: 1.0 / self.rate(x), 0.0, z)[0]
        root = np.sqrt(abs(self.curvature))
        if self.curvature > 0.0:
            return np.sinh(root * along) / root
        return np.sin(root * along) / root


def age_of_the_universe(matter, dark, equation, redshifts):
    model = Cosmology(matter, dark, equation)
    ages = np.array([model.age(z) for z in redshifts])
    distances = np.array([model.distance(z) for z in redshifts])
    return ages, 5.0 * np.log10(distances * (1.0 + redshifts))


EXAMPLE = (0.31, 0.62, -0.9, np.array([0.4, 1.3]))
