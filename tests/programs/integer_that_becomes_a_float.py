"""A counter started as an integer turns into a float within a loop."""


def integer_that_becomes_a_float(x, n):
    s = 1
    count = 0
    for i in range(n):
        s = s * x + i
        count += 1
    s /= count
    return s * s


EXAMPLE = (0.7, 3)
