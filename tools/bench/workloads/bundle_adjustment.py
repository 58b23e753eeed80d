"""Bundle adjustment: the two-row Jacobian of each of many observations.

With 15 inputs and 2 results, two seeds through the adjoint beat 15 tangents.  All that
the adjoint reads is scalar and computed once, for both seeds: nothing is saved.
"""

import math

import numpy as np
from numba import njit

import s2sad


@njit(error_model="numpy")
def residual(camera, point, weight, feature):
    """The error of a projected point; camera: rotation, centre, focus, shift, lens."""
    r, s, t = camera[0], camera[1], camera[2]
    x = point[0] - camera[3]
    y = point[1] - camera[4]
    z = point[2] - camera[5]

    # rotate (x, y, z) by the angle theta around (r, s, t)
    theta2 = r**2 + s**2 + t**2
    cross_x = s * z - t * y
    cross_y = t * x - r * z
    cross_z = r * y - s * x
    if theta2 > 0.0:
        theta = math.sqrt(theta2)
        cosine = math.cos(theta)
        sine = math.sin(theta) / theta
        dot = (r * x + s * y + t * z) / theta2
        along = dot * (1.0 - cosine)
        a = x * cosine + cross_x * sine + r * along
        b = y * cosine + cross_y * sine + s * along
        c = z * cosine + cross_z * sine + t * along
    else:
        a = x + cross_x
        b = y + cross_y
        c = z + cross_z

    # project, distort, compare
    u = a / c
    v = b / c
    rho = u**2 + v**2
    lens = 1.0 + camera[9] * rho + camera[10] * rho**2
    scale = camera[6] * lens
    delta_u = u * scale + camera[7] - feature[0]
    delta_v = v * scale + camera[8] - feature[1]
    return weight * delta_u, weight * delta_v


def primal(cameras, points, weights, features):
    """The residuals of all observations."""
    out = np.empty((len(weights), 2))
    for i in range(len(weights)):
        u, v = residual(cameras[i], points[i], weights[i], features[i])
        out[i, 0] = u
        out[i, 1] = v
    return out


