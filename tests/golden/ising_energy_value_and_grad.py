import math

import numpy as np


def ising_energy_value_and_grad(spin, coupling, field):
    """The value of ising_energy, and its gradient with respect to spin, coupling and
    field.
    """
    # forward sweep
    rows = spin.shape[0]
    columns = spin.shape[1]
    energy = 0.0

    # reverse sweep
    spin_bar = np.zeros_like(spin)

    # forward and reverse in one sweep: the iterations are independent
    field_bar = 0.0
    coupling_bar = 0.0
    for i in range(rows):
        for j in range(columns):
            s = math.tanh(spin[i, j])
            right = math.tanh(spin[i, (j + 1) % columns])
            below = math.tanh(spin[i - 1, j])
            energy -= s * (coupling * (right + below) + field)
            sum_bar = -s
            coupling_bar += (right + below) * sum_bar
            field_bar += sum_bar
            spin_bar[i - 1, j] += (1.0 - below**2) * coupling * sum_bar
            spin_bar[i, (j + 1) % columns] += (1.0 - right**2) * coupling * sum_bar
            spin_bar[i, j] -= (1.0 - s**2) * (coupling * (right + below) + field)
    return energy, spin_bar, coupling_bar, field_bar
