import numpy as np


def escape_of_an_iteration_value_and_grad(x, y):
    """The value of escape_of_an_iteration, and its gradient with respect to x and y."""
    # forward sweep: saves z
    c = complex(x, y)
    z = 0j
    n = 0
    z_saved = []
    while abs(z) < 20.0 and n < 40:
        z_saved.append(z)
        z = z * z + c
        n += 1
    abs_z = abs(z)
    log_abs_z = np.log(abs_z)

    # reverse sweep
    z_bar = -np.conj(z) / log_abs_z / abs_z / (abs_z if abs_z != 0.0 else 1.0)
    c_bar = 0j
    for trip in range(len(z_saved)):
        z = z_saved.pop()
        c_bar += z_bar
        z_bar = 2.0 * z * z_bar
    return n + 1.0 - np.log(log_abs_z), np.real(c_bar), np.real(1j * c_bar)
