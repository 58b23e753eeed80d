import numpy as np


def phase_retrieval_jvp(signal, measured, signal_dot, measured_dot):
    """The value of phase_retrieval, and its derivative in the direction signal_dot,
    measured_dot.
    """
    n = len(signal)
    misfit_dot = 0.0
    misfit = 0.0
    for k in range(len(measured)):
        total_dot = 0j
        total = 0.0
        for j in range(n):
            exponential = np.exp(-2j * np.pi * j * k / n)
            total_dot += signal_dot[j] * exponential
            total += signal[j] * exponential
        abs_total = abs(total)
        factor = abs_total if abs_total != 0.0 else 1.0
        abs_total_dot = np.real(np.conj(total) * total_dot) / factor
        misfit_dot += (
            2.0
            * (abs_total**2 - measured[k])
            * (2.0 * abs_total * abs_total_dot - measured_dot[k])
        )
        misfit += (abs_total**2 - measured[k]) ** 2
    return misfit, misfit_dot
