def written_place_chosen_by_a_counter_jvp(x, n, x_dot):
    """The value of written_place_chosen_by_a_counter, and its derivative in the
    direction x_dot.
    """
    y_dot = x_dot.copy()
    y = x.copy()
    for i in range(4):
        if n == 0:
            n = 2
        else:
            n -= 1
        y_dot[n] = y_dot[n] * y[n] + y[n] * y_dot[n] + y_dot[0]
        y[n] = y[n] * y[n] + y[0]
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        total_dot += y_dot[i]
        total += y[i]
    return total, total_dot
