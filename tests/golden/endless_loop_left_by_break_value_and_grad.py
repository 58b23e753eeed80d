def endless_loop_left_by_break_value_and_grad(x):
    """The value of endless_loop_left_by_break, and its gradient with respect to x."""
    # forward sweep: saves s and condition
    s = x
    n = 0
    s_saved = []
    condition_saved = []
    while True:
        s_saved.append(s)
        s = s * s * 0.5 + x
        condition = s > 3.0
        condition_saved.append(condition)
        if condition:
            break
        n += 1
        s = s + 0.1 * n * x
    value = s * s + n * x

    # reverse sweep
    s_bar = 2.0 * s
    x_bar = 1.0 * n
    for trip in range(len(s_saved)):
        condition = condition_saved.pop()
        if not condition:
            x_bar += 0.1 * n * s_bar
            n -= 1
        s = s_saved.pop()
        x_bar += s_bar
        s_bar = s * s_bar
    return value, x_bar + s_bar
