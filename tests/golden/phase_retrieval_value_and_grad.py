import numpy as np


def phase_retrieval_value_and_grad(signal, measured):
    """The value of phase_retrieval, and its gradient with respect to signal and
    measured.
    """
    # forward sweep
    n = len(signal)
    misfit = 0.0

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    measured_bar = np.empty_like(measured)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(measured)):
        total = 0.0
        for j in range(n):
            total += signal[j] * np.exp(-2j * np.pi * j * k / n)
        abs_total = abs(total)
        misfit += (abs_total**2 - measured[k]) ** 2
        difference_bar = 2.0 * (abs_total**2 - measured[k])
        abs_total_bar = 2.0 * abs_total * difference_bar
        measured_bar[k] = -difference_bar
        total_bar = (
            np.conj(total) * abs_total_bar / (abs_total if abs_total != 0.0 else 1.0)
        )
        for j in range(n):
            signal_bar[j] += np.real(np.exp(-2j * np.pi * j * k / n) * total_bar)
    return misfit, signal_bar, measured_bar
