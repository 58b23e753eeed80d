import math


def number_used_in_a_loop_in_a_loop_jvp(
    position, mass, softening, weight, position_dot, mass_dot, softening_dot, weight_dot
):
    """The value of number_used_in_a_loop_in_a_loop, and its derivative in the
    direction position_dot, mass_dot, softening_dot, weight_dot.
    """
    energy_dot = 0.0
    energy = 0.0
    for i in range(len(mass)):
        for j in range(i + 1, len(mass)):
            r2_dot = softening_dot * softening + softening * softening_dot
            r2 = softening * softening
            for axis in range(position.shape[1]):
                r2_dot += (
                    2.0
                    * (position[i, axis] - position[j, axis])
                    * (position_dot[i, axis] - position_dot[j, axis])
                )
                r2 += (position[i, axis] - position[j, axis]) ** 2
            for k in range(len(weight)):
                sqrt_r2 = math.sqrt(r2)
                sqrt_r2_dot = r2_dot / (2.0 * sqrt_r2)
                quotient = weight[k] * mass[i] * mass[j] / sqrt_r2
                factor = (
                    (weight_dot[k] * mass[i] + weight[k] * mass_dot[i]) * mass[j]
                    + weight[k] * mass[i] * mass_dot[j]
                    - quotient * sqrt_r2_dot
                )
                quotient_dot = factor / sqrt_r2
                energy_dot -= quotient_dot
                energy -= quotient
    return energy, energy_dot
