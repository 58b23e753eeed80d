import numpy as np


def solver_with_a_break_for_each_problem_value_and_grad(target, scale, tolerance):
    """The value of solver_with_a_break_for_each_problem, and its gradient with
    respect to target, scale and tolerance.
    """
    # forward sweep: saves damped_by_damped_start, damped_by_scale, root and others
    total = 0.0
    damped_by_damped_start_saved = np.empty(len(target))
    damped_by_scale_saved = np.empty(len(target))
    root_saved = np.empty(len(target))
    root_by_target_i_saved = np.empty(len(target))
    root_by_scale_saved = np.empty(len(target))
    for i in range(len(target)):
        target_i = target[i]
        root = 1.0
        trips = 0
        root_by_target_i = 0.0
        root_by_scale = 0.0
        while trips < 20:
            value_by_scale = (
                (root_by_scale * root + root * root_by_scale) * root
                + root * root * root_by_scale
                + (root + scale * root_by_scale)
            )
            value_by_target_i = (
                (root_by_target_i * root + root * root_by_target_i) * root
                + root * root * root_by_target_i
                + scale * root_by_target_i
                - 1.0
            )
            value = root * root * root + scale * root - target_i
            if abs(value) < tolerance:
                break
            quotient = value / (3.0 * root * root + scale)
            factor_2 = 3.0 * root_by_scale * root + 3.0 * root * root_by_scale + 1.0
            term = quotient * factor_2
            factor = value_by_scale - term
            quotient_by_scale = factor / (3.0 * root * root + scale)
            factor_4 = 3.0 * root_by_target_i * root + 3.0 * root * root_by_target_i
            term_2 = quotient * factor_4
            factor_3 = value_by_target_i - term_2
            quotient_by_target_i = factor_3 / (3.0 * root * root + scale)
            root_by_scale -= quotient_by_scale
            root_by_target_i -= quotient_by_target_i
            root -= quotient
            trips += 1
        root_saved[i] = root
        root_by_target_i_saved[i] = root_by_target_i
        root_by_scale_saved[i] = root_by_scale
        total += np.sin(root) * target[i]
        damped = total
        damped_by_damped_start = 1.0
        damped_by_scale = 0.0
        for k in range(2):
            sine = np.sin(damped * scale)
            term_3 = sine * (damped_by_scale * scale + damped)
            damped_by_scale = 0.5 * damped_by_scale - term_3
            term_4 = sine * damped_by_damped_start * scale
            damped_by_damped_start = 0.5 * damped_by_damped_start - term_4
            damped = 0.5 * damped + np.cos(damped * scale)
        damped_by_damped_start_saved[i] = damped_by_damped_start
        damped_by_scale_saved[i] = damped_by_scale
        total += damped

    # reverse sweep
    target_bar = np.zeros_like(target)
    total_bar = 1.0
    scale_bar = 0.0
    for i in range(len(target) - 1, -1, -1):
        scale_bar += damped_by_scale_saved[i] * total_bar
        total_bar += damped_by_damped_start_saved[i] * total_bar
        root_by_target_i = root_by_target_i_saved[i]
        root = root_saved[i]
        root_bar = np.cos(root) * target[i] * total_bar
        scale_bar += root_by_scale_saved[i] * root_bar
        target_bar[i] += np.sin(root) * total_bar + root_by_target_i * root_bar
    return total, target_bar, scale_bar, 0.0
