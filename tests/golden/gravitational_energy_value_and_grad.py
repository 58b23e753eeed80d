import math

import numpy as np


def gravitational_energy_value_and_grad(position, mass, softening):
    """The value of gravitational_energy, and its gradient with respect to position,
    mass and softening.
    """
    energy = 0.0
    position_bar = np.zeros_like(position)
    mass_bar = np.zeros_like(mass)

    # forward and reverse in one sweep: the iterations are independent
    softening_bar = 0.0
    for i in range(len(mass)):
        mass_i_bar = 0.0
        for j in range(i + 1, len(mass)):
            r2 = softening * softening
            for axis in range(position.shape[1]):
                r2 += (position[i, axis] - position[j, axis]) ** 2
            sqrt_r2 = math.sqrt(r2)
            quotient = mass[i] * mass[j] / sqrt_r2
            energy -= quotient
            numerator_bar = -1.0 / sqrt_r2
            mass_i_bar += mass[j] * numerator_bar
            mass_bar[j] += mass[i] * numerator_bar
            r2_bar = -quotient * numerator_bar / (2.0 * sqrt_r2)
            for axis in range(position.shape[1]):
                difference_bar = 2.0 * (position[i, axis] - position[j, axis]) * r2_bar
                position_bar[i, axis] += difference_bar
                position_bar[j, axis] -= difference_bar
            softening_bar += 2.0 * softening * r2_bar
        mass_bar[i] += mass_i_bar
    return energy, position_bar, mass_bar, softening_bar
