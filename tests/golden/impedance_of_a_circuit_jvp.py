import numpy as np


def impedance_of_a_circuit_jvp(
    resistance,
    inductance,
    capacitance,
    frequencies,
    resistance_dot,
    inductance_dot,
    capacitance_dot,
    frequencies_dot,
):
    """The value of impedance_of_a_circuit, and its derivative in the direction
    resistance_dot, inductance_dot, capacitance_dot, frequencies_dot.
    """
    power_dot = 0.0
    power = 0.0
    for i in range(len(frequencies)):
        s_dot = 2j * np.pi * frequencies_dot[i]
        s = 2j * np.pi * frequencies[i]
        coil_dot = resistance_dot + (s_dot * inductance + s * inductance_dot)
        coil = resistance + s * inductance
        quotient = 1.0 / coil
        quotient_dot = -quotient * coil_dot / coil
        quotient_2 = 1.0 / (s * capacitance + quotient)
        quotient_2_dot = (
            -quotient_2
            * (s_dot * capacitance + s * capacitance_dot + quotient_dot)
            / (s * capacitance + quotient)
        )
        impedance = quotient_2 + 0.5
        current = 1.0 / impedance
        current_dot = -current * quotient_2_dot / impedance
        abs_current = abs(current)
        factor = abs_current if abs_current != 0.0 else 1.0
        abs_current_dot = np.real(np.conj(current) * current_dot) / factor
        power_dot += 0.5 * np.real(current_dot) + 0.2 * abs_current * abs_current_dot
        power += 0.5 * np.real(current) + 0.1 * abs_current**2
    return power, power_dot
