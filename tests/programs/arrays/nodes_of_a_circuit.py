"""Voltages at the nodes of a network of resistors, coils and capacitors, in a sweep."""

import numpy as np


def nodes_of_a_circuit(resistors, coils, capacitors, incidence, source, frequencies):
    gains = np.zeros((len(frequencies), incidence.shape[1]))
    for k, f in enumerate(frequencies):
        s = 2j * np.pi * f
        admittance = np.concatenate(
            (1.0 / resistors, 1.0 / (s * coils), s * capacitors)
        )
        matrix = np.matmul(incidence.T * admittance, incidence)
        voltage = np.linalg.solve(matrix, source + 0j)
        gains[k] = 20.0 * np.log10(np.abs(voltage))
    return gains, np.ptp(gains[:, -1])


EXAMPLE = (
    np.array([1.0, 2.2]),
    np.array([0.3, 0.8]),
    np.array([0.15, 0.4]),
    np.array(
        [
            [1.0, 0.0, 0.0],
            [0.0, 0.0, 1.0],
            [1.0, -1.0, 0.0],
            [0.0, 1.0, -1.0],
            [0.0, 1.0, 0.0],
            [0.0, 0.0, 1.0],
        ]
    ),
    np.array([1.0, 0.0, 0.3]),
    np.array([0.2, 0.5]),
)
