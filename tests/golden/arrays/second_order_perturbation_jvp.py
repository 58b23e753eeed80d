import numpy as np


def second_order_perturbation_jvp(
    integrals, occupied, virtual, integrals_dot, occupied_dot, virtual_dot
):
    """The value of second_order_perturbation, and its derivative in the direction
    integrals_dot, occupied_dot, virtual_dot.
    """
    e_i = occupied
    e_a = virtual
    if integrals.shape[0] != len(occupied):
        raise ValueError("integrals and gap have different shapes")
    if integrals.shape[1] != len(virtual):
        raise ValueError("integrals and gap have different shapes")
    if integrals.shape[2] != len(occupied):
        raise ValueError("integrals and gap have different shapes")
    if integrals.shape[3] != len(virtual):
        raise ValueError("integrals and gap have different shapes")
    amplitudes_dot = np.empty_like(integrals)
    amplitudes = np.empty_like(integrals)
    opposite_dot = 0.0
    opposite = 0.0
    for i in range(len(occupied)):
        for j in range(len(virtual)):
            for k in range(len(occupied)):
                for m in range(len(virtual)):
                    gap_dot = (
                        occupied_dot[i]
                        + occupied_dot[k]
                        - virtual_dot[j]
                        - virtual_dot[m]
                    )
                    gap = e_i[i] + e_i[k] - e_a[j] - e_a[m]
                    quotient = integrals[i, j, k, m] / gap
                    factor = integrals_dot[i, j, k, m] - quotient * gap_dot
                    quotient_dot = factor / gap
                    amplitudes_dot[i, j, k, m] = quotient_dot
                    amplitudes[i, j, k, m] = quotient
                    term = amplitudes[i, j, k, m] * integrals_dot[i, j, k, m]
                    term_2 = amplitudes_dot[i, j, k, m] * integrals[i, j, k, m]
                    opposite_dot += term_2 + term
                    opposite += amplitudes[i, j, k, m] * integrals[i, j, k, m]
    swapaxes_result_dot = np.swapaxes(amplitudes_dot, 1, 3)
    swapaxes_result = np.swapaxes(amplitudes, 1, 3)
    same_dot = 0.0
    same = 0.0
    for i in range(len(occupied)):
        for j in range(len(virtual)):
            for k in range(len(occupied)):
                for m in range(len(virtual)):
                    factor_2 = (
                        amplitudes_dot[i, j, k, m] - swapaxes_result_dot[i, j, k, m]
                    )
                    term_3 = factor_2 * integrals[i, j, k, m]
                    factor_3 = amplitudes[i, j, k, m] - swapaxes_result[i, j, k, m]
                    term_4 = factor_3 * integrals_dot[i, j, k, m]
                    same_dot += term_3 + term_4
                    factor_4 = amplitudes[i, j, k, m] - swapaxes_result[i, j, k, m]
                    same += factor_4 * integrals[i, j, k, m]
    return 1.2 * opposite + same / 3.0, 1.2 * opposite_dot + same_dot / 3.0
