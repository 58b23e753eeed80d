"""What a loop computed last is used after it."""


def last_trip_of_a_bisection(a, b):
    low = 0.0
    high = b + 3.0
    for _ in range(6):
        middle = 0.5 * (low + high)
        if middle * middle * middle > a:
            high = middle
        else:
            low = middle
    return middle - (middle**3 - a) / (3.0 * middle * middle)


EXAMPLE = (2.2, 1.0)
