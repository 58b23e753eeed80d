import numpy as np


def convolution_jvp(signal, kernel, signal_dot, kernel_dot):
    """The value of convolution, and its derivative in the direction signal_dot,
    kernel_dot.
    """
    n = len(signal)
    half = len(kernel) // 2
    out_dot = np.zeros(n)
    out = np.zeros(n)
    for i in range(n):
        for k in range(len(kernel)):
            j = i + k - half
            if 0 <= j < n:
                out_dot[i] += kernel_dot[k] * signal[j] + kernel[k] * signal_dot[j]
                out[i] += kernel[k] * signal[j]
    out_2_dot = np.empty_like(out)
    out_2 = np.empty_like(out)
    for i in range(n):
        out_2_dot[i] = out_dot[i] * out[i] + out[i] * out_dot[i]
        out_2[i] = out[i] * out[i]
    return out_2, out_2_dot
