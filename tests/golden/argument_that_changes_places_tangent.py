import numpy as np


def argument_that_changes_places_tangent(u, rate, steps, u_dot, rate_dot):
    """argument_that_changes_places and its tangent."""
    v_dot = np.zeros(len(u))
    v = np.zeros(len(u))
    for _ in range(steps):
        for i in range(1, len(u) - 1):
            term_3 = rate * (u_dot[i - 1] - 2.0 * u_dot[i] + u_dot[i + 1])
            factor = rate_dot * (u[i - 1] - 2.0 * u[i] + u[i + 1]) + term_3
            term_2 = factor * u[i]
            term = term_2 + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]) * u_dot[i]
            v_dot[i] = u_dot[i] + term
            v[i] = u[i] + rate * (u[i - 1] - 2.0 * u[i] + u[i + 1]) * u[i]
        u, v = v, u
        u_dot, v_dot = v_dot, u_dot
    total_dot = 0.0
    total = 0.0
    for i in range(len(v)):
        total_dot += v_dot[i]
        total += v[i]
    return u[1] * u[2] + total, u_dot[1] * u[2] + u[1] * u_dot[2] + total_dot
