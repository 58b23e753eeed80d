import numpy as np


def tuple_bound_in_two_branches_value_and_grad(x, y):
    """The value of tuple_bound_in_two_branches, and its gradient with respect to x
    and y.
    """
    # forward sweep: saves pair_1
    if x > 1.0:
        pair_0 = x
        pair_1 = y
    else:
        pair_0 = y
        pair_1 = x * x
    pair_1_saved = np.empty(3)
    for i in range(3):
        if i == 1:
            pair_1_2 = pair_0
            pair_0 = pair_1 * x
            pair_1_saved[i] = pair_1
            pair_1 = pair_1_2
        else:
            pair_1 = pair_1 + y

    # reverse sweep
    pair_0_bar = pair_1
    pair_1_bar = pair_0
    y_bar = 0.0
    x_bar = 0.0
    for i in range(2, -1, -1):
        if i == 1:
            pair_1_2_bar = pair_1_bar
            pair_1_bar = x * pair_0_bar
            x_bar += pair_1_saved[i] * pair_0_bar
            pair_0_bar = pair_1_2_bar
        else:
            y_bar += pair_1_bar
    if x > 1.0:
        y_bar += pair_1_bar
        x_bar += pair_0_bar
    else:
        x_bar += 2.0 * x * pair_1_bar
        y_bar += pair_0_bar
    return pair_0 * pair_1, x_bar, y_bar
