import math

import numpy as np


def quadrature_with_a_moving_place_value_and_grad(a, b, step, n):
    """The value of quadrature_with_a_moving_place, and its gradient with respect to
    a, b and step.
    """
    # forward sweep: saves state and place
    place = 0.0
    total = 0.0
    state = 7
    state_saved = np.empty(n, dtype=np.int64)
    place_saved = np.empty(n)
    for i in range(n):
        total += step * math.exp(-a * place) * math.cos(b * place)
        place_saved[i] = place
        place += step
        state_saved[i] = state
        state = state * 5 % 11
        if state > 4:
            total += a * b * state
    value = total + place

    # reverse sweep
    place_bar = 1.0
    step_bar = 0.0
    b_bar = 0.0
    a_bar = 0.0
    for i in range(n - 1, -1, -1):
        if state > 4:
            a_bar += b * state
            b_bar += a * state
        state = state_saved[i]
        place = place_saved[i]
        exponential = math.exp(-a * place)
        cosine = math.cos(b * place)
        step_bar += place_bar + exponential * cosine
        exponential_bar = step * cosine
        product_bar = -math.sin(b * place) * step * exponential
        b_bar += place * product_bar
        a_bar -= place * exponential * exponential_bar
        place_bar += b * product_bar - a * exponential * exponential_bar
    return value, a_bar, b_bar, step_bar
