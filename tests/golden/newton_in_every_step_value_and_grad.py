import math

import numpy as np


def newton_in_every_step_value_and_grad(y, rate, dt, steps):
    """The value of newton_in_every_step, and its gradient with respect to y, rate
    and dt.
    """
    # forward sweep: saves y, trips and old
    y_saved = []
    trips_saved = np.empty(steps, dtype=np.int64)
    old_saved = np.empty(steps)
    for k in range(steps):
        old = y
        old_saved[k] = old
        trips = 0
        for k_2 in range(20):
            trips += 1
            cosine = math.cos(rate * y)
            change = (y - old + dt * math.sin(rate * y)) / (1.0 + dt * rate * cosine)
            y_saved.append(y)
            y -= change
            if abs(change) < 1e-13:
                break
        trips_saved[k] = trips
    value = y * y

    # reverse sweep
    y_bar = 2.0 * y
    dt_bar = 0.0
    rate_bar = 0.0
    for k in range(steps - 1, -1, -1):
        trips = trips_saved[k]
        old = old_saved[k]
        old_bar = 0.0
        for k_2 in range(trips - 1, -1, -1):
            y = y_saved.pop()
            sine = math.sin(rate * y)
            cosine = math.cos(rate * y)
            change = (y - old + dt * sine) / (1.0 + dt * rate * cosine)
            numerator_bar = -y_bar / (1.0 + dt * rate * cosine)
            old_bar -= numerator_bar
            sum_bar = -change * numerator_bar
            dt_bar += sine * numerator_bar + rate * cosine * sum_bar
            product_bar_2 = -sine * dt * rate * sum_bar
            product_bar = cosine * dt * numerator_bar
            rate_bar += dt * cosine * sum_bar + y * product_bar_2 + y * product_bar
            y_bar += numerator_bar + rate * product_bar_2 + rate * product_bar
        y_bar += old_bar
    return value, y_bar, rate_bar, dt_bar
