"""Water over a step: fluxes between cells from eigenvectors of averaged states."""

import numpy as np


def roe_flux_of_shallow_water(h, hu, g, ratio):
    u = hu / h
    hl, hr, ul, ur = h[:-1], h[1:], u[:-1], u[1:]
    mean = (np.sqrt(hl) * ul + np.sqrt(hr) * ur) / (np.sqrt(hl) + np.sqrt(hr))
    c = np.sqrt(0.5 * g * (hl + hr))
    speeds = np.stack((mean - c, mean + c))
    jump_h, jump_q = np.diff(h), np.diff(hu)
    strength = np.stack(
        ((speeds[1] * jump_h - jump_q), (jump_q - speeds[0] * jump_h))
    ) / (2.0 * c)
    vectors = np.stack((np.ones_like(speeds), speeds), axis=1)
    damping = np.einsum("wf,wf,wkf->kf", np.abs(speeds), strength, vectors)
    physical = np.stack((hu, hu * u + 0.5 * g * h**2))
    flux = 0.5 * (physical[:, 1:] + physical[:, :-1]) - 0.5 * damping
    state = np.stack((h, hu))
    state[:, 1:-1] -= ratio * (flux[:, 1:] - flux[:, :-1])
    return state


EXAMPLE = (np.array([1.2, 1.0, 0.8, 0.7]), np.array([0.2, 0.3, 0.1, 0.2]), 9.8, 0.1)
