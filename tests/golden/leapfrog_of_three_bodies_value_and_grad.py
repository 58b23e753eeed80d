import numpy as np


def spring_forces(force, q):
    for i in range(len(force)):
        force[i] = 0.0
    for i in range(len(q) - 1):
        stretch = q[i + 1] - q[i]
        pull = stretch + 0.3 * stretch**3
        force[i] += pull
        force[i + 1] -= pull


def spring_forces_adjoint(q, force_bar, q_bar):
    """The adjoint of force and q is added to force_bar, q_bar."""
    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(q) - 1):
        stretch = q[i + 1] - q[i]
        stretch_bar = (1.0 + 0.9 * stretch**2) * (force_bar[i] - force_bar[i + 1])
        q_bar[i + 1] += stretch_bar
        q_bar[i] -= stretch_bar
    for i in range(len(force_bar)):
        force_bar[i] = 0.0


def leapfrog_of_three_bodies_value_and_grad(q, p, steps):
    """The value of leapfrog_of_three_bodies, and its gradient with respect to q and
    p.
    """
    # forward sweep: saves q_2
    q_2 = q.copy()
    p_2 = p.copy()
    force = np.empty_like(q_2)
    spring_forces(force, q_2)
    q_2_saved = np.empty((steps, len(q)))
    for k in range(steps):
        if len(p_2) != len(force):
            raise ValueError("p and force have different shapes")
        for i in range(len(p)):
            p_2[i] += 0.1 * force[i]
        for i in range(len(q)):
            q_2_saved[k, i] = q_2[i]
            q_2[i] += 0.2 * p_2[i]
        spring_forces(force, q_2)
        for i in range(len(p)):
            p_2[i] += 0.1 * force[i]
    value = 0.5 * np.dot(p_2, p_2) + q_2[0] * q_2[2]

    # reverse sweep
    q_2_bar = np.zeros_like(q_2)
    p_2_bar = p_2.copy()
    q_2_bar[0] += q_2[2]
    q_2_bar[2] += q_2[0]
    force_bar = np.zeros_like(force)
    for k in range(steps - 1, -1, -1):
        for i in range(len(p)):
            force_bar[i] += 0.1 * p_2_bar[i]
        spring_forces_adjoint(q_2, force_bar, q_2_bar)
        for i in range(len(q)):
            q_2[i] = q_2_saved[k, i]
            p_2_bar[i] += 0.2 * q_2_bar[i]
        for i in range(len(p)):
            force_bar[i] += 0.1 * p_2_bar[i]
    spring_forces_adjoint(q_2, force_bar, q_2_bar)
    return value, q_2_bar, p_2_bar