@njit(error_model="numpy")
def blocks(camera, point, weight, feature, camera_bar, point_bar, weight_bar):
    """The Jacobians of residual, written into the last three arguments."""
    # forward sweep
    r, s, t = camera[0], camera[1], camera[2]
    x = point[0] - camera[3]
    y = point[1] - camera[4]
    z = point[2] - camera[5]

    # rotate (x, y, z) by the angle theta around (r, s, t)
    theta2 = r**2 + s**2 + t**2
    cross_x = s * z - t * y
    cross_y = t * x - r * z
    cross_z = r * y - s * x
    if theta2 > 0.0:
        theta = math.sqrt(theta2)
        cosine = math.cos(theta)
        sin_theta = math.sin(theta)
        sine = sin_theta / theta
        dot = (r * x + s * y + t * z) / theta2
        along = dot * (1.0 - cosine)
        a = x * cosine + cross_x * sine + r * along
        b = y * cosine + cross_y * sine + s * along
        c = z * cosine + cross_z * sine + t * along
    else:
        a = x + cross_x
        b = y + cross_y
        c = z + cross_z

    # project, distort, compare
    u = a / c
    v = b / c
    rho = u**2 + v**2
    lens = 1.0 + camera[9] * rho + camera[10] * rho**2
    scale = camera[6] * lens
    delta_u = u * scale + camera[7] - feature[0]
    delta_v = v * scale + camera[8] - feature[1]

    # reverse sweep, once for each result
    for k in range(2):
        result_0_bar = 1.0 if k == 0 else 0.0
        result_1_bar = 1.0 if k == 1 else 0.0
        weight_bar[k] = delta_v * result_1_bar + delta_u * result_0_bar
        delta_v_bar = weight * result_1_bar
        delta_u_bar = weight * result_0_bar
        camera_bar[k, 8] = delta_v_bar
        camera_bar[k, 7] = delta_u_bar
        scale_bar = v * delta_v_bar + u * delta_u_bar
        camera_bar[k, 6] = lens * scale_bar
        lens_bar = camera[6] * scale_bar
        camera_bar[k, 10] = rho**2 * lens_bar
        camera_bar[k, 9] = rho * lens_bar
        rho_bar = (camera[9] + 2.0 * camera[10] * rho) * lens_bar
        v_bar = scale * delta_v_bar + 2.0 * v * rho_bar
        u_bar = scale * delta_u_bar + 2.0 * u * rho_bar
        b_bar = v_bar / c
        a_bar = u_bar / c
        c_bar = -v * b_bar - u * a_bar
        if theta2 > 0.0:
            along_bar = t * c_bar + s * b_bar + r * a_bar
            sine_bar = cross_z * c_bar + cross_y * b_bar + cross_x * a_bar
            cosine_bar = z * c_bar + y * b_bar + x * a_bar - dot * along_bar
            cross_z_bar = sine * c_bar
            cross_y_bar = sine * b_bar
            cross_x_bar = sine * a_bar
            numerator_bar = (1.0 - cosine) * along_bar / theta2
            sin_theta_bar = sine_bar / theta
            theta_bar = (cosine - sine) * sin_theta_bar - sin_theta * cosine_bar
            theta2_bar = theta_bar / (2.0 * theta) - dot * numerator_bar
            z_bar = cosine * c_bar + t * numerator_bar
            y_bar = cosine * b_bar + s * numerator_bar
            x_bar = cosine * a_bar + r * numerator_bar
            t_bar = along * c_bar + z * numerator_bar + 2.0 * t * theta2_bar
            s_bar = along * b_bar + y * numerator_bar + 2.0 * s * theta2_bar
            r_bar = along * a_bar + x * numerator_bar + 2.0 * r * theta2_bar
        else:
            cross_z_bar = c_bar
            cross_y_bar = b_bar
            cross_x_bar = a_bar
            z_bar = c_bar
            y_bar = b_bar
            x_bar = a_bar
            t_bar = 0.0
            s_bar = 0.0
            r_bar = 0.0
        z_bar += s * cross_x_bar - r * cross_y_bar
        y_bar += r * cross_z_bar - t * cross_x_bar
        x_bar += t * cross_y_bar - s * cross_z_bar
        point_bar[k, 2] = z_bar
        point_bar[k, 1] = y_bar
        point_bar[k, 0] = x_bar
        camera_bar[k, 5] = -z_bar
        camera_bar[k, 4] = -y_bar
        camera_bar[k, 3] = -x_bar
        camera_bar[k, 2] = t_bar + x * cross_y_bar - y * cross_x_bar
        camera_bar[k, 1] = s_bar + z * cross_x_bar - x * cross_z_bar
        camera_bar[k, 0] = r_bar + y * cross_z_bar - z * cross_y_bar


def by_hand(cameras, points, weights, features):
    """The Jacobians of every residual with respect to camera, point and weight."""
    n = len(weights)
    cameras_bar = np.empty((2, n, 11))
    points_bar = np.empty((2, n, 3))
    weights_bar = np.empty((2, n))
    for i in range(n):
        blocks(
            cameras[i],
            points[i],
            weights[i],
            features[i],
            cameras_bar[:, i],
            points_bar[:, i],
            weights_bar[:, i],
        )
    horizontal = cameras_bar[0], points_bar[0], weights_bar[0]
    vertical = cameras_bar[1], points_bar[1], weights_bar[1]
    return horizontal, vertical


def derivative():
    return s2sad.vmap(s2sad.jacrev(residual, argnums=(0, 1, 2)))


def arguments(quick):
    n = 5 if quick else 10_000
    generator = np.random.default_rng(0)
    cameras = generator.standard_normal((n, 11)) * 0.05
    cameras[:, 6] += 1.0
    cameras[0, :3] = 0.0
    points = generator.standard_normal((n, 3)) * 0.5 + np.array([0.0, 0.0, 5.0])
    weights = generator.uniform(0.5, 1.5, n)
    return cameras, points, weights, generator.standard_normal((n, 2))
