"""A picture from linear light to a perceptual space, and how far two colours are."""

import numpy as np

TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)


def lab(rgb, white):
    linear = np.where(rgb > 0.04045, ((rgb + 0.055) / 1.055) ** 2.4, rgb / 12.92)
    t = np.tensordot(linear, TO_XYZ, axes=([-1], [1])) / white
    f = np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16.0 / 116.0)
    x, y, z = np.rollaxis(f, -1)
    return np.dstack([116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)])


def colours_of_a_picture(picture, other, white, matrix):
    one, two = lab(picture, white), lab(np.einsum("ijk,lk->ijl", other, matrix), white)
    chroma = np.hypot(one[..., 1], one[..., 2])
    change = two - one
    d_chroma = np.hypot(two[..., 1], two[..., 2]) - chroma
    hue2 = change[..., 1] ** 2 + change[..., 2] ** 2 - d_chroma**2
    far = change[..., 0] ** 2 + (d_chroma / (1.0 + 0.045 * chroma)) ** 2
    far = np.sqrt(far + hue2 / (1.0 + 0.015 * chroma) ** 2)
    return far, np.median(far), np.mean(one, axis=(0, 1))


EXAMPLE = (
    np.array(
        [[[0.2, 0.5, 0.7], [0.9, 0.3, 0.1]], [[0.02, 0.6, 0.4], [0.5, 0.45, 0.8]]]
    ),
    np.array([[[0.3, 0.4, 0.6], [0.8, 0.4, 0.2]], [[0.1, 0.5, 0.5], [0.6, 0.5, 0.6]]]),
    np.array([0.9505, 1.0, 1.089]),
    np.array([[0.9, 0.1, 0.0], [0.05, 0.9, 0.05], [0.0, 0.2, 0.8]]),
)
