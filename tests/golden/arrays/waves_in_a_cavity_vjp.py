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
    # forward sweep: saves self_magnetic and self_electric
    self_electric = np.zeros(len(permittivity))
    self_magnetic = np.zeros(len(permittivity) - 1)
    self_magnetic_saved = np.empty((len(pulse), len(self_magnetic)))
    self_electric_saved = np.empty((len(pulse), len(self_electric)))
    self_electric_saved_2 = np.empty(len(pulse))
    self_electric_saved_3 = np.empty(len(pulse))
    for k in range(len(pulse)):
        before = self_electric[-2]
        if len(self_magnetic) != len(self_electric[1:]):
            raise ValueError(
                "self_magnetic and self_electric[1:] have different shapes"
            )
        for i in range(len(self_magnetic)):
            self_magnetic_saved[k, i] = self_magnetic[i]
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
            self_electric_saved[k, i] = self_electric[i + 1]
            self_electric[i + 1] += quotient
        self_electric_saved_2[k] = self_electric[0]
        self_electric[0] = pulse[k]
        ratio = (courant - 1.0) / (courant + 1.0)
        self_electric_saved_3[k] = self_electric[-1]
        self_electric[-1] = before + ratio * (self_electric[-2] - self_electric[-1])

    # reverse sweep
    permittivity_bar = np.zeros_like(permittivity)
    pulse_bar = np.zeros_like(pulse)
    self_electric_bar = result_0_bar.copy()
    value_bar = result_1_bar.copy()
    energies_values_bar = value_bar
    self_magnetic_bar = np.zeros_like(self_magnetic)
    courant_bar = 0.0
    for k in range(len(pulse) - 1, -1, -1):
        courant_bar += energy_adjoint(
            permittivity,
            self_electric,
            self_magnetic,
            energies_values_bar[k],
            permittivity_bar,
            self_electric_bar,
            self_magnetic_bar,
        )
        self_electric[-1] = self_electric_saved_3[k]
        ratio = (courant - 1.0) / (courant + 1.0)
        self_electric_part_bar = self_electric_bar[-1]
        self_electric_bar[-1] = 0.0
        ratio_bar = (self_electric[-2] - self_electric[-1]) * self_electric_part_bar
        self_electric_bar[-2] += ratio * self_electric_part_bar
        self_electric_bar[-1] -= ratio * self_electric_part_bar
        courant_bar += (1.0 - ratio) * ratio_bar / (courant + 1.0)
        self_electric[0] = self_electric_saved_2[k]
        pulse_bar[k] += self_electric_bar[0]
        self_electric_bar[0] = 0.0
        for i in range(len(self_electric) - 2):
            self_electric[i + 1] = self_electric_saved[k, i]
            quotient = (
                courant
                * (self_magnetic[i + 1] - self_magnetic[i])
                / permittivity[i + 1]
            )
            numerator_bar = self_electric_bar[i + 1] / permittivity[i + 1]
            courant_bar += (self_magnetic[i + 1] - self_magnetic[i]) * numerator_bar
            self_magnetic_bar[i + 1] += courant * numerator_bar
            self_magnetic_bar[i] -= courant * numerator_bar
            permittivity_bar[i + 1] -= quotient * numerator_bar
        for i in range(len(self_magnetic)):
            self_magnetic[i] = self_magnetic_saved[k, i]
            factor = self_electric[i + 1] - self_electric[i]
            courant_bar += factor * self_magnetic_bar[i]
            self_electric_bar[i + 1] += courant * self_magnetic_bar[i]
            self_electric_bar[i] -= courant * self_magnetic_bar[i]
        self_electric_bar[-2] += self_electric_part_bar
    return permittivity_bar, courant_bar, pulse_bar
