import numpy as np


def wave_equation_leapfrog_value_and_grad(u, speed):
    """The value of wave_equation_leapfrog, and its gradient with respect to u and
    speed.
    """
    # forward sweep: saves after
    n = len(u)
    before = u.copy()
    now = u.copy()
    after = np.zeros(n)
    after_saved = np.empty((4, n))
    for k in range(4):
        for i in range(1, n - 1):
            bend = now[i + 1] - 2.0 * now[i] + now[i - 1]
            after_saved[k, i] = after[i]
            after[i] = 2.0 * now[i] - before[i] + speed**2 * bend
        before, now, after = now, after, before
    value = now[1] * now[2] + before[2] ** 2

    # reverse sweep
    before_bar = np.zeros_like(before)
    now_bar = np.zeros_like(now)
    now_bar[1] += now[2]
    now_bar[2] += now[1]
    before_bar[2] += 2.0 * before[2]
    after_bar = np.zeros_like(after)
    speed_bar = 0.0
    now_around_bar = np.zeros(n + 2)
    for k in range(3, -1, -1):
        now, after, before = before, now, after
        now_bar, after_bar, before_bar = before_bar, now_bar, after_bar
        for i in range(1, n - 1):
            after[i] = after_saved[k, i]
            bend = now[i + 1] - 2.0 * now[i] + now[i - 1]
            after_i_bar = after_bar[i]
            after_bar[i] = 0.0
            before_bar[i] -= after_i_bar
            speed_bar += 2.0 * speed * bend * after_i_bar
            bend_bar = speed**2 * after_i_bar
            now_around_bar[i + 1] = bend_bar
            now_bar[i] += 2.0 * after_i_bar - 2.0 * bend_bar

        # each element takes what it is owed
        for i in range(n):
            now_bar[i] += now_around_bar[i] + now_around_bar[i + 2]
    return value, now_bar + before_bar, speed_bar
