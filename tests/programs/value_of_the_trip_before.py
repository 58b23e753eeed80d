"""One branch reads what the other set in the trip before."""


def value_of_the_trip_before(x, y):
    s = 0.0
    for i in range(4):
        if i % 2 == 0:
            t = x * (i + 1.0) + s
        else:
            s += t * t * y
            t = t * s
    return s + t


EXAMPLE = (0.6, 0.4)
