"""Newton's method for each problem, left in its middle; a sum starts the next loop."""

import numpy as np


def solver_with_a_break_for_each_problem(target, scale, tolerance):
    total = 0.0
    for i in range(len(target)):
        root = 1.0
        trips = 0
        while trips < 20:
            value = root * root * root + scale * root - target[i]
            if abs(value) < tolerance:
                break
            root -= value / (3.0 * root * root + scale)
            trips += 1
        total += np.sin(root) * target[i]
        damped = total
        for _ in range(2):
            damped = 0.5 * damped + np.cos(damped * scale)
        total += damped
    return total


EXAMPLE = (np.array([0.7, 1.3, 2.4]), 0.9, 0.01)
