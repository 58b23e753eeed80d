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
    hidden = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(w1.shape[1]):
            hidden[i, j] = np.tanh(product[i, j] + b1[j])
    if w1.shape[1] != w2.shape[0]:
        raise ValueError("hidden and w2 have different shapes")
    output = hidden @ w2
    if output.shape[0] != target.shape[0]:
        raise ValueError("output and target have different shapes")
    total = 0.0

    # reverse sweep
    b1_bar = np.zeros_like(b1)
    target_bar = np.zeros_like(target)
    total_bar = 1.0 / x.shape[0]
    output_bar = np.zeros_like(output)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        error = output[i, 0] - target[i, 0]
        total += error * error
        error_bar = 2.0 * error * total_bar
        output_bar[i, 0] += error_bar
        target_bar[i, 0] -= error_bar
    hidden_bar = output_bar @ w2.T
    w2_bar = hidden.T @ output_bar
    product_bar = np.empty_like(product)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[0]):
        for j in range(w1.shape[1]):
            sum_bar = (1.0 - hidden[i, j] ** 2) * hidden_bar[i, j]
            product_bar[i, j] = sum_bar
            b1_bar[j] += sum_bar
    x_bar = product_bar @ w1.T
    w1_bar = x.T @ product_bar
    return total / x.shape[0], x_bar, w1_bar, b1_bar, w2_bar, target_bar
