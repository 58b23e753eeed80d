import numpy as np


def break_in_a_loop_in_a_branch_value_and_grad(x, n):
    """The value of break_in_a_loop_in_a_branch, and its gradient with respect to x."""
    # forward sweep: saves condition and s
    s = 0.5 * x[0]
    if n > 2:
        s_saved = []
        s_saved_2 = []
        condition_saved = []
        for i in range(n):
            condition = s > 1.5
            condition_saved.append(condition)
            if condition:
                s += x[0]
                break
            else:
                s_saved.append(s)
                s += x[i] * np.sin(s)
                s_saved_2.append(s)
                s *= x[i]
    value = s * x[1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = x[1]
    x_bar[1] += s
    if n > 2:
        for i in range(len(condition_saved) - 1, -1, -1):
            condition = condition_saved.pop()
            if condition:
                x_bar[0] += s_bar
            else:
                x_bar[i] += s_saved_2.pop() * s_bar
                s_bar = x[i] * s_bar
                s = s_saved.pop()
                x_bar[i] += np.sin(s) * s_bar
                s_bar += np.cos(s) * x[i] * s_bar
    x_bar[0] += 0.5 * s_bar
    return value, x_bar
