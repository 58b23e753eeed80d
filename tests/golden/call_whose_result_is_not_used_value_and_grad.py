import numpy as np


def call_whose_result_is_not_used_value_and_grad(x, a):
    """The value of call_whose_result_is_not_used, and its gradient with respect to x
    and a.
    """
    # forward sweep
    sum_a = np.sum(a)
    return sum_a * x, sum_a, np.full_like(a, x)
