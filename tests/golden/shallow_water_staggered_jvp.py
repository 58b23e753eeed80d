import numpy as np


def shallow_water_staggered_jvp(height, depth, dt, height_dot, depth_dot, dt_dot):
    """The value of shallow_water_staggered, and its derivative in the direction
    height_dot, depth_dot, dt_dot.
    """
    n = len(height)
    h_dot = height_dot.copy()
    h = height.copy()
    speed_dot = np.zeros(n + 1, dtype=np.float32)
    speed = np.zeros(n + 1, dtype=np.float32)
    for _ in range(3):
        for i in range(1, n):
            speed_dot[i] -= dt_dot * (h[i] - h[i - 1]) + dt * (h_dot[i] - h_dot[i - 1])
            speed[i] -= dt * (h[i] - h[i - 1])
        for i in range(n):
            term = (dt_dot * depth[i] + dt * depth_dot[i]) * (speed[i + 1] - speed[i])
            h_dot[i] -= term + dt * depth[i] * (speed_dot[i + 1] - speed_dot[i])
            h[i] -= dt * depth[i] * (speed[i + 1] - speed[i])
    value = h[0] * h[1] + np.sum(h**2)
    return value, h_dot[0] * h[1] + h[0] * h_dot[1] + np.sum(2.0 * h * h_dot)
