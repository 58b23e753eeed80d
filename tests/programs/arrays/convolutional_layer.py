"""Pictures through small filters, a nonlinearity and pooling, and on to classes."""

import numpy as np


def convolutional_layer(images, filters, bias, weights):
    n, channels, height, width = images.shape
    count, _, kh, kw = filters.shape
    out = np.zeros((n, count, height - kh + 1, width - kw + 1))
    for i in range(kh):
        for j in range(kw):
            part = images[:, :, i : i + out.shape[2], j : j + out.shape[3]]
            out += np.einsum("nchw,fc->nfhw", part, filters[:, :, i, j])
    out += bias[:, None, None]
    out = np.maximum(out, 0.1 * out)
    pooled = out.reshape(n, count, out.shape[2] // 2, 2, out.shape[3] // 2, 2)
    pooled = pooled.mean(axis=(3, 5))
    return pooled.reshape(n, -1) @ weights


EXAMPLE = (
    np.sin(np.arange(36.0) ** 1.2).reshape(2, 2, 3, 3),
    np.cos(np.arange(16.0) ** 1.1).reshape(2, 2, 2, 2),
    np.array([0.1, -0.2]),
    np.array([[0.5, -0.3], [0.8, 0.4]]),
)
