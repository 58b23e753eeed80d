import numpy as np


def impedance_of_a_circuit_value_and_grad(
    resistance, inductance, capacitance, frequencies
):
    """The value of impedance_of_a_circuit, and its gradient with respect to
    resistance, inductance, capacitance and frequencies.
    """
    power = 0.0
    frequencies_bar = np.empty_like(frequencies)

    # forward and reverse in one sweep: the iterations are independent
    capacitance_bar = 0.0
    inductance_bar = 0.0
    resistance_bar = 0.0
    for i in range(len(frequencies)):
        s = 2j * np.pi * frequencies[i]
        coil = resistance + s * inductance
        quotient = 1.0 / coil
        quotient_2 = 1.0 / (s * capacitance + quotient)
        impedance = quotient_2 + 0.5
        current = 1.0 / impedance
        abs_current = abs(current)
        power += 0.5 * np.real(current) + 0.1 * abs_current**2
        current_bar = 0.5
        abs_current_bar = 0.2 * abs_current
        current_bar += (
            np.conj(current)
            * abs_current_bar
            / (abs_current if abs_current != 0.0 else 1.0)
        )
        quotient_2_bar = -current * current_bar / impedance
        sum_bar = -quotient_2 * quotient_2_bar / (s * capacitance + quotient)
        capacitance_bar += np.real(s * sum_bar)
        coil_bar = -quotient * sum_bar / coil
        resistance_bar += np.real(coil_bar)
        s_bar = capacitance * sum_bar + inductance * coil_bar
        inductance_bar += np.real(s * coil_bar)
        frequencies_bar[i] = np.real(2j * np.pi * s_bar)
    return power, resistance_bar, inductance_bar, capacitance_bar, frequencies_bar
