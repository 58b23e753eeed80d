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
    out_2 = np.empty_like(out)
    for i in range(n):
        out_2[i] = out[i] * out[i]
    return out_2


def convolution_adjoint(signal, kernel, result_bar, signal_bar):
    """The adjoint of signal is added to signal_bar."""
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
    out_2_bar = result_bar.copy()
    out_bar = np.empty_like(out)
    for i in range(n):
        out_bar[i] = 2.0 * out[i] * out_2_bar[i]

    # forward and reverse in one sweep: the iterations are independent
    for i in range(n):
        for k in range(len(kernel)):
            j = i + k - half
            if 0 <= j < n:
                signal_bar[j] += kernel[k] * out_bar[i]


def convolution_jacrev(signal, kernel):
    """The Jacobian of convolution with respect to signal."""
    value = convolution(signal, kernel)
    jacobian = np.zeros((signal.shape[0], signal.shape[0]))
    result_bar = np.zeros_like(value)
    for i in range(value.shape[0]):
        result_bar[i] = 1.0
        convolution_adjoint(signal, kernel, result_bar, jacobian[i, :])
        result_bar[i] = 0.0
    return jacobian
