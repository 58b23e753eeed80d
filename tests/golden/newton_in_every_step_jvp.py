import math


def newton_in_every_step_jvp(y, rate, dt, steps, y_dot, rate_dot, dt_dot):
    """The value of newton_in_every_step, and its derivative in the direction y_dot,
    rate_dot, dt_dot.
    """
    for __2 in range(steps):
        old_dot = y_dot
        old = y
        for _ in range(20):
            cosine = math.cos(rate * y)
            sine_dot = cosine * (rate_dot * y + rate * y_dot)
            sine = math.sin(rate * y)
            cosine_dot = -sine * (rate_dot * y + rate * y_dot)
            change = (y - old + dt * sine) / (1.0 + dt * rate * cosine)
            factor = (
                y_dot
                - old_dot
                + (dt_dot * sine + dt * sine_dot)
                - change
                * ((dt_dot * rate + dt * rate_dot) * cosine + dt * rate * cosine_dot)
            )
            change_dot = factor / (1.0 + dt * rate * cosine)
            y_dot -= change_dot
            y -= change
            if abs(change) < 1e-13:
                break
    return y * y, y_dot * y + y * y_dot
