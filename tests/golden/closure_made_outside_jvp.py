import math

import numpy as np


def weighted_tangent(x, scale, table, x_dot):
    """weighted and its tangent."""
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        exponential = math.exp(0.1 * x[i])
        s_dot += 0.1 * scale * table[i] * exponential * x_dot[i]
        s += scale * table[i] * exponential
    return s, s_dot


def closure_made_outside_jvp(x, scale, table, x_dot):
    """The value of closure_made_outside, and its derivative in the direction x_dot."""
    term_dot = np.empty_like(x)
    term = np.empty_like(x)
    for i in range(len(x)):
        term_dot[i] = x_dot[i] * x[i] + x[i] * x_dot[i]
        term[i] = x[i] * x[i]
    weighted_result, weighted_result_dot = weighted_tangent(x, scale, table, x_dot)
    weighted_result_2, weighted_result_2_dot = weighted_tangent(
        term, scale, table, term_dot
    )
    value_dot = (
        weighted_result_dot * x[0] + weighted_result * x_dot[0] - weighted_result_2_dot
    )
    return weighted_result * x[0] - weighted_result_2, value_dot
