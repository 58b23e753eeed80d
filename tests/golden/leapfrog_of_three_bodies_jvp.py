import numpy as np


def spring_forces_tangent(force, q, force_dot, q_dot):
    """spring_forces and its tangent."""
    for i in range(len(force)):
        force_dot[i] = 0.0
        force[i] = 0.0
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
        for i in range(len(p)):
            p_dot[i] += 0.1 * force_dot[i]
            p[i] += 0.1 * force[i]
        for i in range(len(q)):
            q_dot[i] += 0.2 * p_dot[i]
            q[i] += 0.2 * p[i]
        spring_forces_tangent(force, q, force_dot, q_dot)
        for i in range(len(p)):
            p_dot[i] += 0.1 * force_dot[i]
            p[i] += 0.1 * force[i]
    total_dot = 0.0
    total = 0.0
    for i in range(len(p)):
        total_dot += p_dot[i] * p[i] + p[i] * p_dot[i]
        total += p[i] * p[i]
    value = 0.5 * total + q[0] * q[2]
    return value, 0.5 * total_dot + (q_dot[0] * q[2] + q[0] * q_dot[2])
