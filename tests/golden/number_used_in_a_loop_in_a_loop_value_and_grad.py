import math

import numpy as np


def number_used_in_a_loop_in_a_loop_value_and_grad(position, mass, softening, weight):
    """The value of number_used_in_a_loop_in_a_loop, and its gradient with respect to
    position, mass, softening and weight.
    """
    energy = 0.0
    position_bar = np.zeros_like(position)
    mass_bar = np.zeros_like(mass)
    weight_bar = np.zeros_like(weight)

    # forward and reverse in one sweep: the iterations are independent
    softening_bar = 0.0
    for i in range(len(mass)):
        mass_i_bar = 0.0
        for j in range(i + 1, len(mass)):
            r2 = softening * softening
            for axis in range(position.shape[1]):
                r2 += (position[i, axis] - position[j, axis]) ** 2
            r2_bar = 0.0
            mass_j_bar = 0.0
            for k in range(len(weight)):
                sqrt_r2 = math.sqrt(r2)
                quotient = weight[k] * mass[i] * mass[j] / sqrt_r2
                energy -= quotient
                numerator_bar = -1.0 / sqrt_r2
                weight_bar[k] += mass[i] * mass[j] * numerator_bar
                mass_i_bar += weight[k] * mass[j] * numerator_bar
                mass_j_bar += weight[k] * mass[i] * numerator_bar
                r2_bar -= quotient * numerator_bar / (2.0 * sqrt_r2)
            mass_bar[j] += mass_j_bar
            for axis in range(position.shape[1]):
                difference_bar = 2.0 * (position[i, axis] - position[j, axis]) * r2_bar
                position_bar[i, axis] += difference_bar
                position_bar[j, axis] -= difference_bar
            softening_bar += 2.0 * softening * r2_bar
        mass_bar[i] += mass_i_bar
    return energy, position_bar, mass_bar, softening_bar, weight_bar
