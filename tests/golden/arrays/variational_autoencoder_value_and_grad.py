import numpy as np


def variational_autoencoder_value_and_grad(x, encoder, decoder, bias, noise):
    """The value of variational_autoencoder, and its gradient with respect to x,
    encoder, decoder, bias and noise.
    """
    # forward sweep
    if x.shape[1] != encoder.shape[0]:
        raise ValueError("x and encoder have different shapes")
    product = x @ encoder
    code = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(encoder.shape[1]):
            code[i, j] = np.tanh(product[i, j])
    if encoder.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = encoder.shape[1] // 2
    start = 1 * size + min(1, encoder.shape[1] % 2)
    log_variance = code[:, start:]
    size_2 = encoder.shape[1] // 2
    stop = 1 * size_2 + min(1, encoder.shape[1] % 2)
    mean = code[:, :stop]
    if log_variance.shape[0] != noise.shape[0]:
        raise ValueError("log_variance and noise have different shapes")
    if log_variance.shape[1] != noise.shape[1]:
        raise ValueError("log_variance and noise have different shapes")
    if mean.shape[1] != noise.shape[1]:
        raise ValueError("mean and noise have different shapes")
    z = np.empty_like(mean)
    for i in range(mean.shape[0]):
        for j in range(log_variance.shape[1]):
            exponential = np.exp(0.5 * log_variance[i, j])
            z[i, j] = mean[i, j] + exponential * noise[i, j]
    if log_variance.shape[1] != decoder.shape[0]:
        raise ValueError("z and decoder have different shapes")
    if decoder.shape[1] != len(bias):
        raise ValueError("decoder and bias have different shapes")
    product_2 = z @ decoder
    logits = np.empty_like(product_2)
    for i in range(mean.shape[0]):
        for j in range(decoder.shape[1]):
            logits[i, j] = product_2[i, j] + bias[j]
    if x.shape[1] != decoder.shape[1]:
        raise ValueError("x and logits have different shapes")
    total_3 = np.empty(x.shape[0])
    for i in range(x.shape[0]):
        total_3[i] = 0.0
        for j in range(x.shape[1]):
            exponential = np.exp(-np.abs(logits[i, j]))
            likelihood = (
                x[i, j] * logits[i, j]
                - np.maximum(logits[i, j], 0.0)
                - np.log1p(exponential)
            )
            total_3[i] += likelihood
    total = 0.0

    # reverse sweep
    x_bar = np.empty_like(x)
    bias_bar = np.zeros_like(bias)
    noise_bar = np.zeros_like(noise)
    total_bar = 1.0 / log_variance.shape[0]
    code_bar = np.zeros_like(code)
    log_variance_bar = code_bar[:, start:]
    mean_bar = code_bar[:, :stop]
    total_3_bar = np.zeros_like(total_3)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(log_variance.shape[0]):
        total_3_bar[i] -= total_bar
        total_2 = 0.0
        for j in range(log_variance.shape[1]):
            exp_log_variance = np.exp(log_variance[i, j])
            factor = exp_log_variance + mean[i, j] ** 2 - 1.0 - log_variance[i, j]
            divergence = 0.5 * factor
            total_2 += divergence
            difference_bar = 0.5 * total_bar
            mean_bar[i, j] += 2.0 * mean[i, j] * difference_bar
            log_variance_bar[i, j] += (exp_log_variance - 1.0) * difference_bar
        total += total_2 - total_3[i]
    value = total / log_variance.shape[0]
    logits_bar = np.zeros_like(logits)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            likelihood_bar = total_3_bar[i]
            exponential = np.exp(-np.abs(logits[i, j]))
            x_bar[i, j] = logits[i, j] * likelihood_bar
            logits_bar[i, j] += x[i, j] * likelihood_bar
            logits_bar[i, j] += -likelihood_bar if logits[i, j] >= 0.0 else 0.0
            abs_logits_bar = exponential * likelihood_bar / (1.0 + exponential)
            logits_bar[i, j] += np.sign(logits[i, j]) * abs_logits_bar
    product_2_bar = np.empty_like(product_2)
    for i in range(mean.shape[0]):
        for j in range(decoder.shape[1]):
            product_2_bar[i, j] = logits_bar[i, j]
            bias_bar[j] += logits_bar[i, j]
    z_bar = product_2_bar @ decoder.T
    decoder_bar = z.T @ product_2_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(mean.shape[0]):
        for j in range(log_variance.shape[1]):
            exponential = np.exp(0.5 * log_variance[i, j])
            mean_bar[i, j] += z_bar[i, j]
            exponential_bar = noise[i, j] * z_bar[i, j]
            noise_bar[i, j] += exponential * z_bar[i, j]
            log_variance_bar[i, j] += 0.5 * exponential * exponential_bar
    product_bar = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(encoder.shape[1]):
            product_bar[i, j] = (1.0 - np.tanh(product[i, j]) ** 2) * code_bar[i, j]
    x_bar += product_bar @ encoder.T
    return value, x_bar, x.T @ product_bar, decoder_bar, bias_bar, noise_bar
