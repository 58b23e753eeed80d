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
    hidden_dot = np.empty_like(product)
    hidden = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(w1.shape[1]):
            tanh_result = np.tanh(product[i, j] + b1[j])
            hidden_dot[i, j] = (1.0 - tanh_result**2) * (product_dot[i, j] + b1_dot[j])
            hidden[i, j] = tanh_result
    if w1.shape[1] != w2.shape[0]:
        raise ValueError("hidden and w2 have different shapes")
    output_dot = hidden_dot @ w2 + hidden @ w2_dot
    output = hidden @ w2
    if output.shape[0] != target.shape[0]:
        raise ValueError("output and target have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(x.shape[0]):
        error_dot = output_dot[i, 0] - target_dot[i, 0]
        error = output[i, 0] - target[i, 0]
        total_dot += error_dot * error + error * error_dot
        total += error * error
    return total / x.shape[0], total_dot / x.shape[0]
