import math


def collatz_steps_value_and_grad(x, n):
    """The value of collatz_steps, and its gradient with respect to x."""
    # forward sweep: saves s and condition
    s = x
    s_saved = []
    condition_saved = []
    while n != 1:
        condition = n % 2 == 0
        condition_saved.append(condition)
        if condition:
            n = n // 2
            s = s * 0.5 + x
        else:
            n = 3 * n + 1
            s_saved.append(s)
            s = math.sin(s) + x * x
    value = s

    # reverse sweep
    s_bar = 1.0
    x_bar = 0.0
    for trip in range(len(condition_saved)):
        condition = condition_saved.pop()
        if condition:
            x_bar += s_bar
            s_bar = 0.5 * s_bar
        else:
            s = s_saved.pop()
            x_bar += 2.0 * x * s_bar
            s_bar = math.cos(s) * s_bar
    return value, x_bar + s_bar
