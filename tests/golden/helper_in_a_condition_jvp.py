import math


def energy(q, p):
    return 0.5 * p * p + 1.0 - math.cos(q)


def energy_tangent(q, p, q_dot, p_dot):
    """energy and its tangent."""
    value = 0.5 * p * p + 1.0 - math.cos(q)
    return value, 0.5 * p_dot * p + 0.5 * p * p_dot + math.sin(q) * q_dot


def helper_in_a_condition_jvp(q, p, q_dot, p_dot):
    """The value of helper_in_a_condition, and its derivative in the direction q_dot,
    p_dot.
    """
    steps = 0
    while energy(q, p) < 1.5:
        p_dot = 1.2 * p_dot
        p = p * 1.2
        q_dot = q_dot + 0.1 * p_dot
        q = q + 0.1 * p
        steps += 1
    if energy(q, 0.0) > 100.0:
        result_dot = 0.0
        result = 0.0
    else:
        energy_result, energy_result_dot = energy_tangent(q, p, q_dot, p_dot)
        result_dot = energy_result_dot * q + energy_result * q_dot + steps * p_dot
        result = energy_result * q + steps * p
    return result, result_dot
