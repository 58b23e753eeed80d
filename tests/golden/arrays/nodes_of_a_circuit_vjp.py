import numpy as np


def joined(arrays_0, arrays_1, arrays_2):
    """Arrays one after the other, along an axis that is not negative."""
    length = arrays_0.shape[0] + arrays_1.shape[0] + arrays_2.shape[0]
    whole = np.empty(length, dtype=np.complex128)
    stop = arrays_0.shape[0]
    whole[:stop] = arrays_0
    start = arrays_0.shape[0]
    stop = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:stop] = arrays_1
    start = arrays_0.shape[0] + arrays_1.shape[0]
    whole[start:] = arrays_2
    return whole


def joined_adjoint(result_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar):
    """The adjoint of arrays_0, arrays_1 and arrays_2 is added to arrays_0_bar,
    arrays_1_bar, arrays_2_bar.
    """
    # forward sweep
    stop = arrays_0_bar.shape[0]
    start = arrays_0_bar.shape[0]
    stop_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]
    start_2 = arrays_0_bar.shape[0] + arrays_1_bar.shape[0]

    # reverse sweep
    whole_bar = result_bar.copy()
    arrays_2_bar += whole_bar[start_2:]
    whole_bar[start_2:] = 0.0
    arrays_1_bar += whole_bar[start:stop_2]
    whole_bar[start:stop_2] = 0.0
    arrays_0_bar += np.real(whole_bar[:stop])


def matmul(left, right):
    """The sums of left[i, j] * right[j, k] over j."""
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")
    result = np.empty((left.shape[0], right.shape[1]), dtype=np.complex128)
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            total = 0j
            for j in range(left.shape[1]):
                total += left[i, j] * right[j, k]
            result[i, k] = total
    return result


def matmul_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[1]:
        raise ValueError("operands of matmul have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for k in range(right.shape[1]):
            total_bar = result_bar[i, k]
            for j in range(left.shape[1]):
                left_bar[i, j] += right[j, k] * total_bar
                right_bar[j, k] += np.real(left[i, j] * total_bar)


def solution(a, b):
    """The vector x with a @ x = b: s2sad.library.inverses.solution(a, b)."""
    return np.linalg.solve(a, b)


def solution_adjoint(a, b, z_bar, a_bar, b_bar):
    z = solution(a, b)
    w = solution(a.T, z_bar)
    a_bar -= np.outer(w, z)
    b_bar += w


def nodes_of_a_circuit_vjp(
    resistors,
    coils,
    capacitors,
    incidence,
    source,
    frequencies,
    result_0_bar,
    result_1_bar,
):
    """The adjoints of resistors, coils, capacitors, incidence, source and
    frequencies of nodes_of_a_circuit, for the adjoint of its result.
    """
    # forward sweep: saves matrix and arrays_0
    gains = np.zeros((len(frequencies), incidence.shape[1]))
    matrix_saved = []
    arrays_0_saved = []
    for k in range(len(frequencies)):
        s = 2j * np.pi * frequencies[k]
        arrays_0 = np.empty_like(resistors)
        arrays_0_saved.append(arrays_0)
        for i in range(len(resistors)):
            arrays_0[i] = 1.0 / resistors[i]
        arrays_1 = 1.0 / (s * coils)
        arrays_2 = s * capacitors
        admittance = joined(arrays_0, arrays_1, arrays_2)
        if incidence.shape[0] != len(admittance):
            raise ValueError("incidence and admittance have different shapes")
        term = incidence.T * admittance
        matrix = matmul(term, incidence)
        matrix_saved.append(matrix)
        b = source + 0j
        voltage = solution(matrix, b)
        if len(gains[k]) != len(voltage):
            raise ValueError("gains[k] and voltage have different shapes")
        abs_voltage = np.abs(voltage)
        gains[k] = 20.0 * np.log10(abs_voltage)
    a = gains[:, -1]

    # reverse sweep
    resistors_bar = np.zeros_like(resistors)
    coils_bar = np.zeros_like(coils)
    capacitors_bar = np.zeros_like(capacitors)
    incidence_bar = np.zeros_like(incidence)
    source_bar = np.zeros_like(source)
    frequencies_bar = np.zeros_like(frequencies)
    gains_bar = result_0_bar.copy()
    a_bar = gains_bar[:, -1]
    a_bar[np.argmax(a)] += result_1_bar
    a_bar[np.argmin(a)] -= result_1_bar
    arrays_0_bar = np.empty_like(resistors)
    for k in range(len(frequencies) - 1, -1, -1):
        matrix = matrix_saved.pop()
        b = source + 0j
        voltage = solution(matrix, b)
        abs_voltage = np.abs(voltage)
        abs_voltage_bar = 20.0 * gains_bar[k] / (np.log(10.0) * abs_voltage)
        voltage_bar = (
            np.conj(voltage)
            * abs_voltage_bar
            / np.where(abs_voltage != 0.0, abs_voltage, 1.0)
        )
        matrix_bar = np.zeros_like(matrix)
        b_bar = np.zeros_like(b)
        solution_adjoint(matrix, b, voltage_bar, matrix_bar, b_bar)
        source_bar += np.real(b_bar)
        arrays_0 = arrays_0_saved.pop()
        s = 2j * np.pi * frequencies[k]
        arrays_1 = 1.0 / (s * coils)
        arrays_2 = s * capacitors
        admittance = joined(arrays_0, arrays_1, arrays_2)
        term = incidence.T * admittance
        term_bar = np.zeros_like(term)
        matmul_adjoint(term, incidence, matrix_bar, term_bar, incidence_bar)
        incidence_bar += np.real(admittance * term_bar).T
        admittance_bar = np.sum(incidence.T * term_bar, axis=0)
        arrays_0_bar[:] = 0.0
        arrays_1_bar = np.zeros_like(arrays_1)
        arrays_2_bar = np.zeros_like(arrays_2)
        joined_adjoint(admittance_bar, arrays_0_bar, arrays_1_bar, arrays_2_bar)
        capacitors_bar += np.real(s * arrays_2_bar)
        product_bar = -arrays_1 * arrays_1_bar / (s * coils)
        s_bar = np.sum(capacitors * arrays_2_bar) + np.sum(coils * product_bar)
        coils_bar += np.real(s * product_bar)
        for i in range(len(resistors)):
            resistors_bar[i] -= arrays_0_bar[i] / resistors[i] / resistors[i]
        frequencies_bar[k] += np.real(2j * np.pi * s_bar)
    return (
        resistors_bar,
        coils_bar,
        capacitors_bar,
        incidence_bar,
        source_bar,
        frequencies_bar,
    )
