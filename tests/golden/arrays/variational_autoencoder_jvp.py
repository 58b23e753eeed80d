import numpy as np


def variational_autoencoder_jvp(
    x,
    encoder,
    decoder,
    bias,
    noise,
    x_dot,
    encoder_dot,
    decoder_dot,
    bias_dot,
    noise_dot,
):
    """The value of variational_autoencoder, and its derivative in the direction
    x_dot, encoder_dot, decoder_dot, bias_dot, noise_dot.
    """
    if x.shape[1] != encoder.shape[0]:
        raise ValueError("x and encoder have different shapes")
    product_dot = x_dot @ encoder + x @ encoder_dot
    product = x @ encoder
    code_dot = np.empty_like(product)
    code = np.empty_like(product)
    for i in range(x.shape[0]):
        for j in range(encoder.shape[1]):
            tanh_product = np.tanh(product[i, j])
            code_dot[i, j] = (1.0 - tanh_product**2) * product_dot[i, j]
            code[i, j] = tanh_product
    if encoder.shape[1] % 2 != 0:
        raise ValueError("array split does not result in an equal division")
    size = encoder.shape[1] // 2
    start = 1 * size + min(1, encoder.shape[1] % 2)
    log_variance_dot = code_dot[:, start:]
    log_variance = code[:, start:]
    size_2 = encoder.shape[1] // 2
    stop = 1 * size_2 + min(1, encoder.shape[1] % 2)
    mean_dot = code_dot[:, :stop]
    mean = code[:, :stop]
    if log_variance.shape[0] != noise.shape[0]:
        raise ValueError("log_variance and noise have different shapes")
    if log_variance.shape[1] != noise.shape[1]:
        raise ValueError("log_variance and noise have different shapes")
    if mean.shape[1] != noise.shape[1]:
        raise ValueError("mean and noise have different shapes")
    z_dot = np.empty_like(mean)
    z = np.empty_like(mean)
    for i in range(mean.shape[0]):
        for j in range(log_variance.shape[1]):
            exponential = np.exp(0.5 * log_variance[i, j])
            exponential_dot = 0.5 * exponential * log_variance_dot[i, j]
            term = exponential_dot * noise[i, j] + exponential * noise_dot[i, j]
            z_dot[i, j] = mean_dot[i, j] + term
            z[i, j] = mean[i, j] + exponential * noise[i, j]
    if log_variance.shape[1] != decoder.shape[0]:
        raise ValueError("z and decoder have different shapes")
    if decoder.shape[1] != len(bias):
        raise ValueError("decoder and bias have different shapes")
    product_2_dot = z_dot @ decoder + z @ decoder_dot
    product_2 = z @ decoder
    logits_dot = np.empty_like(product_2)
    logits = np.empty_like(product_2)
    for i in range(mean.shape[0]):
        for j in range(decoder.shape[1]):
            logits_dot[i, j] = product_2_dot[i, j] + bias_dot[j]
            logits[i, j] = product_2[i, j] + bias[j]
    if x.shape[1] != decoder.shape[1]:
        raise ValueError("x and logits have different shapes")
    total_3_dot = np.empty(x.shape[0])
    total_3 = np.empty(x.shape[0])
    for i in range(x.shape[0]):
        total_3_dot[i] = 0.0
        total_3[i] = 0.0
        for j in range(x.shape[1]):
            abs_logits_dot = np.sign(logits[i, j]) * logits_dot[i, j]
            exponential = np.exp(-np.abs(logits[i, j]))
            exponential_dot = -exponential * abs_logits_dot
            likelihood_dot = (
                x_dot[i, j] * logits[i, j]
                + x[i, j] * logits_dot[i, j]
                - (logits_dot[i, j] if logits[i, j] >= 0.0 else 0.0)
                - exponential_dot / (1.0 + exponential)
            )
            likelihood = (
                x[i, j] * logits[i, j]
                - np.maximum(logits[i, j], 0.0)
                - np.log1p(exponential)
            )
            total_3_dot[i] += likelihood_dot
            total_3[i] += likelihood
    total_dot = 0.0
    total = 0.0
    for i in range(log_variance.shape[0]):
        total_2_dot = 0.0
        total_2 = 0.0
        for j in range(log_variance.shape[1]):
            exp_log_variance = np.exp(log_variance[i, j])
            exp_log_variance_dot = exp_log_variance * log_variance_dot[i, j]
            factor = (
                exp_log_variance_dot
                + 2.0 * mean[i, j] * mean_dot[i, j]
                - log_variance_dot[i, j]
            )
            divergence_dot = 0.5 * factor
            factor_2 = exp_log_variance + mean[i, j] ** 2 - 1.0 - log_variance[i, j]
            divergence = 0.5 * factor_2
            total_2_dot += divergence_dot
            total_2 += divergence
        total_dot += total_2_dot - total_3_dot[i]
        total += total_2 - total_3[i]
    return total / log_variance.shape[0], total_dot / log_variance.shape[0]
