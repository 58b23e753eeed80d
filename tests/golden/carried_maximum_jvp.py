def carried_maximum_jvp(x, x_dot):
    """The value of carried_maximum, and its derivative in the direction x_dot."""
    best_dot = 0.0
    best = -1e300
    where = 0
    for i in range(len(x)):
        value_dot = x_dot[i] * (2.0 - x[i]) - x[i] * x_dot[i]
        value = x[i] * (2.0 - x[i])
        if value > best:
            best_dot = value_dot
            best = value
            where = i
    value = best * best + where * x[where]
    return value, best_dot * best + best * best_dot + where * x_dot[where]
