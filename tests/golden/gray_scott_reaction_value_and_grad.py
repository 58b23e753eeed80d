import numpy as np


def gray_scott_reaction_value_and_grad(u, v, feed, kill):
    """The value of gray_scott_reaction, and its gradient with respect to u, v, feed
    and kill.
    """
    # forward sweep: saves new_u and new_v
    n = len(u)
    old_u = u.copy()
    old_v = v.copy()
    new_u = np.zeros(n)
    new_v = np.zeros(n)
    new_u_saved = np.empty((3, n))
    new_v_saved = np.empty((3, n))
    for k in range(3):
        for i in range(n):
            left = (i - 1) % n
            right = (i + 1) % n
            made = old_u[i] * old_v[i] ** 2
            spread_u = old_u[left] + old_u[right] - 2.0 * old_u[i]
            spread_v = old_v[left] + old_v[right] - 2.0 * old_v[i]
            new_u_saved[k, i] = new_u[i]
            new_u[i] = old_u[i] + 0.2 * spread_u - made + feed * (1.0 - old_u[i])
            new_v_saved[k, i] = new_v[i]
            new_v[i] = old_v[i] + 0.1 * spread_v + made - (feed + kill) * old_v[i]
        old_u, new_u = new_u, old_u
        old_v, new_v = new_v, old_v
    if old_u.shape != old_v.shape:
        raise ValueError("old_u and old_v have different shapes")
    total = 0.0
    for i in range(len(old_u)):
        total += old_u[i] * old_v[i]

    # reverse sweep
    u_bar = np.zeros_like(u)
    v_bar = np.zeros_like(v)
    old_u_bar = np.empty_like(old_u)
    old_v_bar = np.zeros_like(old_v)
    for i in range(len(old_u)):
        old_u_bar[i] = old_v[i]
        old_v_bar[i] += old_u[i]
    new_u_bar = np.zeros_like(new_u)
    new_v_bar = np.zeros_like(new_v)
    kill_bar = 0.0
    feed_bar = 0.0
    for k in range(2, -1, -1):
        new_v, old_v = old_v, new_v
        new_v_bar, old_v_bar = old_v_bar, new_v_bar
        new_u, old_u = old_u, new_u
        new_u_bar, old_u_bar = old_u_bar, new_u_bar
        for i in range(n):
            new_v[i] = new_v_saved[k, i]
            new_v_i_bar = new_v_bar[i]
            new_v_bar[i] = 0.0
            spread_v_bar = 0.1 * new_v_i_bar
            kill_bar -= old_v[i] * new_v_i_bar
            new_u[i] = new_u_saved[k, i]
            new_u_i_bar = new_u_bar[i]
            new_u_bar[i] = 0.0
            spread_u_bar = 0.2 * new_u_i_bar
            made_bar = new_v_i_bar - new_u_i_bar
            feed_bar += (1.0 - old_u[i]) * new_u_i_bar - old_v[i] * new_v_i_bar
            left = (i - 1) % n
            right = (i + 1) % n
            old_v_bar[left] += spread_v_bar
            old_v_bar[right] += spread_v_bar
            old_v_bar[i] += (1.0 - feed - kill) * new_v_i_bar - 2.0 * spread_v_bar
            old_u_bar[left] += spread_u_bar
            old_u_bar[right] += spread_u_bar
            old_u_bar[i] += (1.0 - feed) * new_u_i_bar - 2.0 * spread_u_bar
            old_u_bar[i] += old_v[i] ** 2 * made_bar
            old_v_bar[i] += 2.0 * old_v[i] * old_u[i] * made_bar
    v_bar += old_v_bar
    u_bar += old_u_bar
    return total, u_bar, v_bar, feed_bar, kill_bar
