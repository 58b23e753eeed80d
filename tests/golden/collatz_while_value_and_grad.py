import math


def collatz_while_value_and_grad(x, n):
    """The value of collatz_while, and its gradient with respect to x."""
    # forward sweep: saves n
    s = 0.0
    n_saved = []
    while n > 1:
        n_saved.append(n)
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        s += math.cos(x / n)

    # reverse sweep
    x_bar = 0.0
    for trip in range(len(n_saved)):
        x_bar -= math.sin(x / n) / n
        n = n_saved.pop()
    return s, x_bar
