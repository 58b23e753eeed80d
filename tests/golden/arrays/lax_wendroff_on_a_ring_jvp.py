import numpy as np


def rolled_2_tangent(a, a_dot):
    """rolled_2 and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i + 1) % length]
        whole[i] = a[(i + 1) % length]
    return whole, whole_dot


def rolled_tangent(a, a_dot):
    """rolled and its tangent."""
    length = a.shape[0]
    whole_dot = np.empty(a.shape)
    whole = np.empty(a.shape)
    for i in range(length):
        whole_dot[i] = a_dot[(i - 1) % length]
        whole[i] = a[(i - 1) % length]
    return whole, whole_dot


def lax_wendroff_on_a_ring_jvp(
    u, speed, dt, dx, steps, u_dot, speed_dot, dt_dot, dx_dot
):
    """The value of lax_wendroff_on_a_ring, and its derivative in the direction
    u_dot, speed_dot, dt_dot, dx_dot.
    """
    c = speed * dt / dx
    c_dot = (speed_dot * dt + speed * dt_dot - c * dx_dot) / dx
    mass_dot = 0.0
    mass = 0.0
    for i in range(len(u)):
        mass_dot += u_dot[i]
        mass += u[i]
    for _ in range(steps):
        left, left_dot = rolled_tangent(u, u_dot)
        right, right_dot = rolled_2_tangent(u, u_dot)
        if right.shape != left.shape:
            raise ValueError("right and left have different shapes")
        if len(u) != len(left):
            raise ValueError("u and left have different shapes")
        term_dot = c * c_dot
        term = 0.5 * c**2
        u_new_dot = np.empty_like(u)
        u_new = np.empty_like(u)
        for i in range(len(u)):
            u_new_dot[i] = (
                u_dot[i]
                - (
                    0.5 * c_dot * (right[i] - left[i])
                    + 0.5 * c * (right_dot[i] - left_dot[i])
                )
                + (
                    term_dot * (right[i] - 2.0 * u[i] + left[i])
                    + term * (right_dot[i] - 2.0 * u_dot[i] + left_dot[i])
                )
            )
            u_new[i] = (
                u[i]
                - 0.5 * c * (right[i] - left[i])
                + term * (right[i] - 2.0 * u[i] + left[i])
            )
        u_dot = u_new_dot
        u = u_new
    append_dot = u_dot[:1]
    append = u[:1]
    length = u.shape[0] + append.shape[0]
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = u.shape[0]
    whole_dot[:stop] = u_dot
    whole[:stop] = u
    start = u.shape[0]
    whole_dot[start:] = append_dot
    whole[start:] = append
    total_dot = 0.0
    total = 0.0
    for i in range(len(u)):
        total_dot += u_dot[i]
        total += u[i]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(length - 1):
        factor = np.sign(whole[i + 1] - whole[i])
        total_2_dot += factor * (whole_dot[i + 1] - whole_dot[i])
        total_2 += np.abs(whole[i + 1] - whole[i])
    return u, total - mass, total_2, u_dot, total_dot - mass_dot, total_2_dot
