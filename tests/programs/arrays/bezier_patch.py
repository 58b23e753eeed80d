"""A smooth surface over a net of points: where it is, and its normals."""

import numpy as np


def bezier_patch(net, u, v):
    def bernstein(t):
        s = 1.0 - t
        return np.stack((s**3, 3.0 * t * s**2, 3.0 * t**2 * s, t**3), axis=-1)

    def slopes(t):
        s = 1.0 - t
        low = np.stack((s**2, 2.0 * t * s, t**2), axis=-1)
        zero = np.zeros_like(t)[:, None]
        return 3.0 * (np.hstack((zero, low)) - np.hstack((low, zero)))

    point = np.einsum("ui,ijk,uj->uk", bernstein(u), net, bernstein(v))
    along_u = np.einsum("ui,ijk,uj->uk", slopes(u), net, bernstein(v))
    along_v = np.einsum("ui,ijk,uj->uk", bernstein(u), net, slopes(v))
    return point, np.cross(along_u, along_v)


EXAMPLE = (
    np.sin(np.arange(48.0) ** 1.1).reshape(4, 4, 3),
    np.array([0.2, 0.7]),
    np.array([0.6, 0.3]),
)
