import numpy as np


def complex_arrays_of_real_ones_value_and_grad(frequencies, damping, load):
    """The value of complex_arrays_of_real_ones, and its gradient with respect to
    frequencies, damping and load.
    """
    # forward sweep
    s = damping + 1j * frequencies
    transfer = s / (s**2 + damping * s + 1.0)
    if transfer.shape != load.shape:
        raise ValueError("transfer and load have different shapes")
    response = transfer * load
    abs_response = np.abs(response)
    value = np.sum(np.real(response) * frequencies) + np.sum(abs_response**2)

    # reverse sweep
    response_bar = np.zeros_like(response)
    response_bar += frequencies
    frequencies_bar = np.real(response).copy()
    abs_response_bar = 2.0 * abs_response
    response_bar += (
        np.conj(response)
        * abs_response_bar
        / np.where(abs_response != 0.0, abs_response, 1.0)
    )
    transfer_bar = load * response_bar
    load_bar = np.real(transfer * response_bar)
    s_bar = transfer_bar / (s**2 + damping * s + 1.0)
    sum_bar = -transfer * transfer_bar / (s**2 + damping * s + 1.0)
    s_bar += (2.0 * s + damping) * sum_bar
    damping_bar = np.real(np.sum(s * sum_bar)) + np.real(np.sum(s_bar))
    frequencies_bar += np.real(1j * s_bar)
    return value, frequencies_bar, damping_bar, load_bar
