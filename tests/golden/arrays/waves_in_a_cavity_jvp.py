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
    courant_before = courant
    self_permittivity = permittivity
    self_courant = courant_before
    self_electric_dot = np.zeros(len(permittivity))
    self_electric = np.zeros(len(permittivity))
    self_magnetic_dot = np.zeros(len(permittivity) - 1)
    self_magnetic = np.zeros(len(permittivity) - 1)
    self_permittivity_2 = self_permittivity
    self_courant_2 = self_courant
    self_electric_2 = self_electric
    self_magnetic_2 = self_magnetic
    cavity_permittivity = self_permittivity_2
    cavity_courant = self_courant_2
    cavity_electric = self_electric_2
    cavity_magnetic = self_magnetic_2
    energies_values_dot = np.zeros(len(pulse))
    energies_values = np.empty(len(pulse))
    for k in range(len(pulse)):
        before_dot = self_electric_dot[-2]
        before = cavity_electric[-2]
        if len(cavity_magnetic) != len(cavity_electric[1:]):
            raise ValueError(
                "self_magnetic and self_electric[1:] have different shapes"
            )
        for i in range(len(cavity_magnetic)):
            term = cavity_courant * (self_electric_dot[i + 1] - self_electric_dot[i])
            term_2 = courant_dot * (cavity_electric[i + 1] - cavity_electric[i])
            self_magnetic_dot[i] += term_2 + term
            factor = cavity_electric[i + 1] - cavity_electric[i]
            cavity_magnetic[i] += cavity_courant * factor
        if len(cavity_magnetic[1:]) != len(cavity_permittivity[1:-1]):
            raise ValueError(
                "self_magnetic[1:] and self_permittivity[1:-1] have different shapes"
            )
        if len(cavity_electric[1:-1]) != len(cavity_permittivity[1:-1]):
            raise ValueError(
                "self_electric[1:-1] and self_permittivity[1:-1] have different shapes"
            )
        for i in range(len(cavity_electric) - 2):
            quotient = (
                cavity_courant
                * (cavity_magnetic[i + 1] - cavity_magnetic[i])
                / cavity_permittivity[i + 1]
            )
            factor_2 = (
                courant_dot * (cavity_magnetic[i + 1] - cavity_magnetic[i])
                + cavity_courant * (self_magnetic_dot[i + 1] - self_magnetic_dot[i])
                - quotient * permittivity_dot[i + 1]
            )
            quotient_dot = factor_2 / cavity_permittivity[i + 1]
            self_electric_dot[i + 1] += quotient_dot
            cavity_electric[i + 1] += quotient
        self_electric_dot[0] = pulse_dot[k]
        cavity_electric[0] = pulse[k]
        ratio = (cavity_courant - 1.0) / (cavity_courant + 1.0)
        ratio_dot = (courant_dot - ratio * courant_dot) / (cavity_courant + 1.0)
        term_4 = ratio * (self_electric_dot[-2] - self_electric_dot[-1])
        term_3 = ratio_dot * (cavity_electric[-2] - cavity_electric[-1]) + term_4
        self_electric_dot[-1] = before_dot + term_3
        term_5 = ratio * (cavity_electric[-2] - cavity_electric[-1])
        cavity_electric[-1] = before + term_5
        energies_values[k], energies_values_dot[k] = energy_tangent(
            cavity_permittivity,
            cavity_courant,
            cavity_electric,
            cavity_magnetic,
            permittivity_dot,
            courant_dot,
            self_electric_dot,
            self_magnetic_dot,
        )
    value_dot = energies_values_dot.copy()
    return cavity_electric, energies_values.copy(), self_electric_dot, value_dot
