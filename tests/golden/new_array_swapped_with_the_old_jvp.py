import numpy as np


def new_array_swapped_with_the_old_jvp(u, rate, u_dot, rate_dot):
    """The value of new_array_swapped_with_the_old, and its derivative in the
    direction u_dot, rate_dot.
    """
    old_dot = np.zeros(len(u))
    old = np.zeros(len(u))
    for step in range(3):
        new_dot = u_dot + (rate_dot * (u - old) + rate * (u_dot - old_dot))
        new = u + rate * (u - old)
        if step > 0:
            old, u = u, old
            old_dot, u_dot = u_dot, old_dot
        u, new = new, u
        u_dot, new_dot = new_dot, u_dot
    if old.shape != new.shape:
        raise ValueError("old and new have different shapes")
    value_dot = np.sum(u_dot * u + u * u_dot) + np.sum(old_dot * new + old * new_dot)
    return np.sum(u * u) + np.sum(old * new), value_dot
