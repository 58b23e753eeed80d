import math


def while_with_two_conditions_value_and_grad(x, limit):
    """The value of while_with_two_conditions, and its gradient with respect to x."""
    # forward sweep: saves s
    s = x
    n = 0
    s_saved = []
    while s < 50.0 and n < limit:
        s_saved.append(s)
        s = s * x + 0.5
        n += 1
    s_saved_2 = []
    while s > 2.0 or n < limit - 1:
        s_saved_2.append(s)
        s = math.sqrt(s)
        n += 1

    # reverse sweep
    s_bar = 1.0 * n
    for trip in range(len(s_saved_2)):
        s_bar = s_bar / (2.0 * math.sqrt(s_saved_2.pop()))
    x_bar = 0.0
    for trip_2 in range(len(s_saved)):
        x_bar += s_saved.pop() * s_bar
        s_bar = x * s_bar
    return s * n, x_bar + s_bar
