"""Principal components: how much they explain, a whitened picture, and what is left."""

import numpy as np


def components_of_a_picture(picture, noise, softness):
    middle = picture.mean(axis=0)
    u, s, vt = np.linalg.svd(picture - middle, full_matrices=False)
    share = s**2 / np.sum(s**2)
    shrunk = np.maximum(s - noise, 0.0)
    clean = np.linalg.multi_dot([u, np.diag(shrunk), vt]) + middle
    rank = np.sum(s / (s + softness))
    spread = np.cov(clean, rowvar=False)
    nuclear = np.linalg.norm(picture, "nuc")
    effective = np.exp(-np.sum(share * np.log(share)))
    return clean, rank, effective, np.trace(spread) / nuclear


EXAMPLE = (
    np.array([[0.9, 0.2, -0.5], [0.1, 1.3, 0.4], [-0.7, 0.6, 1.1], [0.5, -0.9, 0.3]]),
    0.2,
    0.5,
)
