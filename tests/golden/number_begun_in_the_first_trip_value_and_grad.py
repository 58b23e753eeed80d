def number_begun_in_the_first_trip_value_and_grad(x, y):
    """The value of number_begun_in_the_first_trip, and its gradient with respect to
    x and y.
    """
    # forward sweep: saves power
    k = 0
    trips = 0
    power = 0.0
    power_saved = []
    power_saved_2 = []
    while k < 4:
        trips += 1
        if k == 0:
            power_saved.append(power)
            power = y * y
        else:
            power_saved_2.append(power)
            power = power * x
        last = power * (k + x)
        k += 1
    value = last * power

    # reverse sweep
    last_bar = power
    power_bar = last
    y_bar = 0.0
    x_bar = 0.0
    for trip in range(trips):
        k -= 1
        power_bar += (k + x) * last_bar
        x_bar += power * last_bar
        last_bar = 0.0
        if k == 0:
            power = power_saved.pop()
            y_bar += 2.0 * y * power_bar
            power_bar = 0.0
        else:
            power = power_saved_2.pop()
            x_bar += power * power_bar
            power_bar = x * power_bar
    return value, x_bar, y_bar
