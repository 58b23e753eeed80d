import numpy as np


def lennard_jones_with_cutoff_value_and_grad(x, box, cutoff):
    """The value of lennard_jones_with_cutoff, and its gradient with respect to x,
    box and cutoff.
    """
    energy = 0.0
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    box_bar = 0.0
    for i in range(len(x)):
        x_i_bar = 0.0
        for j in range(i):
            d = x[i] - x[j]
            d_saved = d
            d -= box * round(d / box)
            r2 = d * d
            d_bar = 0.0
            if not r2 > cutoff * cutoff:
                s6 = 1.0 / r2**3
                energy += 4.0 * (s6 * s6 - s6)
                d_bar -= 24.0 * d * r2**2 * s6 * (2.0 * s6 - 1.0) / r2**3
            d = d_saved
            box_bar -= round(d / box) * d_bar
            x_i_bar += d_bar
            x_bar[j] -= d_bar
        x_bar[i] += x_i_bar
    return energy, x_bar, box_bar, 0.0
