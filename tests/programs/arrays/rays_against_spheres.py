"""Rays through the pixels of a camera: how deep they hit spheres, and how brightly."""

import numpy as np


def rays_against_spheres(centres, radii, directions, light):
    d = directions / np.linalg.norm(directions, axis=-1, keepdims=True)
    b = np.einsum("rk,sk->rs", d, centres)
    c = np.sum(centres**2, axis=-1) - radii**2
    disc = b**2 - c
    hit = disc > 0.0
    depth = np.where(hit, b - np.sqrt(np.where(hit, disc, 1.0)), 1e3)
    nearest = np.argmin(depth, axis=1)
    t = depth[np.arange(len(d)), nearest]
    normal = (t[:, None] * d - centres[nearest]) / radii[nearest, None]
    shade = np.clip(normal @ light, 0.05, None)
    return np.where(hit.any(axis=1), shade / t**2, 0.0)


EXAMPLE = (
    np.array([[0.1, 0.2, 3.0], [0.9, -0.3, 4.0]]),
    np.array([1.0, 0.8]),
    np.array([[0.0, 0.1, 1.0], [0.25, -0.1, 1.0], [-0.9, 0.8, 1.0]]),
    np.array([0.3, 0.5, -0.8]),
)
