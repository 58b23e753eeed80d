import numpy as np


def wave_equation_leapfrog_jvp(u, speed, u_dot, speed_dot):
    """The value of wave_equation_leapfrog, and its derivative in the direction
    u_dot, speed_dot.
    """
    n = len(u)
    before_dot = u_dot.copy()
    before = u.copy()
    now_dot = u_dot.copy()
    now = u.copy()
    after_dot = np.zeros(n)
    after = np.zeros(n)
    for _ in range(4):
        for i in range(1, n - 1):
            bend_dot = now_dot[i + 1] - 2.0 * now_dot[i] + now_dot[i - 1]
            bend = now[i + 1] - 2.0 * now[i] + now[i - 1]
            after_dot[i] = (
                2.0 * now_dot[i]
                - before_dot[i]
                + (2.0 * speed * speed_dot * bend + speed**2 * bend_dot)
            )
            after[i] = 2.0 * now[i] - before[i] + speed**2 * bend
        before, now, after = now, after, before
        before_dot, now_dot, after_dot = now_dot, after_dot, before_dot
    value_dot = (
        now_dot[1] * now[2] + now[1] * now_dot[2] + 2.0 * before[2] * before_dot[2]
    )
    return now[1] * now[2] + before[2] ** 2, value_dot
