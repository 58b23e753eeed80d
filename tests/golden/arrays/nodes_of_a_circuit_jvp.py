import numpy as np


def joined_tangent(
    arrays_0, arrays_1, arrays_2, arrays_0_dot, arrays_1_dot, arrays_2_dot
):
    """joined and its tangent."""
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole_dot = np.zeros(length, dtype=np.complex128)
    whole = np.empty(length, dtype=np.complex128)
    stop = arrays_0.shape[0]
    whole_dot[:stop] = arrays_0_dot
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:stop] = arrays_1_dot
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole_dot[start:] = arrays_2_dot
    whole[start:] = arrays_2
    return whole, whole_dot


def matmul_tangent(left, right, left_dot, right_dot):
    """matmul and its tangent."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result_dot = np.empty((left.shape[0], right.shape[1]), dtype=np.complex128)
    result = np.empty((left.shape[0], right.shape[1]), dtype=np.complex128)
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            total_dot = 0j
            total = 0j
            for j in range(left.shape[1]):
                total_dot += left_dot[i, j] * right[j, k] + left[i, j] * right_dot[j, k]
                total += left[i, j] * right[j, k]
            result_dot[i, k] = total_dot
            result[i, k] = total
    return result, result_dot


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_tangent(a, b, a_dot, b_dot):
    z = solution(a, b)
    return z, solution(a, b_dot - a_dot @ z)


def nodes_of_a_circuit_jvp(
    resistors,
    coils,
    capacitors,
    incidence,
    source,
    frequencies,
    resistors_dot,
    coils_dot,
    capacitors_dot,
    incidence_dot,
    source_dot,
    frequencies_dot,
):
    """The value of nodes_of_a_circuit, and its derivative in the direction
    resistors_dot, coils_dot, capacitors_dot, incidence_dot, source_dot,
    frequencies_dot.
    """
    gains_dot = np.zeros((len(frequencies), incidence.shape[1]))
    gains = np.zeros((len(frequencies), incidence.shape[1]))
    for k in range(len(frequencies)):
        s_dot = 2j * np.pi * frequencies_dot[k]
        s = 2j * np.pi * frequencies[k]
        arrays_0_dot = np.empty_like(resistors)
        arrays_0 = np.empty_like(resistors)
        for i in range(len(resistors)):
            quotient = 1.0 / resistors[i]
            arrays_0_dot[i] = -quotient * resistors_dot[i] / resistors[i]
            arrays_0[i] = quotient
        arrays_1 = 1.0 / (s * coils)
        arrays_1_dot = -arrays_1 * (s_dot * coils + s * coils_dot) / (s * coils)
        arrays_2_dot = s_dot * capacitors + s * capacitors_dot
        arrays_2 = s * capacitors
        admittance, admittance_dot = joined_tangent(
            arrays_0, arrays_1, arrays_2, arrays_0_dot, arrays_1_dot, arrays_2_dot
        )
        if incidence.shape[0] != len(admittance):
            raise ValueError("incidence and admittance have different shapes")
        term_dot = incidence_dot.T * admittance + incidence.T * admittance_dot
        term = incidence.T * admittance
        matrix, matrix_dot = matmul_tangent(term, incidence, term_dot, incidence_dot)
        b_dot = np.zeros_like(source + 0j) + source_dot
        b = source + 0j
        voltage, voltage_dot = solution_tangent(matrix, b, matrix_dot, b_dot)
        if len(gains[k]) != len(voltage):
            raise ValueError("gains[k] and voltage have different shapes")
        abs_voltage = np.abs(voltage)
        factor = np.where(abs_voltage != 0.0, abs_voltage, 1.0)
        abs_voltage_dot = np.real(np.conj(voltage) * voltage_dot) / factor
        gains_dot[k] = 20.0 * abs_voltage_dot / (np.log(10.0) * abs_voltage)
        gains[k] = 20.0 * np.log10(abs_voltage)
    a_dot = gains_dot[:, -1]
    a = gains[:, -1]
    value = np.max(a) - np.min(a)
    return gains, value, gains_dot, a_dot[np.argmax(a)] - a_dot[np.argmin(a)]
