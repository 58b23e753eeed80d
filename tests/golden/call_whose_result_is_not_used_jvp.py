import numpy as np


def call_whose_result_is_not_used_jvp(x, a, x_dot, a_dot):
    """The value of call_whose_result_is_not_used, and its derivative in the
    direction x_dot, a_dot.
    """
    sum_a = np.sum(a)
    return sum_a * x, np.sum(a_dot) * x + sum_a * x_dot
