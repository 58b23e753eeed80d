"""The equations of a chain of pendulums from its energy: a mass matrix, and a step."""

import numpy as np


class Chain:
    gravity = 9.81

    def __init__(self, masses, lengths):
        self.lengths = lengths
        self.below = np.flip(np.cumsum(np.flip(masses)))

    def mass(self, angles):
        n = len(angles)
        k = np.maximum.outer(np.arange(n), np.arange(n))
        turn = np.cos(np.subtract.outer(angles, angles))
        return self.below[k] * np.outer(self.lengths, self.lengths) * turn

    def push(self, angles, speeds):
        n = len(angles)
        k = np.maximum.outer(np.arange(n), np.arange(n))
        turn = np.sin(angles[:, None] - angles)
        coupling = self.below[k] * np.outer(self.lengths, self.lengths) * turn
        weight = self.below * self.gravity * self.lengths * np.sin(angles)
        return -coupling @ speeds**2 - weight

    def energy(self, angles, speeds):
        height = -np.cumsum(self.lengths * np.cos(angles))
        potential = self.gravity * np.dot(
            self.below - np.append(self.below[1:], 0.0), height
        )
        return 0.5 * speeds @ self.mass(angles) @ speeds + potential


def forces_of_a_swinging_chain(angles, speeds, masses, lengths, friction, dt):
    chain = Chain(masses, lengths)
    for _ in range(2):
        force = chain.push(angles, speeds) - friction * speeds
        speeds = speeds + dt * np.linalg.solve(chain.mass(angles), force)
        angles = angles + dt * speeds
    return angles, chain.energy(angles, speeds)


EXAMPLE = (
    np.array([0.4, -0.3, 0.9]),
    np.array([0.5, 0.2, -0.4]),
    np.array([1.0, 0.6, 0.8]),
    np.array([0.5, 0.7, 0.4]),
    0.1,
    0.05,
)
