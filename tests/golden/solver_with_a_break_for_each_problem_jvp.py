import numpy as np


def solver_with_a_break_for_each_problem_jvp(
    target, scale, tolerance, target_dot, scale_dot, tolerance_dot
):
    """The value of solver_with_a_break_for_each_problem, and its derivative in the
    direction target_dot, scale_dot, tolerance_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(target)):
        root_dot = 0.0
        root = 1.0
        trips = 0
        while trips < 20:
            value_dot = (
                (root_dot * root + root * root_dot) * root
                + root * root * root_dot
                + (scale_dot * root + scale * root_dot)
                - target_dot[i]
            )
            value = root * root * root + scale * root - target[i]
            if abs(value) < tolerance:
                break
            quotient = value / (3.0 * root * root + scale)
            factor_2 = 3.0 * root_dot * root + 3.0 * root * root_dot + scale_dot
            term = quotient * factor_2
            factor = value_dot - term
            quotient_dot = factor / (3.0 * root * root + scale)
            root_dot -= quotient_dot
            root -= quotient
            trips += 1
        sin_root = np.sin(root)
        total_dot += np.cos(root) * root_dot * target[i] + sin_root * target_dot[i]
        total += sin_root * target[i]
        damped_dot = total_dot
        damped = total
        for _ in range(2):
            term_2 = np.sin(damped * scale) * (damped_dot * scale + damped * scale_dot)
            damped_dot = 0.5 * damped_dot - term_2
            damped = 0.5 * damped + np.cos(damped * scale)
        total_dot += damped_dot
        total += damped
    return total, total_dot
