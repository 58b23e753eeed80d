import math


def fixed_point_tangent(start, pull, start_dot, pull_dot):
    """fixed_point and its tangent."""
    x_dot = start_dot
    x = start
    for _ in range(3):
        x_dot = 0.1 * start_dot - math.sin(pull * x) * (pull_dot * x + pull * x_dot)
        x = math.cos(pull * x) + 0.1 * start
    return x, x_dot


def solver_called_for_each_problem_jvp(starts, pull, starts_dot, pull_dot):
    """The value of solver_called_for_each_problem, and its derivative in the
    direction starts_dot, pull_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(starts)):
        fixed_point_result, fixed_point_result_dot = fixed_point_tangent(
            starts[i], pull * total, starts_dot[i], pull_dot * total + pull * total_dot
        )
        total_dot += 2.0 * fixed_point_result * fixed_point_result_dot
        total += fixed_point_result**2
    fixed_point_result, fixed_point_result_dot = fixed_point_tangent(
        total, pull, total_dot, pull_dot
    )
    value_dot = total_dot * fixed_point_result + total * fixed_point_result_dot
    return total * fixed_point_result, value_dot
