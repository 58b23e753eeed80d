import numpy as np


def total_variation_denoising_value_and_grad(picture, noisy, mask, weight, eps):
    """The value of total_variation_denoising, and its gradient with respect to
    picture, noisy, weight and eps.
    """
    # forward sweep
    dx = np.zeros_like(picture)
    dy = np.zeros_like(picture)
    for i in range(picture.shape[0] - 1):
        for j in range(picture.shape[1]):
            dy[i, j] = picture[i + 1, j] - picture[i, j]
    power = eps**2
    if picture.shape != noisy.shape:
        raise ValueError("picture and noisy have different shapes")
    term = np.empty_like(picture)
    if term.shape[0] != mask.shape[0]:
        raise ValueError("picture - noisy and mask have different shapes")
    term_2 = np.empty_like(picture)
    if term_2.shape[1] != mask.shape[1]:
        raise ValueError("picture - noisy and mask have different shapes")
    total = 0.0
    total_2 = 0.0
    for i in range(picture.shape[0]):
        for j in range(picture.shape[1] - 1):
            dx[i, j] = picture[i, j + 1] - picture[i, j]
        for j in range(picture.shape[1]):
            variation = np.sqrt(dx[i, j] ** 2 + dy[i, j] ** 2 + power) - eps
            fidelity = picture[i, j] - noisy[i, j]
            total_2 += variation
            if mask[i, j]:
                total += fidelity**2
    value = 0.5 * total + weight * total_2

    # reverse sweep
    picture_bar = np.zeros_like(picture)
    noisy_bar = np.zeros_like(noisy)
    dx_bar = np.zeros_like(dx)
    dy_bar = np.zeros_like(dy)
    power_bar = 0.0
    eps_bar = 0.0
    picture_ahead_bar = np.zeros(picture.shape[1])
    for i in range(picture.shape[0] - 1, -1, -1):
        for j in range(picture.shape[1]):
            root = np.sqrt(dx[i, j] ** 2 + dy[i, j] ** 2 + power)
            fidelity = picture[i, j] - noisy[i, j]
            if mask[i, j]:
                picture_bar[i, j] += fidelity
                noisy_bar[i, j] -= fidelity
            eps_bar -= weight
            sum_bar = weight / (2.0 * root)
            dx_bar[i, j] += 2.0 * dx[i, j] * sum_bar
            dy_bar[i, j] += 2.0 * dy[i, j] * sum_bar
            power_bar += sum_bar
        for j in range(picture.shape[1] - 1):
            picture_ahead_bar[j] = dx_bar[i, j]
            picture_bar[i, j] -= dx_bar[i, j]

        # each element takes what it is owed
        for j in range(1, picture.shape[1]):
            picture_bar[i, j] += picture_ahead_bar[j - 1]
    eps_bar += 2.0 * eps * power_bar
    for i in range(picture.shape[0] - 1):
        for j in range(picture.shape[1]):
            picture_bar[i + 1, j] += dy_bar[i, j]
            picture_bar[i, j] -= dy_bar[i, j]
    return value, picture_bar, noisy_bar, total_2, eps_bar
