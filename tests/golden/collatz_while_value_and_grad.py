import math


def collatz_while_value_and_grad(x, n):
    """The value of collatz_while, and its gradient with respect to x."""
    # forward sweep: saves n and condition
    s = 0.0
    trips = 0
    n_saved = []
    n_saved_2 = []
    condition_saved = []
    while n > 1:
        trips += 1
        condition = n % 2 == 0
        condition_saved.append(condition)
        if condition:
            n_saved.append(n)
            n = n // 2
        else:
            n_saved_2.append(n)
            n = 3 * n + 1
        s += math.cos(x / n)

    # reverse sweep
    x_bar = 0.0
    for trip in range(trips):
        x_bar -= math.sin(x / n) / n
        condition = condition_saved.pop()
        if condition:
            n = n_saved.pop()
        else:
            n = n_saved_2.pop()
    return s, x_bar
