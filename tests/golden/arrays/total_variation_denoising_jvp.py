import numpy as np


def total_variation_denoising_jvp(
    picture, noisy, mask, weight, eps, picture_dot, noisy_dot, weight_dot, eps_dot
):
    """The value of total_variation_denoising, and its derivative in the direction
    picture_dot, noisy_dot, weight_dot, eps_dot.
    """
    dx_dot = np.zeros_like(picture)
    dx = np.zeros_like(picture)
    dy_dot = np.zeros_like(picture)
    dy = np.zeros_like(picture)
    for i in range(picture.shape[0] - 1):
        for j in range(picture.shape[1]):
            dy_dot[i, j] = picture_dot[i + 1, j] - picture_dot[i, j]
            dy[i, j] = picture[i + 1, j] - picture[i, j]
    power_dot = 2.0 * eps * eps_dot
    power = eps**2
    if picture.shape != noisy.shape:
        raise ValueError("picture and noisy have different shapes")
    term = np.empty_like(picture)
    if term.shape[0] != mask.shape[0]:
        raise ValueError("picture - noisy and mask have different shapes")
    term_2 = np.empty_like(picture)
    if term_2.shape[1] != mask.shape[1]:
        raise ValueError("picture - noisy and mask have different shapes")
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1] - 1):
            dx_dot[i, j] = picture_dot[i, j + 1] - picture_dot[i, j]
            dx[i, j] = picture[i, j + 1] - picture[i, j]
        for j in range(picture.shape[1]):
            root = np.sqrt(dx[i, j] ** 2 + dy[i, j] ** 2 + power)
            factor = (
                2.0 * dx[i, j] * dx_dot[i, j]
                + 2.0 * dy[i, j] * dy_dot[i, j]
                + power_dot
            )
            root_dot = factor / (2.0 * root)
            variation = root - eps
            fidelity_dot = picture_dot[i, j] - noisy_dot[i, j]
            fidelity = picture[i, j] - noisy[i, j]
            total_2_dot += root_dot - eps_dot
            total_2 += variation
            if mask[i, j]:
                total_dot += 2.0 * fidelity * fidelity_dot
                total += fidelity**2
    value_dot = 0.5 * total_dot + (weight_dot * total_2 + weight * total_2_dot)
    return 0.5 * total + weight * total_2, value_dot
