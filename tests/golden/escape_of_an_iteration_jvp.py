import numpy as np


def escape_of_an_iteration_jvp(x, y, x_dot, y_dot):
    """The value of escape_of_an_iteration, and its derivative in the direction
    x_dot, y_dot.
    """
    c_dot = complex(x_dot, y_dot)
    c = complex(x, y)
    z_dot = 0j
    z = 0j
    n = 0
    while abs(z) < 20.0 and n < 40:
        z_dot = z_dot * z + z * z_dot + c_dot
        z = z * z + c
        n += 1
    abs_z = abs(z)
    abs_z_dot = np.real(np.conj(z) * z_dot) / (abs_z if abs_z != 0.0 else 1.0)
    log_abs_z = np.log(abs_z)
    return n + 1.0 - np.log(log_abs_z), -abs_z_dot / abs_z / log_abs_z
