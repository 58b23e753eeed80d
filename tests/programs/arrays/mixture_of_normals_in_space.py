"""Points in the plane under a mixture of normals with widths along the axes."""

import numpy as np


def mixture_of_normals_in_space(points, logits, centres, log_width):
    log_weight = logits - np.log(np.sum(np.exp(logits)))
    z = (points[:, None, :] - centres[None, :, :]) / np.exp(log_width)[None]
    dim = points.shape[1]
    log_density = (
        -0.5 * np.sum(z**2, axis=2)
        - np.sum(log_width, axis=1)
        - 0.5 * dim * np.log(2.0 * np.pi)
    )
    joint = log_weight + log_density
    return np.logaddexp.reduce(joint, axis=1).sum()


EXAMPLE = (
    np.array([[0.7, 1.3], [-0.4, 0.2], [1.1, -0.9]]),
    np.array([0.2, -0.3]),
    np.array([[0.5, 0.6], [0.1, -0.4]]),
    np.array([[0.1, -0.2], [0.3, 0.0]]),
)
