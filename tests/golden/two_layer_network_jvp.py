import numpy as np


def two_layer_network_jvp(
    x, w1, b1, w2, target, x_dot, w1_dot, b1_dot, w2_dot, target_dot
):
    """The value of two_layer_network, and its derivative in the direction x_dot,
    w1_dot, b1_dot, w2_dot, target_dot.
    """
    if x.shape[1] != w1.shape[0]:
        raise ValueError("x and w1 have different shapes")
    if w1.shape[1] != len(b1):
        raise ValueError("w1 and b1 have different shapes")
    product_dot = x_dot @ w1 + x @ w1_dot
    product = x @ w1
    hidden = np.tanh(product + b1)
    hidden_dot = (1.0 - hidden**2) * (product_dot + b1_dot)
    if hidden.shape[1] != w2.shape[0]:
        raise ValueError("hidden and w2 have different shapes")
    output_dot = hidden_dot @ w2 + hidden @ w2_dot
    output = hidden @ w2
    if output.shape[0] != target.shape[0]:
        raise ValueError("output and target have different shapes")
    error_dot = output_dot - target_dot
    error = output - target
    value_dot = np.sum(error_dot * error + error * error_dot) / error.size
    return np.sum(error * error) / error.size, value_dot
