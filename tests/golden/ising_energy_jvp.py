import math


def ising_energy_jvp(spin, coupling, field, spin_dot, coupling_dot, field_dot):
    """The value of ising_energy, and its derivative in the direction spin_dot,
    coupling_dot, field_dot.
    """
    rows = spin.shape[0]
    columns = spin.shape[1]
    energy_dot = 0.0
    energy = 0.0
    for i in range(rows):
        for j in range(columns):
            s = math.tanh(spin[i, j])
            s_dot = (1.0 - s**2) * spin_dot[i, j]
            right = math.tanh(spin[i, (j + 1) % columns])
            right_dot = (1.0 - right**2) * spin_dot[i, (j + 1) % columns]
            below = math.tanh(spin[i - 1, j])
            below_dot = (1.0 - below**2) * spin_dot[i - 1, j]
            factor = (
                coupling_dot * (right + below)
                + coupling * (right_dot + below_dot)
                + field_dot
            )
            term = s * factor
            energy_dot -= s_dot * (coupling * (right + below) + field) + term
            energy -= s * (coupling * (right + below) + field)
    return energy, energy_dot
