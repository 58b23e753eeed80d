import math

import numpy as np


def fixed_point(start, pull):
    x = start
    for _ in range(3):
        x = math.cos(pull * x) + 0.1 * start
    return x


def fixed_point_adjoint(start, pull, result_bar):
    """The adjoints of start and pull in fixed_point."""
    # forward sweep
    x_by_start = 1.0
    x = start
    x_by_pull = 0.0
    for k in range(3):
        sine = math.sin(pull * x)
        x_by_start = 0.1 - sine * pull * x_by_start
        x_by_pull = -sine * (x + pull * x_by_pull)
        x = math.cos(pull * x) + 0.1 * start
    return x_by_start * result_bar, x_by_pull * result_bar


def solver_called_for_each_problem_value_and_grad(starts, pull):
    """The value of solver_called_for_each_problem, and its gradient with respect to
    starts and pull.
    """
    # forward sweep: saves total and fixed_point_result
    total = 0.0
    total_saved = np.empty(len(starts))
    fixed_point_result_saved = np.empty(len(starts))
    for i in range(len(starts)):
        fixed_point_result = fixed_point(starts[i], pull * total)
        fixed_point_result_saved[i] = fixed_point_result
        total_saved[i] = total
        total += fixed_point_result**2
    fixed_point_result = fixed_point(total, pull)
    value = total * fixed_point_result

    # reverse sweep
    starts_bar = np.zeros_like(starts)
    total_bar, pull_bar = fixed_point_adjoint(total, pull, total)
    total_bar += fixed_point_result
    for i in range(len(starts) - 1, -1, -1):
        total = total_saved[i]
        fixed_point_result_bar = 2.0 * fixed_point_result_saved[i] * total_bar
        starts_bar_part, pull_bar_part = fixed_point_adjoint(
            starts[i], pull * total, fixed_point_result_bar
        )
        starts_bar[i] += starts_bar_part
        pull_bar += total * pull_bar_part
        total_bar += pull * pull_bar_part
    return value, starts_bar, pull_bar
