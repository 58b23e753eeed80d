"""Reverberation: combs of several delays, then an all-pass filter, block by block."""

import numpy as np


def comb_filters_of_a_room(dry, gains, delays, mix):
    n = dry.size
    wet = np.zeros(n)
    for gain, delay in zip(gains, delays):
        y = dry.copy()
        for start in range(delay, n, delay):
            stop = min(start + delay, n)
            y[start:stop] += gain * y[start - delay : stop - delay]
        wet += y / len(gains)
    g = 0.5
    out = -g * wet
    out[2:] += (1.0 - g * g) * wet[:-2]
    return (1.0 - mix) * dry + mix * out


EXAMPLE = (
    np.array([1.0, 0.3, -0.4, 0.2, 0.6, -0.1, 0.5]),
    np.array([0.6, 0.7]),
    np.array([2, 3]),
    0.4,
)
