import numpy as np


def complex_arrays_of_real_ones_jvp(
    frequencies, damping, load, frequencies_dot, damping_dot, load_dot
):
    """The value of complex_arrays_of_real_ones, and its derivative in the direction
    frequencies_dot, damping_dot, load_dot.
    """
    s_dot = damping_dot + 1j * frequencies_dot
    s = damping + 1j * frequencies
    transfer = s / (s**2 + damping * s + 1.0)
    factor = s_dot - transfer * (2.0 * s * s_dot + (damping_dot * s + damping * s_dot))
    transfer_dot = factor / (s**2 + damping * s + 1.0)
    if transfer.shape != load.shape:
        raise ValueError("transfer and load have different shapes")
    response_dot = transfer_dot * load + transfer * load_dot
    response = transfer * load
    abs_response = np.abs(response)
    factor_2 = np.where(abs_response != 0.0, abs_response, 1.0)
    abs_response_dot = np.real(np.conj(response) * response_dot) / factor_2
    term = np.sum(
        np.real(response_dot) * frequencies + np.real(response) * frequencies_dot
    )
    value_dot = term + np.sum(2.0 * abs_response * abs_response_dot)
    value = np.sum(np.real(response) * frequencies) + np.sum(abs_response**2)
    return value, value_dot
