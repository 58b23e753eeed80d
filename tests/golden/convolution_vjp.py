import numpy as np


def convolution_vjp(signal, kernel, result_bar):
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
    out_2_bar = result_bar.copy()
    out_bar = np.empty_like(out)
    for i in range(n):
        out_bar[i] = 2.0 * out[i] * out_2_bar[i]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        for k in range(len(kernel)):
            j = i + k - half
            if 0 <= j < n:
                kernel_bar[k] += signal[j] * out_bar[i]
                signal_bar[j] += kernel[k] * out_bar[i]
    return signal_bar, kernel_bar
