import numpy as np


def drum_by_leapfrog_jvp(
    start, speed, damping, dt, steps, start_dot, speed_dot, damping_dot, dt_dot
):
    """The value of drum_by_leapfrog, and its derivative in the direction start_dot,
    speed_dot, damping_dot, dt_dot.
    """
    before_dot = start_dot.copy()
    before = start.copy()
    now_dot = start_dot.copy()
    now = start.copy()
    after_dot = np.zeros_like(start)
    after = np.zeros_like(start)
    heard_dot = np.empty(steps)
    heard = np.zeros(steps)
    for t in range(steps):
        power_dot = 2.0 * speed * dt * (speed_dot * dt + speed * dt_dot)
        power = (speed * dt) ** 2
        values_dot = np.empty((max(now.shape[0] - 2, 0), max(now.shape[1] - 2, 0)))
        values = np.empty((max(now.shape[0] - 2, 0), max(now.shape[1] - 2, 0)))
        for i in range(now.shape[0] - 2):
            for j in range(now.shape[1] - 2):
                laplacian_dot = (
                    now_dot[i + 2, j + 1]
                    + now_dot[i, j + 1]
                    + now_dot[i + 1, j + 2]
                    + now_dot[i + 1, j]
                    - 4.0 * now_dot[i + 1, j + 1]
                )
                laplacian = (
                    now[i + 2, j + 1]
                    + now[i, j + 1]
                    + now[i + 1, j + 2]
                    + now[i + 1, j]
                    - 4.0 * now[i + 1, j + 1]
                )
                factor = (
                    2.0 * now[i + 1, j + 1]
                    - (1.0 - damping * dt) * before[i + 1, j + 1]
                    + power * laplacian
                )
                quotient = factor / (1.0 + damping * dt)
                factor_2 = (
                    2.0 * now_dot[i + 1, j + 1]
                    - (
                        (1.0 - damping * dt) * before_dot[i + 1, j + 1]
                        - (damping_dot * dt + damping * dt_dot) * before[i + 1, j + 1]
                    )
                    + (power_dot * laplacian + power * laplacian_dot)
                    - quotient * (damping_dot * dt + damping * dt_dot)
                )
                quotient_dot = factor_2 / (1.0 + damping * dt)
                values_dot[i, j] = quotient_dot
                values[i, j] = quotient
        for i in range(after.shape[0] - 2):
            for j in range(after.shape[1] - 2):
                after_dot[i + 1, j + 1] = values_dot[i, j]
                after[i + 1, j + 1] = values[i, j]
        before, now, after = now, after, before
        before_dot, now_dot, after_dot = now_dot, after_dot, before_dot
        total_dot = 0.0
        total = 0.0
        for i in range(now.shape[0] - 2):
            for j in range(now.shape[1] - 2):
                total_dot += now_dot[i + 1, j + 1]
                total += now[i + 1, j + 1]
        heard_dot[t] = total_dot / (max(now.shape[0] - 2, 0) * max(now.shape[1] - 2, 0))
        heard[t] = total / (max(now.shape[0] - 2, 0) * max(now.shape[1] - 2, 0))
    return heard, heard_dot
