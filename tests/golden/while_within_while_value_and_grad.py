def while_within_while_value_and_grad(x, y):
    """The value of while_within_while, and its gradient with respect to x and y."""
    # forward sweep: saves t_by_t_start and t_by_x
    s = x
    t_by_t_start_saved = []
    t_by_x_saved = []
    while s < 20.0:
        t = y
        t_by_t_start = 1.0
        t_by_x = 0.0
        while t < s:
            t_by_x = 1.7 * t_by_x + 0.1
            t_by_t_start = 1.7 * t_by_t_start
            t = t * 1.7 + 0.1 * x
        t_by_t_start_saved.append(t_by_t_start)
        t_by_x_saved.append(t_by_x)
        s = s + 0.5 * t

    # reverse sweep
    y_bar = s
    x_bar = 0.0
    for trip in range(len(t_by_t_start_saved)):
        t_bar = 0.5 * y
        t_by_t_start = t_by_t_start_saved.pop()
        x_bar += t_by_x_saved.pop() * t_bar
        y_bar += t_by_t_start * t_bar
    return s * y, x_bar + y, y_bar
