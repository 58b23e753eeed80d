"""The correlation energy of pairs of electrons, by denominators of four levels."""

import numpy as np


def second_order_perturbation(integrals, occupied, virtual):
    e_i, e_a = occupied, virtual
    gap = (
        e_i[:, None, None, None]
        + e_i[None, None, :, None]
        - e_a[None, :, None, None]
        - e_a[None, None, None, :]
    )
    amplitudes = integrals / gap
    opposite = np.sum(amplitudes * integrals)
    same = np.sum((amplitudes - amplitudes.transpose(0, 3, 2, 1)) * integrals)
    return 1.2 * opposite + same / 3.0


EXAMPLE = (
    np.sin(np.arange(16.0) + 0.3).reshape(2, 2, 2, 2),
    np.array([-1.2, -0.7]),
    np.array([0.4, 0.9]),
)
