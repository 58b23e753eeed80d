"""A quantum circuit of two qubits: turns, entangling gates, and what is measured."""

from functools import reduce

import numpy as np

X = np.array([[0.0, 1.0], [1.0, 0.0]])
Z = np.diag([1.0, -1.0])
CNOT = np.eye(4)[[0, 1, 3, 2]]


def turned(angle, matrix):
    return np.cos(0.5 * angle) * np.eye(2) - 1j * np.sin(0.5 * angle) * matrix


def gates_of_a_circuit(angles, couplings):
    state = np.zeros(4, dtype=complex)
    state[0] = 1.0
    for first, second in angles.reshape(-1, 2):
        layer = reduce(
            np.kron, [turned(first, X), turned(second, Z) @ turned(second, X)]
        )
        state = CNOT @ (layer @ state)
    ising = couplings[0] * np.kron(Z, Z) + couplings[1] * (
        np.kron(X, np.eye(2)) + np.kron(np.eye(2), X)
    )
    energy = np.real(np.vdot(state, ising @ state))
    rho = np.outer(state, np.conj(state)).reshape(2, 2, 2, 2)
    reduced = np.trace(rho, axis1=1, axis2=3)
    purity = np.real(np.trace(reduced @ reduced))
    return energy, 1.0 - purity


EXAMPLE = (np.array([0.4, 1.1, -0.7, 0.9]), np.array([1.0, 0.6]))
