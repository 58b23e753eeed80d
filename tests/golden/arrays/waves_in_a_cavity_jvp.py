import numpy as np


def energy_tangent(
    self_permittivity,
    self_courant,
    self_electric,
    self_magnetic,
    self_permittivity_dot,
    self_courant_dot,
    self_electric_dot,
    self_magnetic_dot,
):
    """energy and its tangent."""
    if len(self_permittivity) != len(self_electric):
        raise ValueError("self_permittivity and self_electric have different shapes")
    stored_dot = 0.0
    stored = 0.0
    for i in range(len(self_permittivity)):
        term = 2.0 * self_permittivity[i] * self_electric[i] * self_electric_dot[i]
        stored_dot += self_permittivity_dot[i] * self_electric[i] ** 2 + term
        stored += self_permittivity[i] * self_electric[i] ** 2
    term_2 = self_magnetic_dot @ self_magnetic + self_magnetic @ self_magnetic_dot
    factor = stored_dot + term_2
    value_dot = 0.5 * factor
    return 0.5 * (stored + self_magnetic @ self_magnetic), value_dot


def waves_in_a_cavity_jvp(
    permittivity, courant, pulse, permittivity_dot, courant_dot, pulse_dot
):
    """The value of waves_in_a_cavity, and its derivative in the direction
    permittivity_dot, courant_dot, pulse_dot.
    """
    self_electric_dot = np.zeros(len(permittivity))
    self_electric = np.zeros(len(permittivity))
    self_magnetic_dot = np.zeros(len(permittivity) - 1)
    self_magnetic = np.zeros(len(permittivity) - 1)
    energies_values_dot = np.zeros(len(pulse))
    energies_values = np.empty(len(pulse))
    for k in range(len(pulse)):
        before_dot = self_electric_dot[-2]
        before = self_electric[-2]
        if len(self_magnetic) != len(self_electric[1:]):
            raise ValueError(
                "self_magnetic and self_electric[1:] have different shapes"
            )
        for i in range(len(self_magnetic)):
            term = courant * (self_electric_dot[i + 1] - self_electric_dot[i])
            term_2 = courant_dot * (self_electric[i + 1] - self_electric[i])
            self_magnetic_dot[i] += term_2 + term
            self_magnetic[i] += courant * (self_electric[i + 1] - self_electric[i])
        if len(self_magnetic[1:]) != len(permittivity[1:-1]):
            raise ValueError(
                "self_magnetic[1:] and self_permittivity[1:-1] have different shapes"
            )
        if len(self_electric[1:-1]) != len(permittivity[1:-1]):
            raise ValueError(
                "self_electric[1:-1] and self_permittivity[1:-1] have different shapes"
            )
        for i in range(len(self_electric) - 2):
            quotient = (
                courant
                * (self_magnetic[i + 1] - self_magnetic[i])
                / permittivity[i + 1]
            )
            factor = (
                courant_dot * (self_magnetic[i + 1] - self_magnetic[i])
                + courant * (self_magnetic_dot[i + 1] - self_magnetic_dot[i])
                - quotient * permittivity_dot[i + 1]
            )
            quotient_dot = factor / permittivity[i + 1]
            self_electric_dot[i + 1] += quotient_dot
            self_electric[i + 1] += quotient
        self_electric_dot[0] = pulse_dot[k]
        self_electric[0] = pulse[k]
        ratio = (courant - 1.0) / (courant + 1.0)
        ratio_dot = (courant_dot - ratio * courant_dot) / (courant + 1.0)
        term_4 = ratio * (self_electric_dot[-2] - self_electric_dot[-1])
        term_3 = ratio_dot * (self_electric[-2] - self_electric[-1]) + term_4
        self_electric_dot[-1] = before_dot + term_3
        self_electric[-1] = before + ratio * (self_electric[-2] - self_electric[-1])
        energies_values[k], energies_values_dot[k] = energy_tangent(
            permittivity,
            courant,
            self_electric,
            self_magnetic,
            permittivity_dot,
            courant_dot,
            self_electric_dot,
            self_magnetic_dot,
        )
    value_dot = energies_values_dot
    return self_electric, energies_values.copy(), self_electric_dot, value_dot
