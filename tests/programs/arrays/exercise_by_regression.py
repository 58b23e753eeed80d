"""An American put on given paths: the value of waiting is a fitted polynomial."""

import numpy as np


def exercise_by_regression(spot, strike, rate, sigma, dt, normals):
    growth = (rate - 0.5 * sigma**2) * dt + sigma * np.sqrt(dt) * normals
    paths = spot * np.exp(np.cumsum(growth, axis=0))
    value = np.maximum(strike - paths[-1], 0.0)
    for price in paths[-2::-1]:
        value = value * np.exp(-rate * dt)
        now = np.maximum(strike - price, 0.0)
        inside = now > 0.0
        fit = np.polyfit(price[inside], value[inside], 1)
        waiting = np.polyval(fit, price)
        value = np.where(inside & (now > waiting), now, value)
    return np.exp(-rate * dt) * value.mean()


EXAMPLE = (
    1.0,
    1.1,
    0.05,
    0.3,
    0.5,
    np.array(
        [
            [0.3, -0.8, 0.5, -0.2, -1.1, 0.9],
            [-0.6, 0.4, -0.3, 0.7, 0.2, -0.5],
            [0.2, -0.9, 0.8, -0.4, 0.6, -0.7],
        ]
    ),
)
