"""Light through a slit with a lens: its field some way on, by the angular spectrum."""

import numpy as np


def angular_spectrum_of_a_beam(slit, focus, distance, wavelength):
    n = 8
    x = np.linspace(-1.0, 1.0, n, endpoint=False)
    y, x = np.meshgrid(x, x, indexing="ij")
    r2 = x**2 + y**2
    k = 2.0 * np.pi / wavelength
    opening = np.exp(-((r2 / slit**2) ** 2))
    field = opening * np.exp(-0.5j * k * r2 / focus)
    f = np.fft.fftfreq(n, d=2.0 / n)
    inside = 1.0 / wavelength**2 - f[:, None] ** 2 - f**2
    passed = np.exp(2j * np.pi * distance * np.sqrt(inside))
    there = np.fft.ifft2(np.fft.fft2(field) * passed)
    light = np.abs(there) ** 2
    width = np.sqrt(np.sum(light * r2) / np.sum(light))
    return np.fft.fftshift(light, axes=0)[0], width


EXAMPLE = (0.6, 3.0, 1.2, 0.21)
