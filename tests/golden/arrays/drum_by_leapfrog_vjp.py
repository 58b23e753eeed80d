import numpy as np


def drum_by_leapfrog_vjp(start, speed, damping, dt, steps, result_bar):
    """The adjoints of start, speed, damping and dt of drum_by_leapfrog, for the
    adjoint of its result.
    """
    # forward sweep: saves after
    before = start.copy()
    now = start.copy()
    after = np.zeros_like(start)
    after_saved = []
    for t in range(steps):
        power = (speed * dt) ** 2
        values = np.empty((max(now.shape[0] - 2, 0), max(now.shape[1] - 2, 0)))
        for i in range(now.shape[0] - 2):
            for j in range(now.shape[1] - 2):
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
                values[i, j] = quotient
        for i in range(after.shape[0] - 2):
            for j in range(after.shape[1] - 2):
                after_saved.append(after[i + 1, j + 1])
                after[i + 1, j + 1] = values[i, j]
        before, now, after = now, after, before

    # reverse sweep
    heard_bar = result_bar.copy()
    before_bar = np.zeros_like(before)
    now_bar = np.zeros_like(now)
    after_bar = np.zeros_like(after)
    dt_bar = 0.0
    damping_bar = 0.0
    speed_bar = 0.0
    now_ahead_bar = np.zeros((now.shape[0] + 2, now.shape[1] + 2))
    now_ahead_bar_2 = np.zeros((now.shape[0] + 2, now.shape[1] + 2))
    for t in range(steps - 1, -1, -1):
        total_bar = heard_bar[t] / (max(now.shape[0] - 2, 0) * max(now.shape[1] - 2, 0))
        for i in range(now.shape[0] - 2):
            for j in range(now.shape[1] - 2):
                now_bar[i + 1, j + 1] += total_bar
        now, after, before = before, now, after
        now_bar, after_bar, before_bar = before_bar, now_bar, after_bar
        values_bar = np.zeros((max(now.shape[0] - 2, 0), max(now.shape[1] - 2, 0)))
        for i in range(after.shape[0] - 3, -1, -1):
            for j in range(after.shape[1] - 3, -1, -1):
                after[i + 1, j + 1] = after_saved.pop()
                values_bar[i, j] += after_bar[i + 1, j + 1]
                after_bar[i + 1, j + 1] = 0.0
        power = (speed * dt) ** 2
        power_bar = 0.0
        for i in range(now.shape[0] - 2):
            for j in range(now.shape[1] - 2):
                laplacian = (
                    now[i + 2, j + 1]
                    + now[i, j + 1]
                    + now[i + 1, j + 2]
                    + now[i + 1, j]
                    - 4.0 * now[i + 1, j + 1]
                )
                factor_2 = (
                    2.0 * now[i + 1, j + 1]
                    - (1.0 - damping * dt) * before[i + 1, j + 1]
                    + power * laplacian
                )
                quotient = factor_2 / (1.0 + damping * dt)
                numerator_bar = values_bar[i, j] / (1.0 + damping * dt)
                dt_bar += damping * before[i + 1, j + 1] * numerator_bar
                before_bar[i + 1, j + 1] += (damping * dt - 1.0) * numerator_bar
                power_bar += laplacian * numerator_bar
                laplacian_bar = power * numerator_bar
                factor_3 = dt * before[i + 1, j + 1] - dt * quotient
                damping_bar += factor_3 * numerator_bar
                dt_bar -= damping * quotient * numerator_bar
                now_ahead_bar[i + 2, j + 2] = laplacian_bar
                term = 4.0 * laplacian_bar
                now_ahead_bar_2[i + 2, j + 2] = 2.0 * numerator_bar - term

        # each element takes what it is owed
        for i in range(now.shape[0]):
            for j in range(now.shape[1]):
                now_bar[i, j] += (
                    now_ahead_bar[i, j + 1]
                    + now_ahead_bar[i + 2, j + 1]
                    + now_ahead_bar[i + 1, j]
                    + now_ahead_bar[i + 1, j + 2]
                    + now_ahead_bar_2[i + 1, j + 1]
                )
        product_bar = 2.0 * speed * dt * power_bar
        speed_bar += dt * product_bar
        dt_bar += speed * product_bar
    return now_bar + before_bar, speed_bar, damping_bar, dt_bar
