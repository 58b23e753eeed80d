"""The power that a resonant circuit takes from an alternating voltage."""

import numpy as np


def impedance_of_a_circuit(resistance, inductance, capacitance, frequencies):
    power = 0.0
    for i in range(len(frequencies)):
        s = 2j * np.pi * frequencies[i]
        coil = resistance + s * inductance
        impedance = 1.0 / (s * capacitance + 1.0 / coil) + 0.5
        current = 1.0 / impedance
        power += 0.5 * current.real + 0.1 * abs(current) ** 2
    return power


EXAMPLE = (0.8, 0.3, 0.2, np.array([0.4, 0.6, 0.9]))
