import numpy as np


def shallow_water_staggered_value_and_grad(height, depth, dt):
    """The value of shallow_water_staggered, and its gradient with respect to height,
    depth and dt.
    """
    # forward sweep: saves speed and h
    n = len(height)
    h = height.copy()
    speed = np.zeros(n + 1, dtype=np.float32)
    speed_saved = np.empty((3, n), dtype=np.float32)
    h_saved = np.empty((3, n), dtype=np.float32)
    for k in range(3):
        for i in range(1, n):
            speed_saved[k, i] = speed[i]
            speed[i] -= dt * (h[i] - h[i - 1])
        for i in range(n):
            h_saved[k, i] = h[i]
            h[i] -= dt * depth[i] * (speed[i + 1] - speed[i])
    value = h[0] * h[1] + np.sum(h**2)

    # reverse sweep
    depth_bar = np.zeros_like(depth)
    h_bar = np.zeros_like(h)
    h_bar[0] += h[1]
    h_bar[1] += h[0]
    h_bar += 2.0 * h
    speed_bar = np.zeros_like(speed)
    dt_bar = 0.0
    speed_ahead_bar = np.zeros(n, np.float32)
    h_behind_bar = np.zeros(n, np.float32)
    for k in range(2, -1, -1):
        for i in range(n):
            h[i] = h_saved[k, i]
            product_bar = -(speed[i + 1] - speed[i]) * h_bar[i]
            dt_bar += depth[i] * product_bar
            depth_bar[i] += dt * product_bar
            difference_bar = -dt * depth[i] * h_bar[i]
            speed_ahead_bar[i] = difference_bar
            speed_bar[i] -= difference_bar

        # each element takes what it is owed
        for i in range(1, n + 1):
            speed_bar[i] += speed_ahead_bar[i - 1]
        for i in range(1, n):
            speed[i] = speed_saved[k, i]
            dt_bar += (h[i - 1] - h[i]) * speed_bar[i]
            h_bar[i] -= dt * speed_bar[i]
            h_behind_bar[i] = dt * speed_bar[i]

        # each element takes what it is owed
        for i in range(n - 1):
            h_bar[i] += h_behind_bar[i + 1]
    return value, h_bar, depth_bar, dt_bar
