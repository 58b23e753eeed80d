"""An echo makes a comb in the spectrum: its delay shows in the power cepstrum."""

import numpy as np


def cepstrum_of_an_echo(sound, strength, delay, floor):
    n = len(sound)
    heard = sound + strength * np.roll(sound, delay)
    spectrum = np.fft.fft(heard * np.hanning(n))
    log_power = np.log(spectrum.real**2 + spectrum.imag**2 + floor)
    cepstrum = np.fft.ifft(log_power).real
    low = np.exp(-0.5 * np.arange(n) ** 2)
    lifted = np.fft.fft(cepstrum * low).real
    return cepstrum[delay], np.mean((log_power - lifted) ** 2)


EXAMPLE = (
    np.array([0.3, 1.2, -0.8, 0.5, 0.9, -1.1, 0.4, 0.2, -0.6, 1.0]),
    0.6,
    3,
    1e-2,
)
