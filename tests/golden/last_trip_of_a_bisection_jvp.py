def last_trip_of_a_bisection_jvp(a, b, a_dot, b_dot):
    """The value of last_trip_of_a_bisection, and its derivative in the direction
    a_dot, b_dot.
    """
    low_dot = 0.0
    low = 0.0
    high_dot = b_dot
    high = b + 3.0
    for _ in range(6):
        middle_dot = 0.5 * (low_dot + high_dot)
        middle = 0.5 * (low + high)
        if middle * middle * middle > a:
            high_dot = middle_dot
            high = middle
        else:
            low_dot = middle_dot
            low = middle
    quotient = (middle**3 - a) / (3.0 * middle * middle)
    factor = (
        3.0 * middle**2 * middle_dot
        - a_dot
        - quotient * (3.0 * middle_dot * middle + 3.0 * middle * middle_dot)
    )
    quotient_dot = factor / (3.0 * middle * middle)
    return middle - quotient, middle_dot - quotient_dot
