"""The current of a solar cell from Lambert's function, and where its power is best."""

import numpy as np
from scipy.special import lambertw


def solar_cell_in_the_sun(voltage, light, dark, series, shunt, thermal):
    total = series + shunt
    exponent = shunt * (series * (light + dark) + voltage) / (thermal * total)
    argument = series * shunt * dark / (thermal * total) * np.exp(exponent)
    w = lambertw(argument).real
    current = (shunt * (light + dark) - voltage) / total - thermal / series * w
    power = voltage * current
    best = np.argmax(power)
    fill = power[best] / (voltage[-1] * current[0])
    return current, fill


EXAMPLE = (np.linspace(0.1, 0.6, 6), 1.1, 0.02, 0.15, 9.0, 0.13)
