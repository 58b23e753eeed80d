"""The evidence bound of a small autoencoder, with noise that is given."""

import numpy as np


def variational_autoencoder(x, encoder, decoder, bias, noise):
    code = np.tanh(x @ encoder)
    mean, log_variance = np.split(code, 2, axis=1)
    z = mean + np.exp(0.5 * log_variance) * noise
    logits = z @ decoder + bias
    likelihood = (
        x * logits - np.maximum(logits, 0.0) - np.log1p(np.exp(-np.abs(logits)))
    )
    divergence = 0.5 * (np.exp(log_variance) + mean**2 - 1.0 - log_variance)
    return np.mean(divergence.sum(axis=1) - likelihood.sum(axis=1))


EXAMPLE = (
    np.array([[0.9, 0.2, 0.7], [0.1, 0.8, 0.4]]),
    np.sin(np.arange(12.0)).reshape(3, 4),
    np.cos(np.arange(6.0)).reshape(2, 3),
    np.array([0.1, -0.2, 0.3]),
    np.array([[0.4, -0.6], [-0.3, 0.8]]),
)
