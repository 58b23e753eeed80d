def number_begun_in_the_first_trip_jvp(x, y, x_dot, y_dot):
    """The value of number_begun_in_the_first_trip, and its derivative in the
    direction x_dot, y_dot.
    """
    k = 0
    while k < 4:
        if k == 0:
            power_dot = y_dot * y + y * y_dot
            power = y * y
        else:
            power_dot = power_dot * x + power * x_dot
            power = power * x
        last_dot = power_dot * (k + x) + power * x_dot
        last = power * (k + x)
        k += 1
    return last * power, last_dot * power + last * power_dot
