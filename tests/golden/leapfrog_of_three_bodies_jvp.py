import numpy as np


def spring_forces_tangent(force, q, force_dot, q_dot):
    """spring_forces and its tangent."""
    for i in range(len(force)):
        force_dot[i] = 0.0
        force[i] = 0.0
    for i in range(len(q) - 1):
        stretch_dot = q_dot[i + 1] - q_dot[i]
        stretch = q[i + 1] - q[i]
        pull_dot = stretch_dot + 0.9 * stretch**2 * stretch_dot
        pull = stretch + 0.3 * stretch**3
        force_dot[i] += pull_dot
        force[i] += pull
        force_dot[i + 1] -= pull_dot
        force[i + 1] -= pull


def leapfrog_of_three_bodies_jvp(q, p, steps, q_dot, p_dot):
    """The value of leapfrog_of_three_bodies, and its derivative in the direction
    q_dot, p_dot.
    """
    q_2_dot = q_dot.copy()
    q_2 = q.copy()
    p_2_dot = p_dot.copy()
    p_2 = p.copy()
    force_dot = np.zeros_like(q_2)
    force = np.empty_like(q_2)
    spring_forces_tangent(force, q_2, force_dot, q_2_dot)
    for _ in range(steps):
        if len(p_2) != len(force):
            raise ValueError("p and force have different shapes")
        for i in range(len(p)):
            p_2_dot[i] += 0.1 * force_dot[i]
            p_2[i] += 0.1 * force[i]
        for i in range(len(q)):
            q_2_dot[i] += 0.2 * p_2_dot[i]
            q_2[i] += 0.2 * p_2[i]
        spring_forces_tangent(force, q_2, force_dot, q_2_dot)
        for i in range(len(p)):
            p_2_dot[i] += 0.1 * force_dot[i]
            p_2[i] += 0.1 * force[i]
    term = 0.5 * (np.dot(p_2_dot, p_2) + np.dot(p_2, p_2_dot))
    value_dot = term + (q_2_dot[0] * q_2[2] + q_2[0] * q_2_dot[2])
    return 0.5 * np.dot(p_2, p_2) + q_2[0] * q_2[2], value_dot
