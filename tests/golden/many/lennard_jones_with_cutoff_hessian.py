import numpy as np


def lennard_jones_with_cutoff_hessian(x, box, cutoff):
    """The Hessian of lennard_jones_with_cutoff with respect to x."""
    x_i_bar_dot = np.empty(x.shape[0])
    hessian = np.zeros((x.shape[0], x.shape[0]))
    for i in range(len(x)):
        for c in range(x.shape[0]):
            x_i_bar_dot[c] = 0.0
        for j in range(i):
            d = x[i] - x[j]
            d -= box * round(d / box)
            r2 = d * d
            r2_dot_i = 1.0 * d + d * 1.0
            r2_dot_j = -1.0 * d + d * -1.0
            if not r2 > cutoff * cutoff:
                s6 = 1.0 / r2**3
                d_bar = -24.0 * d * r2**2 * s6 * (2.0 * s6 - 1.0) / r2**3
                s6_dot = -3.0 * s6 * r2**2 * r2_dot_i / r2**3
                factor = (
                    (
                        (-24.0 * r2**2 - 48.0 * d * r2 * r2_dot_i) * s6
                        - 24.0 * d * r2**2 * s6_dot
                    )
                    * (2.0 * s6 - 1.0)
                    - 48.0 * d * r2**2 * s6 * s6_dot
                    - 3.0 * d_bar * r2**2 * r2_dot_i
                )
                d_bar_dot = factor / r2**3
                x_i_bar_dot[i] += d_bar_dot
                hessian[j, i] -= d_bar_dot
                s6_dot = -3.0 * s6 * r2**2 * r2_dot_j / r2**3
                factor_2 = (
                    (
                        (24.0 * r2**2 - 48.0 * d * r2 * r2_dot_j) * s6
                        - 24.0 * d * r2**2 * s6_dot
                    )
                    * (2.0 * s6 - 1.0)
                    - 48.0 * d * r2**2 * s6 * s6_dot
                    - 3.0 * d_bar * r2**2 * r2_dot_j
                )
                d_bar_dot = factor_2 / r2**3
                x_i_bar_dot[j] += d_bar_dot
                hessian[j, j] -= d_bar_dot
        for c in range(x.shape[0]):
            hessian[i, c] += x_i_bar_dot[c]
    return hessian
