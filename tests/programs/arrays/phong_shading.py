"""The light that facets send back to an eye: diffuse and glossy parts, and shadows."""

import numpy as np


def phong_shading(vertices, faces, lamp, eye, colour, gloss):
    a, b, c = vertices[faces[:, 0]], vertices[faces[:, 1]], vertices[faces[:, 2]]
    normal = np.cross(b - a, c - a)
    area = 0.5 * np.linalg.norm(normal, axis=1)
    normal = normal / (2.0 * area)[:, None]
    middle = (a + b + c) / 3.0
    light = lamp - middle
    light /= np.sqrt(np.sum(light**2, axis=1, keepdims=True))
    view = eye - middle
    view /= np.sqrt(np.sum(view**2, axis=1, keepdims=True))
    cosine = np.sum(normal * light, axis=1)
    mirrored = 2.0 * cosine[:, None] * normal - light
    shine = np.maximum(np.sum(mirrored * view, axis=1), 0.0) ** gloss
    lit = np.where(cosine > 0.0, cosine, 0.0)
    return (area[:, None] * (lit[:, None] * colour + shine[:, None])).sum(axis=0)


EXAMPLE = (
    np.array([[0.0, 0.1, 0.2], [1.0, 0.0, 0.1], [0.1, 1.1, 0.0], [0.9, 0.8, 0.4]]),
    np.array([[0, 1, 2], [1, 3, 2]]),
    np.array([0.5, 0.3, 2.0]),
    np.array([-0.2, 0.4, 1.5]),
    np.array([0.9, 0.5, 0.3]),
    3.0,
)
