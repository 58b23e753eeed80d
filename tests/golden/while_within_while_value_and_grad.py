def while_within_while_value_and_grad(x, y):
    """The value of while_within_while, and its gradient with respect to x and y."""
    # forward sweep: saves trips
    s = x
    trips_2 = 0
    trips_saved = []
    while s < 20.0:
        trips_2 += 1
        t = y
        trips = 0
        while t < s:
            trips += 1
            t = t * 1.7 + 0.1 * x
        trips_saved.append(trips)
        s = s + 0.5 * t

    # reverse sweep
    y_bar = s
    x_bar = 0.0
    for trip_2 in range(trips_2):
        t_bar = 0.5 * y
        trips = trips_saved.pop()
        for trip in range(trips):
            x_bar += 0.1 * t_bar
            t_bar = 1.7 * t_bar
        y_bar += t_bar
    x_bar += y
    return s * y, x_bar, y_bar
