import numpy as np


def energy_adjoint(
    self_permittivity,
    self_electric,
    self_magnetic,
    result_bar,
    self_permittivity_bar,
    self_electric_bar,
    self_magnetic_bar,
):
    """The adjoint of self_courant in energy; the adjoint of self_permittivity,
    self_electric and self_magnetic is added to self_permittivity_bar,
    self_electric_bar, self_magnetic_bar.
    """
    # forward sweep
    if len(self_permittivity) != len(self_electric):
        raise ValueError("self_permittivity and self_electric have different shapes")

    # reverse sweep
    sum_bar = 0.5 * result_bar
    self_magnetic_bar += 2.0 * self_magnetic * sum_bar
    for i in range(len(self_permittivity)):
        self_permittivity_bar[i] += self_electric[i] ** 2 * sum_bar
        self_electric_bar[i] += 2.0 * self_electric[i] * self_permittivity[i] * sum_bar
    return 0.0


def waves_in_a_cavity_vjp(permittivity, courant, pulse, result_0_bar, result_1_bar):
    """The adjoints of permittivity, courant and pulse of waves_in_a_cavity, for the
    adjoint of its result.
    """
    # forward sweep: saves cavity_magnetic and cavity_electric
    courant_before = courant
    self_permittivity = permittivity
    self_courant = courant_before
    self_electric = np.zeros(len(permittivity))
    self_magnetic = np.zeros(len(permittivity) - 1)
    self_permittivity_2 = self_permittivity
    self_courant_2 = self_courant
    self_electric_2 = self_electric
    self_magnetic_2 = self_magnetic
    cavity_permittivity = self_permittivity_2
    cavity_courant = self_courant_2
    cavity_electric = self_electric_2
    cavity_magnetic = self_magnetic_2
    cavity_magnetic_saved = np.empty((len(pulse), len(cavity_magnetic)))
    cavity_electric_saved = np.empty((len(pulse), len(cavity_electric)))
    cavity_electric_saved_2 = np.empty(len(pulse))
    cavity_electric_saved_3 = np.empty(len(pulse))
    for k in range(len(pulse)):
        before = cavity_electric[-2]
        if len(cavity_magnetic) != len(cavity_electric[1:]):
            raise ValueError(
                "self_magnetic and self_electric[1:] have different shapes"
            )
        for i in range(len(cavity_magnetic)):
            cavity_magnetic_saved[k, i] = cavity_magnetic[i]
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
            cavity_electric_saved[k, i] = cavity_electric[i + 1]
            cavity_electric[i + 1] += quotient
        cavity_electric_saved_2[k] = cavity_electric[0]
        cavity_electric[0] = pulse[k]
        ratio = (cavity_courant - 1.0) / (cavity_courant + 1.0)
        cavity_electric_saved_3[k] = cavity_electric[-1]
        term = ratio * (cavity_electric[-2] - cavity_electric[-1])
        cavity_electric[-1] = before + term

    # reverse sweep
    permittivity_bar = np.zeros_like(permittivity)
    pulse_bar = np.zeros_like(pulse)
    self_electric_bar = np.zeros_like(self_electric)
    cavity_electric_bar = self_electric_bar
    cavity_electric_bar += result_0_bar
    value_bar = result_1_bar.copy()
    energies_values_bar = value_bar.copy()
    self_magnetic_bar = np.zeros_like(self_magnetic)
    cavity_courant_bar = 0.0
    for k in range(len(pulse) - 1, -1, -1):
        cavity_courant_bar += energy_adjoint(
            cavity_permittivity,
            cavity_electric,
            cavity_magnetic,
            energies_values_bar[k],
            permittivity_bar,
            cavity_electric_bar,
            self_magnetic_bar,
        )
        cavity_electric[-1] = cavity_electric_saved_3[k]
        ratio = (cavity_courant - 1.0) / (cavity_courant + 1.0)
        cavity_electric_part_bar = cavity_electric_bar[-1]
        cavity_electric_bar[-1] = 0.0
        factor_2 = cavity_electric[-2] - cavity_electric[-1]
        ratio_bar = factor_2 * cavity_electric_part_bar
        cavity_electric_bar[-2] += ratio * cavity_electric_part_bar
        cavity_electric_bar[-1] -= ratio * cavity_electric_part_bar
        cavity_courant_bar += (1.0 - ratio) * ratio_bar / (cavity_courant + 1.0)
        cavity_electric[0] = cavity_electric_saved_2[k]
        pulse_bar[k] += cavity_electric_bar[0]
        cavity_electric_bar[0] = 0.0
        for i in range(len(cavity_electric) - 2):
            cavity_electric[i + 1] = cavity_electric_saved[k, i]
            quotient = (
                cavity_courant
                * (cavity_magnetic[i + 1] - cavity_magnetic[i])
                / cavity_permittivity[i + 1]
            )
            numerator_bar = cavity_electric_bar[i + 1] / cavity_permittivity[i + 1]
            factor_3 = cavity_magnetic[i + 1] - cavity_magnetic[i]
            cavity_courant_bar += factor_3 * numerator_bar
            self_magnetic_bar[i + 1] += cavity_courant * numerator_bar
            self_magnetic_bar[i] -= cavity_courant * numerator_bar
            permittivity_bar[i + 1] -= quotient * numerator_bar
        for i in range(len(cavity_magnetic)):
            cavity_magnetic[i] = cavity_magnetic_saved[k, i]
            factor_4 = cavity_electric[i + 1] - cavity_electric[i]
            cavity_courant_bar += factor_4 * self_magnetic_bar[i]
            cavity_electric_bar[i + 1] += cavity_courant * self_magnetic_bar[i]
            cavity_electric_bar[i] -= cavity_courant * self_magnetic_bar[i]
        cavity_electric_bar[-2] += cavity_electric_part_bar
    return permittivity_bar, cavity_courant_bar, pulse_bar
