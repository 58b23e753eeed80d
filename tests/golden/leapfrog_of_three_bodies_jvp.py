import numpy as np


def spring_forces_tangent(force, q, force_dot, q_dot):
    """spring_forces and its tangent."""
    force_dot[:] = 0.0
    force[:] = 0.0
    for i in range(len(q) - 1):
        stretch_dot = q_dot[i + 1] - q_dot[i]
        stretch = q[i + 1] - q[i]
        pull_dot = stretch_dot + 0.8999999999999999 * stretch**2 * stretch_dot
        pull = stretch + 0.3 * stretch**3
        force_dot[i] += pull_dot
        force[i] += pull
        force_dot[i + 1] -= pull_dot
        force[i + 1] -= pull


def leapfrog_of_three_bodies_jvp(q, p, steps, q_dot, p_dot):
    """The value of leapfrog_of_three_bodies, and its derivative in the direction
    q_dot, p_dot.
    """
    q_dot = q_dot.copy()
    q = q.copy()
    p_dot = p_dot.copy()
    p = p.copy()
    force_dot = np.zeros_like(q)
    force = np.empty_like(q)
    spring_forces_tangent(force, q, force_dot, q_dot)
    for _ in range(steps):
        if len(p) != len(force):
            raise ValueError("p and force have different shapes")
        p_dot += 0.1 * force_dot
        p += 0.1 * force
        q_dot += 0.2 * p_dot
        q += 0.2 * p
        spring_forces_tangent(force, q, force_dot, q_dot)
        p_dot += 0.1 * force_dot
        p += 0.1 * force
    term = 0.5 * (np.dot(p_dot, p) + np.dot(p, p_dot))
    value_dot = term + (q_dot[0] * q[2] + q[0] * q_dot[2])
    return 0.5 * np.dot(p, p) + q[0] * q[2], value_dot
