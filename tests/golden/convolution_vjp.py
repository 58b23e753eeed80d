import numpy as np


def convolution_vjp(signal, kernel, result_bar_2):
    """The adjoints of signal and kernel of convolution, for the adjoint of its
    result.
    """
    # forward sweep
    n = len(signal)
    half = len(kernel) // 2
    out = np.zeros(n)
    for i in range(n):
        for k in range(len(kernel)):
            j = i + k - half
            if 0 <= j < n:
                out[i] += kernel[k] * signal[j]

    # reverse sweep
    signal_bar = np.zeros_like(signal)
    kernel_bar = np.zeros_like(kernel)
    result_bar = result_bar_2.copy()
    out_bar = np.zeros_like(out)
    for i_2 in range(n):
        out_bar[i_2] += 2.0 * out[i_2] * result_bar[i_2]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        for k in range(len(kernel)):
            j = i + k - half
            if 0 <= j < n:
                kernel_bar[k] += signal[j] * out_bar[i]
                signal_bar[j] += kernel[k] * out_bar[i]
    return signal_bar, kernel_bar
