import math

import numpy as np


def tuple_assignment_reads_before_it_writes_value_and_grad(x):
    """The value of tuple_assignment_reads_before_it_writes, and its gradient with
    respect to x.
    """
    # forward sweep: saves b and a
    a = 1.0
    b = x
    b_saved = np.empty(4)
    a_saved = np.empty(4)
    for k in range(4):
        value_before = a * b + 0.1 * math.sin(a)
        a_saved[k] = a
        a = b * 0.9
        b_saved[k] = b
        b = value_before
    value = a + b * b

    # reverse sweep
    a_bar = 1.0
    b_bar = 2.0 * b
    for k in range(3, -1, -1):
        value_before_bar = b_bar
        a = a_saved[k]
        b_bar = 0.9 * a_bar + a * value_before_bar
        a_bar = (b_saved[k] + 0.1 * math.cos(a)) * value_before_bar
    return value, b_bar
