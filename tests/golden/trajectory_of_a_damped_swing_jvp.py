import numpy as np


def trajectory_of_a_damped_swing_jvp(p, n, dt, p_dot, dt_dot):
    """The value of trajectory_of_a_damped_swing, and its derivative in the direction
    p_dot, dt_dot.
    """
    angle_dot = np.zeros(n)
    angle = np.empty(n)
    speed_dot = np.zeros(n)
    speed = np.zeros(n)
    angle_dot[0] = 0.0
    angle[0] = 0.5
    for i in range(1, n):
        sin_angle_dot = np.cos(angle[i - 1]) * angle_dot[i - 1]
        sin_angle = np.sin(angle[i - 1])
        factor = (
            p_dot[0] * sin_angle
            + p[0] * sin_angle_dot
            + (p_dot[1] * speed[i - 1] + p[1] * speed_dot[i - 1])
        )
        term_2 = dt * factor
        term = dt_dot * (p[0] * sin_angle + p[1] * speed[i - 1]) + term_2
        speed_dot[i] = speed_dot[i - 1] - term
        speed[i] = speed[i - 1] - dt * (p[0] * sin_angle + p[1] * speed[i - 1])
        angle_dot[i] = angle_dot[i - 1] + (dt_dot * speed[i] + dt * speed_dot[i])
        angle[i] = angle[i - 1] + dt * speed[i]
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        total_dot += 2.0 * angle[i] * angle_dot[i]
        total += angle[i] ** 2
    return total + speed[n - 1], total_dot + speed_dot[n - 1]
