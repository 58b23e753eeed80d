"""Maxwell's equations on Yee's staggered grid: fields, an absorbing end, the energy."""

import numpy as np


class Cavity:
    def __init__(self, permittivity, courant):
        self.permittivity, self.courant = permittivity, courant
        self.electric = np.zeros(len(permittivity))
        self.magnetic = np.zeros(len(permittivity) - 1)

    def step(self, source):
        before = self.electric[-2]
        self.magnetic += self.courant * np.diff(self.electric)
        self.electric[1:-1] += (
            self.courant * np.diff(self.magnetic) / self.permittivity[1:-1]
        )
        self.electric[0] = source
        ratio = (self.courant - 1.0) / (self.courant + 1.0)
        self.electric[-1] = before + ratio * (self.electric[-2] - self.electric[-1])

    def energy(self):
        stored = np.dot(self.permittivity, self.electric**2)
        return 0.5 * (stored + np.vdot(self.magnetic, self.magnetic))


def waves_in_a_cavity(permittivity, courant, pulse):
    cavity = Cavity(permittivity, courant)
    energies = []
    for source in pulse:
        cavity.step(source)
        energies.append(cavity.energy())
    return cavity.electric, np.asarray(energies)


EXAMPLE = (
    np.array([1.0, 1.0, 1.4, 2.1, 1.8, 1.0]),
    0.6,
    np.array([0.3, 0.9, 0.5, -0.2]),
)
