"""A signal is convolved with a kernel and cut off at its ends."""

import numpy as np


def convolution(signal, kernel):
    n = len(signal)
    half = len(kernel) // 2
    out = np.zeros(n)
    for i in range(n):
        for k in range(len(kernel)):
            j = i + k - half
            if 0 <= j < n:
                out[i] += kernel[k] * signal[j]
    return out * out


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]), np.array([0.25, 0.6, -0.2]))
