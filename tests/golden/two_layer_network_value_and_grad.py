import numpy as np


def two_layer_network_value_and_grad(x, w1, b1, w2, target):
    """The value of two_layer_network, and its gradient with respect to x, w1, b1, w2
    and target.
    """
    # forward sweep
    if x.shape[1] != w1.shape[0]:
        raise ValueError("x and w1 have different shapes")
    if w1.shape[1] != len(b1):
        raise ValueError("w1 and b1 have different shapes")
    product = x @ w1
    hidden = np.tanh(product + b1)
    if hidden.shape[1] != w2.shape[0]:
        raise ValueError("hidden and w2 have different shapes")
    output = hidden @ w2
    if output.shape[0] != target.shape[0]:
        raise ValueError("output and target have different shapes")
    error = output - target
    value = np.sum(error * error) / error.size

    # reverse sweep
    error_bar = 2.0 * error / error.size
    output_bar = error_bar.copy()
    target_bar = -error_bar
    hidden_bar = output_bar @ w2.T
    w2_bar = hidden.T @ output_bar
    product_bar = np.zeros_like(product)
    sum_bar = (1.0 - hidden**2) * hidden_bar
    product_bar += sum_bar
    b1_bar = np.sum(sum_bar, axis=0)
    x_bar = product_bar @ w1.T
    return value, x_bar, x.T @ product_bar, b1_bar, w2_bar, target_bar
