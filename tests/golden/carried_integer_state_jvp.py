def carried_integer_state_jvp(x, x_dot):
    """The value of carried_integer_state, and its derivative in the direction x_dot."""
    state = 7
    s_dot = 0.0
    s = 0.5
    for _ in range(6):
        state = (5 * state + 3) % 16
        if state % 2 == 0:
            if len(x) == 0:
                raise ZeroDivisionError("division by zero")
            s_dot = s_dot * x[state % len(x)] + s * x_dot[state % len(x)]
            s = s * x[state % len(x)] + 0.1
        else:
            if len(x) == 0:
                raise ZeroDivisionError("division by zero")
            term = 0.5 * (x_dot[state % len(x)] * s + x[state % len(x)] * s_dot)
            s_dot = s_dot + term
            s = s + x[state % len(x)] * s * 0.5
    return s, s_dot
