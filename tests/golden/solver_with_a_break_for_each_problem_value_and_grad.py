import numpy as np


def solver_with_a_break_for_each_problem_value_and_grad(target, scale, tolerance):
    """The value of solver_with_a_break_for_each_problem, and its gradient with
    respect to target, scale and tolerance.
    """
    # forward sweep: saves root, trips_2, damped_by_damped_start, damped_by_scale and value
    total = 0.0
    root_saved = []
    root_last_saved = np.empty(len(target))
    trips_2_saved = np.empty(len(target), dtype=np.int64)
    damped_by_damped_start_saved = np.empty(len(target))
    damped_by_scale_saved = np.empty(len(target))
    value_saved = []
    for i in range(len(target)):
        root = 1.0
        trips = 0
        trips_2 = 0
        while trips < 20:
            trips_2 += 1
            value = root * root * root + scale * root - target[i]
            value_saved.append(value)
            if abs(value) < tolerance:
                break
            root_saved.append(root)
            root -= value / (3.0 * root * root + scale)
            trips += 1
        root_last_saved[i] = root
        trips_2_saved[i] = trips_2
        total += np.sin(root) * target[i]
        damped = total
        damped_by_damped_start = 1.0
        damped_by_scale = 0.0
        for k in range(2):
            sine = np.sin(damped * scale)
            term = sine * (damped_by_scale * scale + damped)
            damped_by_scale = 0.5 * damped_by_scale - term
            sine = np.sin(damped * scale)
            term_2 = sine * damped_by_damped_start * scale
            damped_by_damped_start = 0.5 * damped_by_damped_start - term_2
            damped = 0.5 * damped + np.cos(damped * scale)
        damped_by_damped_start_saved[i] = damped_by_damped_start
        damped_by_scale_saved[i] = damped_by_scale
        total += damped

    # reverse sweep
    target_bar = np.zeros_like(target)
    total_bar = 1.0
    scale_bar = 0.0
    for i in range(len(target) - 1, -1, -1):
        root = root_last_saved[i]
        damped_by_damped_start = damped_by_damped_start_saved[i]
        damped_by_scale = damped_by_scale_saved[i]
        scale_bar += damped_by_scale * total_bar
        total_bar += damped_by_damped_start * total_bar
        target_bar[i] += np.sin(root) * total_bar
        root_bar = np.cos(root) * target[i] * total_bar
        trips_2 = trips_2_saved[i]
        target_i_bar = 0.0
        for trip in range(trips_2):
            value = value_saved.pop()
            value_bar = 0.0
            if not abs(value) < tolerance:
                root = root_saved.pop()
                quotient_bar = -root_bar
                quotient = value / (3.0 * root * root + scale)
                value_bar += quotient_bar / (3.0 * root * root + scale)
                sum_bar = -quotient * quotient_bar / (3.0 * root * root + scale)
                root_bar += 6.0 * root * sum_bar
                scale_bar += sum_bar
            root_bar += 2.0 * root * root * value_bar + root * root * value_bar
            scale_bar += root * value_bar
            root_bar += scale * value_bar
            target_i_bar -= value_bar
        target_bar[i] += target_i_bar
    return total, target_bar, scale_bar, 0.0
