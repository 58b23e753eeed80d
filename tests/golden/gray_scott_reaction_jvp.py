import numpy as np


def gray_scott_reaction_jvp(u, v, feed, kill, u_dot, v_dot, feed_dot, kill_dot):
    """The value of gray_scott_reaction, and its derivative in the direction u_dot,
    v_dot, feed_dot, kill_dot.
    """
    n = len(u)
    old_u_dot = u_dot.copy()
    old_u = u.copy()
    old_v_dot = v_dot.copy()
    old_v = v.copy()
    new_u_dot = np.zeros(n)
    new_u = np.zeros(n)
    new_v_dot = np.zeros(n)
    new_v = np.zeros(n)
    for _ in range(3):
        for i in range(n):
            left = (i - 1) % n
            right = (i + 1) % n
            term = 2.0 * old_u[i] * old_v[i] * old_v_dot[i]
            made_dot = old_u_dot[i] * old_v[i] ** 2 + term
            made = old_u[i] * old_v[i] ** 2
            spread_u_dot = old_u_dot[left] + old_u_dot[right] - 2.0 * old_u_dot[i]
            spread_u = old_u[left] + old_u[right] - 2.0 * old_u[i]
            spread_v_dot = old_v_dot[left] + old_v_dot[right] - 2.0 * old_v_dot[i]
            spread_v = old_v[left] + old_v[right] - 2.0 * old_v[i]
            new_u_dot[i] = (
                old_u_dot[i]
                + 0.2 * spread_u_dot
                - made_dot
                + (feed_dot * (1.0 - old_u[i]) - feed * old_u_dot[i])
            )
            new_u[i] = old_u[i] + 0.2 * spread_u - made + feed * (1.0 - old_u[i])
            new_v_dot[i] = (
                old_v_dot[i]
                + 0.1 * spread_v_dot
                + made_dot
                - ((feed_dot + kill_dot) * old_v[i] + (feed + kill) * old_v_dot[i])
            )
            new_v[i] = old_v[i] + 0.1 * spread_v + made - (feed + kill) * old_v[i]
        old_u, new_u = new_u, old_u
        old_u_dot, new_u_dot = new_u_dot, old_u_dot
        old_v, new_v = new_v, old_v
        old_v_dot, new_v_dot = new_v_dot, old_v_dot
    if old_u.shape != old_v.shape:
        raise ValueError("old_u and old_v have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(old_u)):
        total_dot += old_u_dot[i] * old_v[i] + old_u[i] * old_v_dot[i]
        total += old_u[i] * old_v[i]
    return total, total_dot
