import numpy as np


def second_order_perturbation_value_and_grad(integrals, occupied, virtual):
    """The value of second_order_perturbation, and its gradient with respect to
    integrals, occupied and virtual.
    """
    # forward sweep
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
    amplitudes = np.empty_like(integrals)
    opposite = 0.0
    for i in range(len(occupied)):
        for j in range(len(virtual)):
            for k in range(len(occupied)):
                for m in range(len(virtual)):
                    gap = e_i[i] + e_i[k] - e_a[j] - e_a[m]
                    amplitudes[i, j, k, m] = integrals[i, j, k, m] / gap
                    opposite += amplitudes[i, j, k, m] * integrals[i, j, k, m]
    swapaxes_result = np.swapaxes(amplitudes, 1, 3)
    same = 0.0
    for i in range(len(occupied)):
        for j in range(len(virtual)):
            for k in range(len(occupied)):
                for m in range(len(virtual)):
                    factor = amplitudes[i, j, k, m] - swapaxes_result[i, j, k, m]
                    same += factor * integrals[i, j, k, m]

    # reverse sweep
    integrals_bar = np.empty_like(integrals)
    occupied_bar = np.zeros_like(occupied)
    virtual_bar = np.zeros_like(virtual)
    same_bar = 1.0 / 3.0
    amplitudes_bar = np.zeros_like(amplitudes)
    swapaxes_result_bar = np.swapaxes(amplitudes_bar, 1, 3)
    for i in range(len(occupied)):
        for j in range(len(virtual)):
            for k in range(len(occupied)):
                for m in range(len(virtual)):
                    amplitudes_bar[i, j, k, m] += integrals[i, j, k, m] * same_bar
                    swapaxes_result_bar[i, j, k, m] -= integrals[i, j, k, m] * same_bar
                    factor_2 = amplitudes[i, j, k, m] - swapaxes_result[i, j, k, m]
                    integrals_bar[i, j, k, m] = factor_2 * same_bar
    for i in range(len(occupied)):
        occupied_i_bar = 0.0
        for j in range(len(virtual)):
            virtual_j_bar = 0.0
            for k in range(len(occupied)):
                occupied_k_bar = 0.0
                for m in range(len(virtual)):
                    amplitudes_bar[i, j, k, m] += 1.2 * integrals[i, j, k, m]
                    gap = e_i[i] + e_i[k] - e_a[j] - e_a[m]
                    numerator_bar = amplitudes_bar[i, j, k, m] / gap
                    term = 1.2 * amplitudes[i, j, k, m]
                    integrals_bar[i, j, k, m] += term + numerator_bar
                    gap_bar = -integrals[i, j, k, m] * numerator_bar / gap
                    occupied_i_bar += gap_bar
                    occupied_k_bar += gap_bar
                    virtual_j_bar -= gap_bar
                    virtual_bar[m] -= gap_bar
                occupied_bar[k] += occupied_k_bar
            virtual_bar[j] += virtual_j_bar
        occupied_bar[i] += occupied_i_bar
    return 1.2 * opposite + same / 3.0, integrals_bar, occupied_bar, virtual_bar
