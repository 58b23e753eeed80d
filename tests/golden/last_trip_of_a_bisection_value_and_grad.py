import numpy as np


def last_trip_of_a_bisection_value_and_grad(a, b):
    """The value of last_trip_of_a_bisection, and its gradient with respect to a and
    b.
    """
    # forward sweep: saves middle
    low = 0.0
    high = b + 3.0
    middle_saved = np.empty(6)
    for k in range(6):
        middle = 0.5 * (low + high)
        middle_saved[k] = middle
        if middle * middle * middle > a:
            high = middle
        else:
            low = middle
    quotient = (middle**3 - a) / (3.0 * middle * middle)
    value = middle - quotient

    # reverse sweep
    numerator_bar = -1.0 / (3.0 * middle * middle)
    middle_bar = 1.0 + 3.0 * middle**2 * numerator_bar
    middle_bar -= 6.0 * middle * quotient * numerator_bar
    low_bar = 0.0
    high_bar = 0.0
    for k in range(5, -1, -1):
        middle = middle_saved[k]
        if middle * middle * middle > a:
            middle_bar += high_bar
            high_bar = 0.0
        else:
            middle_bar += low_bar
            low_bar = 0.0
        low_bar += 0.5 * middle_bar
        high_bar += 0.5 * middle_bar
        middle_bar = 0.0
    return value, -numerator_bar, high_bar
