import numpy as np


def trajectory_of_a_damped_swing_value_and_grad(p, n, dt):
    """The value of trajectory_of_a_damped_swing, and its gradient with respect to p
    and dt.
    """
    # forward sweep
    angle = np.empty(n)
    speed = np.zeros(n)
    angle[0] = 0.5
    for i in range(1, n):
        sin_angle = np.sin(angle[i - 1])
        speed[i] = speed[i - 1] - dt * (p[0] * sin_angle + p[1] * speed[i - 1])
        angle[i] = angle[i - 1] + dt * speed[i]
    total = 0.0
    for i in range(n):
        total += angle[i] ** 2

    # reverse sweep
    p_bar = np.zeros_like(p)
    speed_bar = np.zeros_like(speed)
    speed_bar[n - 1] += 1.0
    angle_bar = np.empty_like(angle)
    for i in range(n):
        angle_bar[i] = 2.0 * angle[i]
    dt_bar = 0.0
    for i in range(n - 1, 0, -1):
        angle_i_bar = angle_bar[i]
        angle_bar[i] = 0.0
        dt_bar += speed[i] * angle_i_bar
        speed_bar[i] += dt * angle_i_bar
        sin_angle = np.sin(angle[i - 1])
        speed_i_bar = speed_bar[i]
        speed_bar[i] = 0.0
        dt_bar -= (p[0] * sin_angle + p[1] * speed[i - 1]) * speed_i_bar
        sum_bar = -dt * speed_i_bar
        p_bar[0] += sin_angle * sum_bar
        p_bar[1] += speed[i - 1] * sum_bar
        speed_bar[i - 1] += speed_i_bar + p[1] * sum_bar
        angle_bar[i - 1] += angle_i_bar + np.cos(angle[i - 1]) * p[0] * sum_bar
    return total + speed[n - 1], p_bar, dt_bar
